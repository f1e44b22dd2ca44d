import { errorAt, type Finding } from "./finding.ts";
import { isTableKind, type TableKind } from "./kinds.ts";
import type { Pack } from "./pack.ts";
import { cellOf, type TableRow, type TableRows } from "./table.ts";

/** 另须唯一. Columns that together name one row, beside the key in `pack.json`. */
const ALSO_UNIQUE: Partial<Record<TableKind, readonly (readonly string[])[]>> = {
  indicators: [["name_zh"], ["name_en"]],
  places: [["name_zh", "parent"]],
  organisations: [["name_zh"]],
  plans: [["title_zh"]],
  projects: [["name_zh"]],
  agreements: [["title_zh", "signed"]],
  events: [["title_zh", "date_start"]],
  "source-list": [["name_zh"]],
};

/** 唯一性. No two rows of a table with the same key, nor with the same name where names must tell rows apart. */
export function keyFindings(pack: Pack): readonly Finding[] {
  return pack.manifest.tables.flatMap((entry) => {
    const table = pack.tables.find(({ file }) => file === entry.file);
    if (!table) return [];
    const also = isTableKind(entry.kind) ? (ALSO_UNIQUE[entry.kind] ?? []) : [];
    return [entry.key, ...also].flatMap((columns) => duplicates(table, columns));
  });
}

function duplicates(table: TableRows, columns: readonly string[]): readonly Finding[] {
  const first = new Map<string, TableRow>();
  return table.rows.flatMap((row) => {
    const written = columns.map((column) => cellOf(row, column)).join(" | ");
    const earlier = first.get(written);
    if (!earlier) first.set(written, row);
    if (!earlier) return [];
    return [
      errorAt(
        { table, row, column: columns.join("+") },
        {
          code: "duplicate-key",
          found: written,
          expected: `a value of its own; line ${earlier.line} has the same`,
          advice: "Merge the two rows, or tell them apart.",
        },
      ),
    ];
  });
}
