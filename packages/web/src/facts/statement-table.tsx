import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { termText } from "../format/value.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { ReadDays } from "../parts/read-days.tsx";
import { addressText } from "../parts/source-sentence.tsx";
import { ReadNumber } from "../review/read-value.tsx";
import { usePlaceName } from "../review/use-place-name.ts";
import { langOf, languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { ClusterView, NumberedStatement } from "./cluster-view.ts";
import { StatementNumber } from "./statement-number.tsx";

type Row = NumberedStatement;

/** 各说表. The statements of a group in the order of what they tell; those at issue have a filled number. */
export function StatementTable({
  rows,
  view: { hasValues, hasRegions },
}: {
  readonly rows: readonly Row[];
  readonly view: ClusterView;
}): ReactElement {
  const { facts } = useWords();
  const columns: readonly Column<Row>[] = [
    { id: "document", head: facts.document, render: (row) => <Source of={row} /> },
    { id: "when", head: facts.when, render: ({ statement }) => <ReadDays of={statement} /> },
    ...(hasValues ? [{ id: "value", head: facts.value, render: (row: Row) => <Value of={row} /> }] : []),
    ...(hasRegions ? [{ id: "region", head: facts.region, render: (row: Row) => <Region of={row} /> }] : []),
    {
      id: "quote",
      head: facts.quote,
      render: ({ statement }) => (
        <q className="doc" lang={languageTag.zh}>
          {statement.quote}
        </q>
      ),
    },
  ];
  return (
    <DataTable
      className={["fact-table", hasValues ? "has-values" : "", hasRegions ? "has-regions" : ""].join(" ")}
      caption={facts.statements}
      columns={columns}
      rows={rows}
      keyOf={({ statement }) => statement.id}
    />
  );
}

function Source({ of: { number, isAtIssue, statement } }: { readonly of: Row }): ReactElement {
  const { parts, terms } = useWords();
  return (
    <span className="fact-source">
      <StatementNumber of={number} isAtIssue={isAtIssue} />
      <span>
        <Link
          to="/documents/$id"
          params={{ id: statement.document }}
          search={{ sel: statement.address }}
          lang={languageTag.zh}
        >
          {statement.documentName}
        </Link>
        <span className="t3 small fact-place">
          {termText(terms.readingTypes, statement.type)} {addressText(statement.address, parts)}
        </span>
      </span>
    </span>
  );
}

function Value({ of: { statement } }: { readonly of: Row }): ReactElement | null {
  const { facts } = useWords();
  if (statement.value === null && statement.low === null) return null;
  return (
    <>
      {statement.total ? <span className="t3 small">{facts.total} </span> : null}
      <ReadNumber of={statement} />
    </>
  );
}

function Region({ of: { statement } }: { readonly of: Row }): ReactElement | null {
  const place = usePlaceName();
  const language = useLanguage();
  if (statement.region === "n/a") return null;
  const name = place(statement.region);
  return <span lang={langOf(name, language)}>{name}</span>;
}
