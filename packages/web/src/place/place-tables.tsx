import type { Output } from "@qipan/server/contract/client";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { termText } from "../format/value.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { PlaceLink } from "./place-name.tsx";
import type { PastDivision } from "./place-then.tsx";

type OtherName = Output<"getPlace">["names"][number];

/** 沿革表. Every name and parent that a place had, oldest first, each with the entry that says on what evidence. */
export function DivisionTable({ of }: { readonly of: readonly PastDivision[] }): ReactElement {
  const { place: words, parts } = useWords();
  const heading = useId();
  const columns: readonly Column<PastDivision>[] = [
    { id: "name", head: words.name, render: ({ name }) => <Chinese text={name} /> },
    {
      id: "lay",
      head: words.lay,
      render: ({ parent }) => (parent ? <PlaceLink of={parent} /> : <span className="absent">{parts.notStated}</span>),
    },
    { id: "from", head: words.from, render: ({ validFrom }) => <About date={validFrom} /> },
    { id: "to", head: words.to, render: ({ validTo }) => <About date={validTo} /> },
    {
      id: "note",
      head: words.note,
      render: ({ note }) => (note ? <Chinese text={note} /> : <span className="absent">{parts.notStated}</span>),
    },
    {
      id: "evidence",
      head: words.evidence,
      render: ({ entry, name }) => <Evidence entry={entry} name={name} />,
    },
  ];
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{words.history}</h2>
      <DataTable
        caption={words.history}
        columns={columns}
        rows={of}
        keyOf={({ entry }) => entry}
        empty={<p className="t3 small">{words.noHistory}</p>}
      />
    </section>
  );
}

/** 别名表. Other names of a place from the register of names, with the span in which each was in use. */
export function NamesTable({ of }: { readonly of: readonly OtherName[] }): ReactElement {
  const { place: words, terms } = useWords();
  const heading = useId();
  const columns: readonly Column<OtherName>[] = [
    { id: "alias", head: words.alias, render: ({ name }) => <Chinese text={name} /> },
    { id: "sort", head: words.sort, render: ({ sort }) => termText(terms.aliasSorts, sort) },
    { id: "from", head: words.from, render: ({ validFrom }) => <About date={validFrom} /> },
    { id: "to", head: words.to, render: ({ validTo }) => <About date={validTo} /> },
    {
      id: "evidence",
      head: words.evidence,
      render: ({ entry, name }) => <Evidence entry={entry} name={name} />,
    },
  ];
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{words.names}</h2>
      <DataTable
        caption={words.names}
        columns={columns}
        rows={of}
        keyOf={({ entry }) => entry}
        empty={<p className="t3 small">{words.noNames}</p>}
      />
    </section>
  );
}

function Chinese({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="doc" lang={languageTag.zh}>
      {text}
    </span>
  );
}

function About({ date }: { readonly date: string | null }): ReactElement {
  const { parts } = useWords();
  return date ? <DateWithPrecision start={date} /> : <span className="absent">{parts.notStated}</span>;
}

function Evidence({ entry, name }: { readonly entry: string; readonly name: string }): ReactElement {
  const { place: words } = useWords();
  return (
    <Link to="/entries/$id" params={{ id: entry }} aria-label={`${words.evidence} ${words.openEvidence(name)}`}>
      {words.evidence}
    </Link>
  );
}
