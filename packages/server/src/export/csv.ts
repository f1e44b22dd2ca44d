import { stringify } from "csv-stringify/sync";
import type { CellValue } from "./cell-value.ts";
import { guarded } from "./formula-guard.ts";

/** Byte order mark: without it spreadsheets take UTF-8 for the system's own encoding. */
const mark = "\uFEFF";

/** 写 CSV. Lines as UTF-8 with mark and CRLF (RFC 4180), text cells guarded against being run as formulas. */
export async function* csvLines(
  header: readonly string[],
  pages: AsyncIterable<readonly (readonly CellValue[])[]>,
): AsyncGenerator<string> {
  yield mark + lines([header]);
  for await (const rows of pages) if (rows.length > 0) yield lines(rows);
}

function lines(rows: readonly (readonly CellValue[])[]): string {
  return stringify(
    rows.map((row) => row.map(written)),
    { record_delimiter: "\r\n" },
  );
}

function written(cell: CellValue): string {
  return typeof cell === "string" ? guarded(cell) : String(cell ?? "");
}
