import type { ReaderSentence } from "@qipan/server/contract/documents";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { CopyNote } from "./copy-note.tsx";
import { ErratumMark } from "./erratum-mark.tsx";
import type { Paragraph } from "./paragraphs.ts";
import { rawRuns } from "./raw-runs.ts";

/** 对照. Each paragraph twice: as it stands in the file, with what repair did to it marked, and as it is read. */
export function CompareSheet(props: {
  readonly paragraphs: readonly Paragraph[];
  readonly address: string | undefined;
}): ReactElement {
  const { reader } = useWords();
  return (
    <table className="compare" lang={languageTag.zh}>
      <caption className="vh">{reader.both}</caption>
      <thead>
        <tr>
          <th scope="col" className="compare-number">
            <span className="vh">{reader.number}</span>
          </th>
          <th scope="col">{reader.raw}</th>
          <th scope="col">{reader.repaired}</th>
        </tr>
      </thead>
      <tbody>
        {props.paragraphs.map((paragraph) => (
          <tr key={paragraph.number} className={paragraph.kind}>
            <th scope="row">{paragraph.number}</th>
            <td className="compare-raw">
              {paragraph.sentences.map((sentence) => (
                <Raw key={sentence.address} of={sentence} />
              ))}
            </td>
            <td>
              <KindNote kind={paragraph.kind} />
              {paragraph.sentences.map((sentence) => (
                <Read key={sentence.address} of={sentence} isSelected={sentence.address === props.address} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Raw({ of }: { readonly of: ReaderSentence }): ReactElement {
  const { reader } = useWords();
  return (
    <>
      {rawRuns(of).map(({ at, kind, text }) => {
        if (kind === "kept") return <span key={at}>{text}</span>;
        if (kind === "break")
          return (
            <span key={at} className="closed-break" title={reader.closedBreak}>
              <span aria-hidden="true">↵</span>
              {"\n"}
            </span>
          );
        return (
          <del
            key={at}
            className={text.trim() === "" ? "space" : kind}
            title={kind === "hidden" ? reader.hiddenHere : reader.foreignHere}
          >
            {text}
          </del>
        );
      })}
    </>
  );
}

function Read({ of, isSelected }: { readonly of: ReaderSentence; readonly isSelected: boolean }): ReactElement {
  return (
    <span className={isSelected ? "s sel" : "s"} data-address={of.address} tabIndex={-1}>
      <Link
        className="s-number"
        to="."
        search={(held) => ({ ...held, sel: of.address, reading: undefined })}
        resetScroll={false}
        replace
      >
        {of.ordinal}
      </Link>
      {of.text}
      <CopyNote of={of} />
      <ErratumMark address={of.address} />
    </span>
  );
}

/** What a paragraph was judged to be, where it is no running text. */
export function KindNote({ kind }: { readonly kind: string }): ReactElement | null {
  const { reader } = useWords();
  const kinds: Readonly<Record<string, string>> = reader.kinds;
  return kinds[kind] ? <span className="kind-note">{kinds[kind]}</span> : null;
}
