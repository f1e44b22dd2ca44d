import { errorAt, type Finding } from "./finding.ts";
import type { TableKind } from "./kinds.ts";
import { type Pack, rowsOf } from "./pack.ts";
import { cellOf, membersOf } from "./table.ts";

/** 有别名的表. Kinds with aliases; organisations' full names stand among the aliases, places' may repeat (新华区). */
const NAMED: readonly { readonly kind: TableKind; readonly id: string; readonly own: readonly string[] }[] = [
  { kind: "places", id: "code", own: [] },
  { kind: "organisations", id: "id", own: ["name_zh"] },
];

/** 别名唯一. A short name leads to one row only: one that two share is given to neither. */
export function nameFindings(pack: Pack): readonly Finding[] {
  return NAMED.flatMap(({ kind, id, own }) => {
    const rows = rowsOf(pack, kind);
    const owners = new Map(rows.flatMap(({ row }) => own.map((column) => [cellOf(row, column), cellOf(row, id)])));
    return rows.flatMap(({ table, row }) =>
      membersOf(row, "aliases_zh").flatMap((alias) => {
        const owner = owners.get(alias);
        owners.set(alias, owner ?? cellOf(row, id));
        if (owner === undefined || owner === cellOf(row, id)) return [];
        const expected = `a name of one row; ${owner} has it too`;
        const advice = "Take the alias away from both, or from the one that is rarely meant.";
        return [
          errorAt({ table, row, column: "aliases_zh" }, { code: "shared-alias", found: alias, expected, advice }),
        ];
      }),
    );
  });
}
