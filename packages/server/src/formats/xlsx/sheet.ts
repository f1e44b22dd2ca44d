import type { Limits } from "../format-reader.ts";
import { elements, readXml, textOf, type XmlElement, type XmlPart } from "../xml.ts";
import { isTrue, richText, type Workbook } from "./workbook.ts";

/** 表况. What is told of a sheet besides its rows. */
export interface SheetNotes {
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells with a formula of which the file does not say the result. */
  readonly unknown: readonly string[];
  /** Ranges joined into one cell. */
  readonly joined: number;
}

/** 行接收. Takes a row: its number and its cells as shown, from column A on, without empty ones at the end. */
export type TakeRow = (row: number, cells: readonly string[]) => void;

/** 读表. Gives the rows of a sheet one by one as it is read, in the memory of one row. Throws `FileRefused` for damage. */
export function readSheet(part: XmlPart, book: Workbook, limits: Limits, take: TakeRow): SheetNotes {
  const covered = coveredCells(part.bytes);
  const unknown: string[] = [];
  let [row, hiddenRows] = [0, 0];
  const root = readXml(part, limits, {
    within: "sheetData",
    each: (element) => {
      row = rowNumber(element.attributes.get("r")) ?? row + 1;
      if (isTrue(element.attributes.get("hidden"))) hiddenRows += 1;
      const cells = cellsOf(element, { book, row, unknown, isCovered: (column) => covered.has(row, column) });
      if (cells.length > 0) take(row, cells);
    },
  });
  const columns = elements(root, "cols").flatMap((cols) => elements(cols, "col"));
  const hiddenColumns = columns.filter(({ attributes }) => isTrue(attributes.get("hidden"))).length;
  return { hiddenRows, hiddenColumns, unknown, joined: covered.ranges };
}

/** Rows that no sheet has (1,048,576 is the last) are numbered as they come. */
function rowNumber(given: string | undefined): number | null {
  const number = Number(given);
  return Number.isInteger(number) && number >= 1 && number <= 1_048_576 ? number : null;
}

interface RowSetting {
  readonly book: Workbook;
  readonly row: number;
  readonly unknown: string[];
  readonly isCovered: (column: number) => boolean;
}

/** Columns of a sheet at most (XFD). */
const mostColumns = 16_384;

function cellsOf(element: XmlElement, setting: RowSetting): readonly string[] {
  const cells: string[] = [];
  let column = 0;
  for (const cell of elements(element, "c")) {
    const named = columnNumber(cell.attributes.get("r"));
    column = named > 0 ? named : column + 1;
    if (column > mostColumns || setting.isCovered(column)) continue;
    const words = wordsOf(cell, setting);
    if (words === "") continue;
    while (cells.length < column) cells.push("");
    cells[column - 1] = words;
  }
  return cells;
}

/** 列号. A of A1 is 1, AA is 27; 0 where no column is named. */
export function columnNumber(cell: string | undefined): number {
  const letters = /^[A-Z]{1,3}/u.exec(cell ?? "")?.[0] ?? "";
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function wordsOf(cell: XmlElement, { book, row, unknown }: RowSetting): string {
  const type = cell.attributes.get("t") ?? "n";
  if (type === "inlineStr") return elements(cell, "is").map(richText).join("");
  const [value] = elements(cell, "v");
  if (!value) {
    if (elements(cell, "f").length > 0) unknown.push(cell.attributes.get("r") ?? `row ${row}`);
    return "";
  }
  return shown(textOf(value), type, { book, style: cell.attributes.get("s") });
}

function shown(value: string, type: string, { book, style }: { book: Workbook; style: string | undefined }): string {
  if (type === "s") return book.strings[Number(value)] ?? "";
  if (type === "b") return isTrue(value) ? "TRUE" : "FALSE";
  if (type === "d") return value.replace(/T00:00:00(?:\.0+)?Z?$/u, "");
  if (type !== "n") return value;
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number) ? value : book.formatOf(style)(number);
}

interface Covered {
  readonly ranges: number;
  has(row: number, column: number): boolean;
}

/** Words that a program left in cells which another one covers are shown nowhere. The ranges stand behind the rows. */
function coveredCells(bytes: Uint8Array): Covered {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = buffer.lastIndexOf("mergeCells");
  const start = from < 0 ? -1 : buffer.lastIndexOf("mergeCells", from - 1);
  const text = start < 0 ? "" : buffer.subarray(start, from).toString("latin1");
  const found = Array.from(
    text.matchAll(/mergeCell[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/gu),
    (match): Range => ({
      left: columnNumber(match[1]),
      top: Number(match[2]),
      right: columnNumber(match[3]),
      bottom: Number(match[4]),
    }),
  );
  const reaching = sweep(found.toSorted((a, b) => a.top - b.top));
  return {
    ranges: found.length,
    has: (row, column) =>
      reaching(row).some(
        ({ left, top, right }) => column >= left && column <= right && !(row === top && column === left),
      ),
  };
}

interface Range {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ranges that reach a row; asked row by row downwards, as rows come, it looks at each range once. */
function sweep(ranges: readonly Range[]): (row: number) => readonly Range[] {
  let [at, last] = [0, 0];
  let reaching: readonly Range[] = [];
  return (row) => {
    if (row === last) return reaching;
    if (row < last) [at, reaching] = [0, []];
    last = row;
    const from = at;
    while ((ranges[at]?.top ?? Number.POSITIVE_INFINITY) <= row) at += 1;
    reaching = [...reaching, ...ranges.slice(from, at)].filter(({ bottom }) => bottom >= row);
    return reaching;
  };
}
