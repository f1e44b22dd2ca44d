import { createRequire } from "node:module";
import type { parse } from "csv-parse/sync";
import { errorAt, type Finding } from "@qipan/policy/pack/finding";
import type { TableRow, TableRows } from "@qipan/policy/pack/table";
import { type DelimitedRecord, delimitedRecords } from "./delimited-records.ts";

/** 表文件. A table as text rows, and what is wrong with its form. */
export interface TableFile {
  readonly table: TableRows;
  readonly findings: readonly Finding[];
}

/**
 * 读表. Parses a table in the form of RFC 4180, a byte order mark allowed. Every row keeps the line it began on and has
 * exactly the columns of the header; a row with more or fewer cells is left out and reported. A text that breaks the
 * rules of quoting gives an empty table and one finding. Never throws.
 * @example tableOfText("places.csv", "code,name_zh\r\n110000,北京市\r\n").table.rows[0]?.line // 2
 */
export function tableOfText(file: string, text: string): TableFile {
  const parsed = recordsOf(file, text);
  if (!Array.isArray(parsed)) return { table: { file, header: [], rows: [] }, findings: [parsed as Finding] };
  const [first, ...others] = parsed as readonly DelimitedRecord[];
  const header = first?.record ?? [];
  const rows: TableRow[] = [];
  const findings: Finding[] = [];
  let line = 1 + linesOf(first?.raw ?? "");
  for (const { record, raw } of others) {
    const row = { line, cells: Object.fromEntries(header.map((column, index) => [column, record[index] ?? ""])) };
    line += linesOf(raw);
    if (record.length === 1 && record[0] === "") continue;
    if (record.length === header.length) rows.push(row);
    else findings.push(wrongWidth({ file, row, found: record.length, expected: header.length }));
  }
  return { table: { file, header, rows }, findings };
}

/** csv-parse is loaded for tables of a form that needs it: it takes longer to load than all our own tables to read. */
function patientParser(): typeof parse {
  return (createRequire(import.meta.url)("csv-parse/sync") as { parse: typeof parse }).parse; // the module of the type
}

function recordsOf(file: string, text: string): readonly DelimitedRecord[] | Finding {
  const records = delimitedRecords(text);
  if (records) return records;
  try {
    // With `raw` each record comes with its text, which counts lines right where a quoted cell has CRLF.
    const options = { bom: true, raw: true, relax_column_count: true } as const;
    return patientParser()(text, options) as unknown as readonly DelimitedRecord[];
  } catch (failure) {
    const line = failure instanceof Error && "lines" in failure ? Number(failure.lines) : 0;
    return errorAt(
      { table: { file }, row: { line } },
      {
        code: "broken-quoting",
        found: failure instanceof Error ? failure.message : String(failure),
        expected: "a table in the form of RFC 4180",
        advice: 'Put a field with a comma, a quote or a line break in quotes, and double the quotes inside it ("").',
      },
    );
  }
}

/** Line breaks of a record's text, its own end included. */
function linesOf(raw: string): number {
  return raw.match(/\r\n|\r|\n/gu)?.length ?? 0;
}

function wrongWidth(at: { file: string; row: TableRow; found: number; expected: number }): Finding {
  return errorAt(
    { table: { file: at.file }, row: at.row },
    {
      code: "wrong-width",
      found: `${at.found} cells`,
      expected: `${at.expected} cells, one for each column of the header`,
      advice: "Look for a missing or unquoted comma in this row.",
    },
  );
}
