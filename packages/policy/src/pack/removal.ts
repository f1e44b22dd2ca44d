import type { PackManifest } from "./manifest.ts";
import { cellOf, type TableRows } from "./table.ts";

/** 剔除. The tables without the rows that the named switches of the manifest take out; an unknown switch is an error. */
export function withoutRemovable(
  tables: readonly TableRows[],
  manifest: PackManifest,
  switches: readonly string[],
): readonly TableRows[] {
  const unknown = switches.find((id) => !manifest.removable.some((rule) => rule.id === id));
  if (unknown !== undefined) {
    const known = manifest.removable.map(({ id }) => id).join(", ") || "none";
    throw new Error(`Pack ${manifest.id} has no switch ${unknown}; it has: ${known}. Correct the name.`);
  }
  const rules = manifest.removable.filter(({ id }) => switches.includes(id));
  return tables.map((table) => ({
    ...table,
    rows: table.rows.filter(
      (row) => !rules.some((rule) => rule.file === table.file && cellOf(row, rule.column) === rule.value),
    ),
  }));
}
