import { Fragment, type ReactElement, useMemo } from "react";
import { markOf, marks, mentionText } from "../reader/mention-text.ts";
import { segmentsOf, type Stretch } from "../reader/segments.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { TriedRow } from "./tried-rows.ts";

/** Mentions that are marked in one sentence at the most: more lie in no sentence that a person wrote. */
const mostMarked = 300;

/** 试读之句. The sentence in Song, what was found in it underlined by kind, the words of the reading looked at washed. */
export function TriedWords({
  of: { sentence, mentions },
  washes,
}: {
  readonly of: TriedRow;
  readonly washes: readonly Stretch[];
}): ReactElement {
  const words = useWords();
  const segments = useMemo(
    () => segmentsOf({ sentence, view: "repaired", mentions: mentions.slice(0, mostMarked), washes }),
    [sentence, mentions, washes],
  );
  return (
    <p className={sentence.kind === "heading" ? "s tried-words heading" : "s tried-words"} lang={languageTag.zh}>
      {segments.map(({ text, mention, washed }, index) => {
        const marked = mention ? (
          <span className={marks[markOf(mention)]} title={mentionText(mention, words)}>
            {text}
          </span>
        ) : (
          text
        );
        // oxlint-disable-next-line react/no-array-index-key -- pieces of a sentence never move
        return washed ? <mark key={index}>{marked}</mark> : <Fragment key={index}>{marked}</Fragment>;
      })}
    </p>
  );
}
