import type { Diagnostic } from "@qipan/policy/records/document-text";
import type { SourceMark, SourceText } from "@qipan/policy/records/source-text";
import type { PageItem } from "./page.ts";
import type { Segment } from "./lines.ts";
import { columnName } from "../source-writer.ts";

/** A table as far as it was written. */
interface OpenTable {
  readonly sheet: string;
  readonly columns: readonly number[];
  rows: number;
  /** Whether nothing but what stands at the edge of a page came after it. */
  isLast: boolean;
}

/** Printed lines at the edge of a page that may stand between two parts of a table: running heads and page numbers. */
const edgeLines = 2;

/** Columns of a table that goes on stand where they stood, in points. */
const slack = 4;

/**
 * 写页. Puts pages into one text, a line a printed line, with marks for pages, lines and the rows of tables. A table that
 * stands last on a page and first on the next with the same columns is one.
 */
export class PdfWriter {
  readonly #pieces: string[] = [];
  readonly #marks: SourceMark[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #length = 0;
  #tables = 0;
  #open: OpenTable | null = null;

  get length(): number {
    return this.#length;
  }

  /** Writes a page and gives where it stands in the text. */
  page(page: number, items: readonly PageItem[]): { readonly start: number; readonly end: number } {
    const mark = { kind: "page" as const, page, start: this.#length, end: this.#length };
    this.#marks.push(mark);
    for (const [index, item] of items.entries()) {
      const rest = items.length - index - 1;
      if (item.kind === "table") this.#table(item, { isFirst: index <= edgeLines, isLast: rest <= edgeLines });
      else this.#line(page, item.segment, item.kind);
    }
    mark.end = this.#length;
    return mark;
  }

  diagnose(code: string, severity: Diagnostic["severity"], message: string, at = { start: 0, end: 0 }): void {
    this.#diagnostics.push({ code, severity, message, start: at.start, end: at.end });
  }

  finish(): SourceText {
    const text = this.#pieces.join("");
    return { text, format: "pdf", encoding: null, marks: this.#marks, diagnostics: this.#diagnostics };
  }

  #line(page: number, { text, left, top, right, bottom }: Segment, kind: "line" | "turned"): void {
    const span = this.#write(text);
    const box: [number, number, number, number] = [tenth(left), tenth(top), tenth(right), tenth(bottom)];
    this.#marks.push({ kind: "line", page, box, ...span });
    if (kind === "turned") this.#marks.push({ kind: "aside", ...span });
  }

  #table(
    { columns, rows }: Extract<PageItem, { kind: "table" }>,
    place: { readonly isFirst: boolean; readonly isLast: boolean },
  ): void {
    const goesOn = place.isFirst && this.#open?.isLast && isSame(this.#open.columns, columns) ? this.#open : null;
    const table = goesOn ?? { sheet: `表${(this.#tables += 1)}`, columns, rows: 0, isLast: false };
    for (const cells of rows) {
      table.rows += 1;
      if (cells.some((words) => words !== "")) this.#row(table, cells.map(clean));
    }
    table.isLast = place.isLast;
    this.#open = table;
  }

  #row({ sheet, rows: row }: OpenTable, cells: readonly string[]): void {
    let at = this.#length;
    const spans = cells.map((words, index) => {
      const span = { cell: `${columnName(index + 1)}${row}`, start: at, end: at + words.length };
      at = span.end + 1;
      return span;
    });
    this.#marks.push({ kind: "row", sheet, row, cells: spans, ...this.#write(cells.join("\t")) });
  }

  #write(given: string): { readonly start: number; readonly end: number } {
    const start = this.#length;
    const text = given.toWellFormed();
    this.#pieces.push(text, "\n");
    this.#length += text.length + 1;
    return { start, end: start + text.length };
  }
}

const clean = (words: string): string => words.replaceAll("\t", " ").trim();

const tenth = (points: number): number => Math.round(points * 10) / 10;

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((place, index) => Math.abs(place - (b[index] ?? 0)) <= slack);
