import { errorAt, type Finding } from "./finding.ts";
import type { TableKind } from "./kinds.ts";
import { type Pack, rowsOf, tableOf } from "./pack.ts";
import { cellOf, membersOf } from "./table.ts";

/** 引用. A column whose cell (or each of whose members) must name a row of another table; `only` narrows the cells. */
interface Reference {
  readonly from: TableKind;
  readonly column: string;
  readonly to: TableKind;
  readonly only?: RegExp;
}

const REFERENCES: readonly Reference[] = [
  { from: "places", column: "parent", to: "places" },
  { from: "organisations", column: "region", to: "places" },
  { from: "organisations", column: "parent_id", to: "organisations" },
  { from: "observations", column: "indicator", to: "indicators" },
  { from: "observations", column: "region", to: "places" },
  { from: "plans", column: "parent_id", to: "plans" },
  // Issuers are names as printed; only a cell that looks like an identifier is held to be one.
  { from: "plans", column: "issuer", to: "organisations", only: /^org-/u },
  { from: "targets", column: "indicator", to: "indicators" },
  { from: "targets", column: "region", to: "places" },
  { from: "targets", column: "plan", to: "plans" },
  { from: "projects", column: "regions", to: "places" },
  { from: "projects", column: "lead", to: "organisations" },
  { from: "agreements", column: "parties", to: "organisations" },
  { from: "events", column: "place", to: "places" },
  { from: "events", column: "participants", to: "organisations" },
  { from: "aliases", column: "place", to: "places" },
  { from: "aliases", column: "organisation", to: "organisations" },
  { from: "aliases", column: "project", to: "projects" },
  { from: "aliases", column: "plan", to: "plans" },
  { from: "divisions", column: "place", to: "places" },
  { from: "divisions", column: "parent", to: "places" },
  { from: "source-list", column: "organisation", to: "organisations" },
  ...(
    [
      "aliases",
      "divisions",
      "places",
      "organisations",
      "observations",
      "plans",
      "targets",
      "projects",
      "agreements",
      "events",
      "source-list",
    ] as const
  ).map((from) => ({ from, column: "source_id", to: "sources" }) as const),
];

/** 引用完整. Every code and id that a row mentions exists in the table it points to. */
export function referenceFindings(pack: Pack): readonly Finding[] {
  return REFERENCES.flatMap((reference) => dangling(pack, reference));
}

function dangling(pack: Pack, { from, column, to, only }: Reference): readonly Finding[] {
  const known = keysOf(pack, to);
  return rowsOf(pack, from).flatMap(({ table, row }) =>
    membersOf(row, column)
      .filter((member) => member !== "" && !known.has(member) && (!only || only.test(member)))
      .map((member) =>
        errorAt(
          { table, row, column },
          {
            code: "unknown-reference",
            found: member,
            expected: `a row of ${tableOf(pack, to).file}`,
            advice: `Correct the code, or add the row to ${tableOf(pack, to).file}.`,
          },
        ),
      ),
  );
}

/** 键集. Codes by which rows of a kind are referred to. */
export function keysOf(pack: Pack, kind: TableKind): ReadonlySet<string> {
  const column = kind === "places" ? "code" : "id";
  return new Set(rowsOf(pack, kind).map(({ row }) => cellOf(row, column)));
}
