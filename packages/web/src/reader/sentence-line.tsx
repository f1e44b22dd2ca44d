import type { ReaderSentence } from "@qipan/server/contract/documents";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { markOf, marks, mentionText } from "./mention-text.ts";
import { type Segment, segmentsOf, type Stretch } from "./segments.ts";

/**
 * 句. One sentence as text nodes only: its number, which is its address, and its words with what was found in them
 * underlined. The selected reading is washed.
 */
export function SentenceLine(props: {
  readonly sentence: ReaderSentence;
  readonly view: "raw" | "repaired";
  readonly selected: boolean;
  readonly washes: readonly Stretch[];
}): ReactElement {
  const { reader } = useWords();
  const { sentence, view, selected } = props;
  const washes = selected && props.washes.length === 0 ? [{ start: sentence.start, end: sentence.end }] : props.washes;
  const segments = segmentsOf({ sentence, view, mentions: sentence.mentions, washes });
  return (
    <span className={selected ? "s sel" : "s"} data-address={sentence.address} tabIndex={-1}>
      <Link
        className="s-number"
        to="."
        search={(held) => ({ ...held, sel: sentence.address, reading: undefined })}
        resetScroll={false}
        replace
        aria-current={selected ? "true" : undefined}
        aria-label={reader.sentence(String(sentence.paragraph), String(sentence.ordinal))}
      >
        {sentence.ordinal}
      </Link>
      {runsOf(segments).map(({ washed, pieces, at }) =>
        washed ? (
          <mark key={at}>
            <Pieces of={pieces} />
          </mark>
        ) : (
          <Fragment key={at}>
            <Pieces of={pieces} />
          </Fragment>
        ),
      )}
    </span>
  );
}

function Pieces({ of }: { readonly of: readonly Segment[] }): ReactElement {
  const words = useWords();
  return (
    <>
      {of.map(({ text, mention }, index) =>
        mention ? (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of a sentence never move
          <span key={index} className={marks[markOf(mention)]} title={mentionText(mention, words)}>
            {text}
          </span>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of a sentence never move
          <Fragment key={index}>{text}</Fragment>
        ),
      )}
    </>
  );
}

interface Run {
  readonly washed: boolean;
  readonly at: number;
  readonly pieces: readonly Segment[];
}

/** Neighbours that are all washed, or all not, together: one wash is one mark. */
function runsOf(segments: readonly Segment[]): readonly Run[] {
  const runs: { washed: boolean; at: number; pieces: Segment[] }[] = [];
  for (const [at, segment] of segments.entries()) {
    const last = runs.at(-1);
    if (last?.washed === segment.washed) last.pieces.push(segment);
    else runs.push({ washed: segment.washed, at, pieces: [segment] });
  }
  return runs;
}
