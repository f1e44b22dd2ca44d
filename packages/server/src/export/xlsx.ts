import { PassThrough, Readable } from "node:stream";
import ExcelJS from "exceljs";
import type { CellValue } from "./cell-value.ts";

/** What the second sheet says about the first: label and value. */
export type SheetFacts = readonly (readonly [label: string, value: string])[];

/** A table to be written as a workbook. */
export interface Workbook {
  readonly sheet: string;
  readonly aboutSheet: string;
  readonly header: readonly string[];
  readonly pages: AsyncIterable<readonly (readonly CellValue[])[]>;
  readonly facts: SheetFacts;
}

/**
 * 写 XLSX. Bytes of a workbook as they come: header bold and frozen, text cells typed as text (a cell that begins with =
 * stays text), then a sheet that says what this is, as of when, and under which root of the ledger.
 */
export function xlsxBytes(workbook: Workbook): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  write(workbook, out).catch((failure: unknown) =>
    out.destroy(failure instanceof Error ? failure : new Error(String(failure))),
  );
  return Readable.toWeb(out) as ReadableStream<Uint8Array>; // Node's own type of the same stream
}

async function write({ sheet, aboutSheet, header, pages, facts }: Workbook, out: PassThrough): Promise<void> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const rows = writer.addWorksheet(sheet.slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
  rows.columns = header.map((label) => ({ width: Math.min(40, Math.max(12, label.length * 2 + 4)) }));
  const first = rows.addRow([...header]);
  first.font = { bold: true };
  first.commit();
  for await (const page of pages) for (const row of page) rows.addRow([...row]).commit();
  rows.commit();
  const about = writer.addWorksheet(aboutSheet.slice(0, 31));
  about.columns = [{ width: 24 }, { width: 80 }];
  for (const fact of facts) about.addRow([...fact]).commit();
  about.commit();
  await writer.commit();
}
