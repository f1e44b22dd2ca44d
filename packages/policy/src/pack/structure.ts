import { errorAt, type Finding, warningAt } from "./finding.ts";
import { isTableKind, ROW_SCHEMAS } from "./kinds.ts";
import type { TableEntry } from "./manifest.ts";
import type { Pack } from "./pack.ts";
import { cellOf, columnOfField, type TableRows } from "./table.ts";

/** 结构. Tables named and present, headers as the schema has them, cells tidy, as many rows as declared. */
export function structureFindings(pack: Pack): readonly Finding[] {
  return [
    ...pack.manifest.tables.flatMap((entry) => entryFindings(pack, entry)),
    ...pack.tables.flatMap((table) => [...strayTable(pack, table), ...untidyCells(table)]),
    ...pack.manifest.census.flatMap((count) => censusFindings(pack, count)),
  ];
}

function entryFindings(pack: Pack, entry: TableEntry): readonly Finding[] {
  const table = pack.tables.find(({ file }) => file === entry.file);
  if (!table) return [missingTable(entry)];
  return [...unknownKind(entry), ...headerFindings(table, entry), ...rowCount(table, entry)];
}

function missingTable(entry: TableEntry): Finding {
  return errorAt(
    { table: entry },
    {
      code: "missing-table",
      found: "no such file",
      expected: `the table of kind ${entry.kind} that pack.json names`,
      advice: "Add the file, or take its entry out of pack.json.",
    },
  );
}

function unknownKind(entry: TableEntry): readonly Finding[] {
  if (isTableKind(entry.kind) || entry.kind.startsWith("network/")) return [];
  const expected = `one of ${Object.keys(ROW_SCHEMAS).join(", ")}, or network/…`;
  return [
    errorAt(
      { table: { file: "pack.json" }, column: "tables.kind" },
      { code: "unknown-kind", found: entry.kind, expected, advice: `Correct the kind of ${entry.file}.` },
    ),
  ];
}

function headerFindings(table: TableRows, entry: TableEntry): readonly Finding[] {
  const wanted = isTableKind(entry.kind) ? Object.keys(ROW_SCHEMAS[entry.kind].shape).map(columnOfField) : entry.key;
  const missing = wanted.filter((column) => !table.header.includes(column));
  const extra = isTableKind(entry.kind) ? table.header.filter((column) => !wanted.includes(column)) : [];
  const twice = table.header.filter((column, at) => table.header.indexOf(column) !== at);
  const header = (column: string, code: string, advice: string): Finding =>
    errorAt(
      { table, row: { line: 1 }, column },
      { code, found: table.header.join(","), expected: `columns ${wanted.join(",")}`, advice },
    );
  return [
    ...missing.map((column) => header(column, "missing-column", `Add the column ${column}.`)),
    ...extra.map((column) => header(column, "unknown-column", `Remove or rename the column ${column}.`)),
    ...twice.map((column) => header(column, "repeated-column", `Keep one column ${column}.`)),
  ];
}

function rowCount(table: TableRows, entry: TableEntry): readonly Finding[] {
  if (table.rows.length === entry.rows) return [];
  return [
    warningAt(
      { table },
      {
        code: "row-count",
        found: `${table.rows.length} rows`,
        expected: `${entry.rows} rows as pack.json declares`,
        advice: "If the change was meant, write the new number into pack.json; if not, the file is cut or doubled.",
      },
    ),
  ];
}

function strayTable(pack: Pack, table: TableRows): readonly Finding[] {
  if (pack.manifest.tables.some(({ file }) => file === table.file)) return [];
  const advice = "Name it in pack.json with kind, key and licences, or take it away.";
  return [
    errorAt({ table }, { code: "stray-table", found: table.file, expected: "a table named in pack.json", advice }),
  ];
}

function untidyCells(table: TableRows): readonly Finding[] {
  return table.rows.flatMap((row) =>
    table.header
      .filter((column) => !isTidy(cellOf(row, column)))
      .map((column) =>
        errorAt(
          { table, row, column },
          {
            code: "untidy-cell",
            found: JSON.stringify(cellOf(row, column)),
            expected: "text without outer spaces, control characters or line breaks",
            advice: "Remove them.",
          },
        ),
      ),
  );
}

function isTidy(written: string): boolean {
  return written === written.trim() && !/\p{Cc}/u.test(written);
}

function censusFindings(pack: Pack, count: Pack["manifest"]["census"][number]): readonly Finding[] {
  const table = pack.tables.find(({ file }) => file === count.file);
  if (!table) return [];
  const rows = table.rows.filter(
    (row) =>
      Object.entries(count.where).every(([column, value]) => cellOf(row, column) === value) &&
      Object.entries(count.prefix).every(([column, start]) => cellOf(row, column).startsWith(start)),
  );
  if (rows.length === count.rows) return [];
  const which = JSON.stringify({ ...count.where, ...count.prefix });
  return [
    errorAt(
      { table },
      {
        code: "census",
        found: `${rows.length} rows with ${which}`,
        expected: `${count.rows}`,
        advice: "Find the row that is missing or too many.",
      },
    ),
  ];
}
