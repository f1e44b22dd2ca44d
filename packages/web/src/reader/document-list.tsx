import type { Document } from "@qipan/policy/records/document";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { count } from "../format/number.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 文件列表. One row a document; a removed one says by whom, when and why, and keeps its place. */
export function DocumentList({ of }: { readonly of: readonly Document[] }): ReactElement {
  const { documents } = useWords();
  const columns: readonly Column<Document>[] = [
    { id: "title", head: documents.list, render: (document) => <NameOf document={document} /> },
    {
      id: "genre",
      head: documents.genre,
      render: (document) => <Genre document={document} />,
    },
    {
      id: "issuer",
      head: documents.issuer,
      render: ({ issuer }) => (issuer ? <span lang={languageTag.zh}>{issuer}</span> : <NotStated />),
    },
    {
      id: "number",
      head: documents.number,
      render: ({ number }) => (number ? <span lang={languageTag.zh}>{number}</span> : <NotStated />),
    },
    {
      id: "date",
      head: documents.date,
      render: ({ date }) => (date ? <time dateTime={date}>{date}</time> : <NotStated />),
    },
    { id: "sentences", head: documents.sentences, number: true, render: ({ sentenceCount }) => count(sentenceCount) },
    { id: "readings", head: documents.readings, number: true, render: (document) => <Readings document={document} /> },
    {
      id: "received",
      head: documents.received,
      render: ({ receivedAt }) => <time dateTime={receivedAt}>{receivedAt.slice(0, 10)}</time>,
    },
  ];
  return (
    <DataTable className="documents" caption={documents.list} columns={columns} rows={of} keyOf={({ id }) => id} />
  );
}

/** What sort of text it is, and whether it binds nobody any more. */
function Genre({ document: { genre, standing } }: { readonly document: Document }): ReactElement {
  const { terms } = useWords();
  if (genre === null) return <NotStated />;
  return (
    <>
      {terms.genres[genre]}
      {standing && standing !== "in-force" && terms.standings[standing] !== terms.genres[genre] ? (
        <span className="near small"> {terms.standings[standing]}</span>
      ) : null}
    </>
  );
}

function NotStated(): ReactElement {
  return <span className="absent">{useWords().parts.notStated}</span>;
}

function NameOf({ document }: { readonly document: Document }): ReactElement {
  const { documents } = useWords();
  return (
    <>
      <Link className="doc" to="/documents/$id" params={{ id: document.id }} lang={languageTag.zh}>
        {document.title ?? document.name}
      </Link>
      {document.title && document.title !== document.name ? (
        <span className="t3 small file-name" lang={languageTag.zh}>
          {document.name}
        </span>
      ) : null}
      {document.purged ? (
        <span className="small near purged">
          {documents.purged(document.purged.at.slice(0, 10))}{" "}
          {documents.purgedWhy(document.purged.by, document.purged.reason)}
        </span>
      ) : null}
    </>
  );
}

function Readings({ document }: { readonly document: Document }): ReactElement {
  const { documents } = useWords();
  if (document.readingCount === 0) return <span className="t3">{documents.noReadings}</span>;
  return (
    <>
      {count(document.readingCount)}{" "}
      <span className={document.pendingCount > 0 ? "near small" : "t3 small"}>
        {document.pendingCount > 0 ? documents.pending(document.pendingCount) : documents.allReviewed}
      </span>
    </>
  );
}
