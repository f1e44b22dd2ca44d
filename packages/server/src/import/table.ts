import { parse } from "csv-parse/sync";
import { unguarded } from "../export/formula-guard.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { readWorkbook } from "./workbook.ts";

/** 表行. A row under the header with its number as a spreadsheet shows it; cells are text, "" where nothing stands. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** 表. The first row as header, the others as text. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Rows of one import at most: all of them go into one transaction. */
const mostRows = 50_000;

/** 读表. A CSV (UTF-8) or XLSX file, told apart by its first bytes. Throws `RequestRefused` when it is neither. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const [header = [], ...rows] = isZip ? await readWorkbook(bytes) : csvRows(bytes);
  if (header.length === 0)
    throw new RequestRefused("invalid", "The file has no header row; export one to see the form");
  if (rows.length > mostRows)
    throw new RequestRefused("invalid", `Found ${rows.length} rows, expected at most ${mostRows}; split the file`);
  const numbered = rows.map((cells, index) => ({ number: index + 2, cells }));
  return {
    header: header.map((label) => label.trim()),
    rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== "")),
  };
}

function csvRows(bytes: Uint8Array): readonly (readonly string[])[] {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const rows: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: false });
    return rows.map((row) => row.map(unguarded));
  } catch (failure) {
    const what =
      failure instanceof TypeError ? "it is not UTF-8" : failure instanceof Error ? failure.message : "unknown form";
    throw new RequestRefused("invalid", `The file cannot be read as CSV: ${what}. Save it as "CSV UTF-8" or as XLSX`);
  }
}
