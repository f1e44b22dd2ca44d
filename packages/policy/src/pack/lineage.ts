import { errorAt, type Finding } from "./finding.ts";
import type { TableKind } from "./kinds.ts";
import { type Pack, rowsOf } from "./pack.ts";
import { cellOf } from "./table.ts";

const TREES: readonly { readonly kind: TableKind; readonly id: string; readonly parent: string }[] = [
  { kind: "places", id: "code", parent: "parent" },
  { kind: "organisations", id: "id", parent: "parent_id" },
  { kind: "plans", id: "id", parent: "parent_id" },
];

/** 上下级无环. Following parents from any row comes to an end. */
export function lineageFindings(pack: Pack): readonly Finding[] {
  return TREES.flatMap(({ kind, id, parent }) => {
    const rows = rowsOf(pack, kind);
    const up = new Map(rows.map(({ row }) => [cellOf(row, id), cellOf(row, parent)]));
    return rows
      .filter(({ row }) => isOnLoop(up, cellOf(row, id)))
      .map(({ table, row }) =>
        errorAt(
          { table, row, column: parent },
          {
            code: "parent-loop",
            found: `${cellOf(row, id)} is an ancestor of itself by way of ${cellOf(row, parent)}`,
            expected: "a chain of parents that ends",
            advice: `Correct ${parent} of one row of the loop.`,
          },
        ),
      );
  });
}

function isOnLoop(up: ReadonlyMap<string, string>, start: string): boolean {
  const seen = new Set<string>();
  for (let at = up.get(start); at; at = up.get(at)) {
    if (at === start) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}
