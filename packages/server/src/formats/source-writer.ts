import type { CellSpan, Diagnostic } from "@qipan/policy/records/document-text";
import type { SourceFormat, SourceMark, SourceText } from "@qipan/policy/records/source-text";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { Limits } from "./format-reader.ts";

/** Kinds of line that need nothing beside their words. */
export type PlainKind = "paragraph" | "furniture" | "caption" | "note" | "aside";

/** 写源文. Builds a `SourceText` line by line; every line of text carries a mark, blank lines are left out. */
export interface SourceWriter {
  /** Writes a paragraph; `\n` inside it stays a line break of the same paragraph. */
  line(kind: PlainKind, text: string): void;
  heading(level: number, text: string): void;
  /** Writes a row, its cells from column A on; a row of empty cells is left out, its number is not given again. */
  row(sheet: string, row: number, cells: readonly string[]): void;
  /** Says something about the whole text. */
  diagnose(code: string, severity: Diagnostic["severity"], message: string): void;
  /** What was written. */
  finish(encoding?: SourceText["encoding"]): SourceText;
}

/** 开写. `name` is the file's, for messages; more characters than the limits allow are refused. */
export function sourceWriter(name: string, format: SourceFormat, limits: Limits): SourceWriter {
  const pieces: string[] = [];
  const marks: SourceMark[] = [];
  const diagnostics: Diagnostic[] = [];
  let length = 0;
  const write = (text: string): { start: number; end: number } => {
    const start = length;
    length += text.length + 1;
    if (length > limits.characters) throw tooLong(name, limits);
    pieces.push(text, "\n");
    return { start, end: start + text.length };
  };
  return {
    line: (kind, given) => {
      const text = tidy(given);
      if (text !== "") marks.push({ kind, ...write(text) });
    },
    heading: (level, given) => {
      const text = tidy(given);
      if (text !== "") marks.push({ kind: "heading", level: Math.min(9, Math.max(1, level)), ...write(text) });
    },
    row: (sheet, row, given) => {
      const cells = given.map(cellText);
      if (cells.every((cell) => cell === "")) return;
      const span = write(cells.join("\t"));
      marks.push({ kind: "row", sheet, row, cells: cellSpans(row, cells, span.start), ...span });
    },
    diagnose: (code, severity, message) => {
      diagnostics.push({ code, severity, message, start: 0, end: 0 });
    },
    finish: (encoding = null) => ({ text: pieces.join(""), format, encoding, marks, diagnostics }),
  };
}

// oxlint-disable-next-line no-control-regex -- controls are what is taken out
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/gu;

/** Line breaks are `\n`, none at the ends; control characters are no text. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, "\n")
    .replaceAll(controls, "")
    .replaceAll(/\n{2,}/gu, "\n")
    .replaceAll(/^[\s\u00a0]*\n|^[\t ]+|[\s\u00a0]+$/gu, "");
}

/** A cell is one stretch of its row: tabs are spaces in it, line breaks U+2028. */
const cellText = (text: string): string => tidy(text).trim().replaceAll("\t", " ").replaceAll("\n", "\u2028");

function cellSpans(row: number, cells: readonly string[], from: number): CellSpan[] {
  let start = from;
  return cells.map((text, index) => {
    const span = { cell: `${columnName(index + 1)}${row}`, start, end: start + text.length };
    start = span.end + 1;
    return span;
  });
}

/** 列名. 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

function tooLong(name: string, { characters }: Limits): FileRefused {
  return new FileRefused(
    "too-large",
    `${name} holds more than ${characters} characters of text, the most that one file may. Split it into parts.`,
  );
}
