import exceljs from "exceljs";
import { fixedZip } from "./fixed-zip.ts";

/** 表. One sheet: name, title and note set over all columns, rows with the header first, notes under the table. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly rows: readonly (readonly string[])[];
  readonly below: readonly string[];
  /** Columns (from 0) whose equal neighbours below each other are merged into one cell. */
  readonly merged: readonly number[];
}

const FIRST = 3;

/** 制表. A workbook of such sheets; a cell that is a plain number is stored as one. */
export async function xlsxFile(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = "棋盘项目";
  for (const sheet of sheets) addSheet(workbook, sheet);
  return fixedZip(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addSheet(workbook: exceljs.Workbook, { name, title, note, rows, below, merged }: Sheet): void {
  const width = rows[0]?.length ?? 1;
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: FIRST }] });
  const across = (row: number, text: string): void => {
    sheet.getCell(row, 1).value = text;
    sheet.mergeCells(row, 1, row, width);
  };
  across(1, title);
  sheet.getCell(1, 1).style = { font: { size: 16, bold: true }, alignment: { horizontal: "center" } };
  across(2, note);
  for (const [index, cells] of rows.entries()) sheet.getRow(FIRST + index).values = cells.map(valueOf);
  sheet.getRow(FIRST).font = { bold: true };
  for (const column of merged) mergeEqual(sheet, rows, column);
  for (const [index, text] of below.entries()) across(FIRST + rows.length + index, text);
  for (let column = 1; column <= width; column += 1) {
    const longest = Math.max(...rows.map((cells) => cells[column - 1]?.length ?? 0));
    sheet.getColumn(column).width = Math.min(44, 4 + longest * 2);
  }
}

const valueOf = (cell: string): string | number | null =>
  cell === "" ? null : /^\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell;

function mergeEqual(sheet: exceljs.Worksheet, rows: readonly (readonly string[])[], column: number): void {
  let start = 1;
  for (let index = 2; index <= rows.length; index += 1) {
    if (rows[index]?.[column] === rows[start]?.[column]) continue;
    if (index - start > 1) sheet.mergeCells(FIRST + start, column + 1, FIRST + index - 1, column + 1);
    start = index;
  }
}
