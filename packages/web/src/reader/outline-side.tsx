import type { Document } from "@qipan/policy/records/document";
import type { ReaderSentence } from "@qipan/server/contract/documents";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { outlineOf } from "./outline.ts";

/** 文件旁栏. What the document is, and its headings with how much was read below each. */
export function OutlineSide({
  document,
  sentences,
}: {
  readonly document: Document;
  readonly sentences: readonly ReaderSentence[];
}): ReactElement {
  const title = document.title ?? document.name;
  return (
    <aside className="reader-side">
      <p className="reader-title" aria-hidden="true" lang={languageTag.zh}>
        {title}
      </p>
      <Meta document={document} />
      <Ways document={document} />
      <Outline sentences={sentences} />
    </aside>
  );
}

function Meta({ document }: { readonly document: Document }): ReactElement {
  const { reader } = useWords();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [reader.meta.issuer, document.issuer],
    [reader.meta.number, document.number],
    [reader.meta.date, document.date],
    [reader.meta.file, document.title ? document.name : null],
    [reader.meta.received, reader.receivedBy(document.receivedAt.slice(0, 10), document.receivedBy)],
  ];
  return (
    <dl className="reader-meta">
      {rows
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Where else to go from a document: its card, its versions, the file as it came. */
function Ways({ document: { id, purged } }: { readonly document: Document }): ReactElement {
  const { card, frame, versions, reader } = useWords();
  return (
    <p className="reader-ways small">
      <Link to="/documents/$id/card" params={{ id }}>
        {card.open}
      </Link>{" "}
      <Link to="/documents/$id/versions" params={{ id }}>
        {versions.open}
      </Link>{" "}
      <Link to="/facts" search={{ document: id }}>
        {frame.modulesOf.facts}
      </Link>{" "}
      {purged ? null : (
        <a href={`/api/documents/${id}/file`} download>
          {reader.original}
        </a>
      )}
    </p>
  );
}

function Outline({ sentences }: { readonly sentences: readonly ReaderSentence[] }): ReactElement {
  const { reader } = useWords();
  const lines = outlineOf(sentences);
  if (lines.length === 0) return <p className="t3 small">{reader.noOutline}</p>;
  return (
    <nav aria-label={reader.outline} className="toc">
      <ol>
        {lines.map(({ address, text, depth, readings }) => (
          <li key={address} className={`toc-${depth}`}>
            <Link to="." search={(held) => ({ ...held, sel: address, reading: undefined })} resetScroll={false} replace>
              <span lang={languageTag.zh}>{text}</span>
              {readings > 0 ? (
                <span className="n">
                  {readings}
                  <span className="vh"> {reader.outlineUnit}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
