import type { SourceMark } from "../records/source-text.ts";
import { charClass, classOf } from "./char-class.ts";
import type { Span } from "./span.ts";

/** 行类. What a physical line was judged to be; `blank` lines only separate. */
export type LineKind =
  | "text"
  | "blank"
  | "heading"
  | "entry"
  | "contents"
  | "furniture"
  | "row"
  | "caption"
  | "aside"
  | "comment";

/**
 * 行. One physical line of the stored text, offsets raw, surrounding white space outside; `indent` is the width of the
 * space before it in half-width columns. Repair passes judge it: `hidden` are parts that are marks or stray spaces, kept
 * in the file but not read; `begins` forbids joining it to the line before; `joins` says that it continues the line
 * before, and `settled` that the file or its geometry says so, whatever the words look like; `marker` is the dated mark
 * of a chronicle entry; `mark` and `box` are what the file itself says of it.
 */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  kind: LineKind;
  level: number;
  begins: boolean;
  joins: boolean;
  settled: boolean;
  readonly hidden: Span[];
  marker: Span | null;
  /** Whether the line prints a passage a second time; such lines stand aside and tear no sentence. */
  copied: boolean;
  mark: SourceMark | null;
  box: LineBox | null;
}

/** 行框. Where a printed line stands: page, and left, top, right, bottom in points from the top left corner. */
export interface LineBox {
  readonly page: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** 分行. Lines of a text in order, blank ones included; line breaks are LF, CR, CR LF, form feed, VT and U+2028. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isBreak(text.charCodeAt(at))) continue;
    lines.push(trimmed(text, start, at));
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    start = at + 1;
  }
  return lines;
}

const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 12 || code === 11 || code === 0x2028;

function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  let indent = 0;
  while (start < end && classOf(text.charCodeAt(start)) & charClass.space) {
    indent += isWideSpace(text.charCodeAt(start)) ? 2 : 1;
    start += 1;
  }
  while (end > start && classOf(text.charCodeAt(end - 1)) & charClass.space) end -= 1;
  const kind = start === end ? "blank" : "text";
  const judged = { kind, level: 0, begins: false, joins: false, settled: false, copied: false } as const;
  return { start, end, indent, ...judged, hidden: [], marker: null, mark: null, box: null };
}

const isWideSpace = (code: number): boolean => code === 0x3000 || code === 9;

/** 可见文. What is left of a line without its hidden parts. */
export function visibleText(text: string, line: Line): string {
  if (line.hidden.length === 0) return text.slice(line.start, line.end);
  return visibleParts(line)
    .map(({ start, end }) => text.slice(start, end))
    .join("");
}

/** 可见部分. Ranges of a line that are not hidden, in order. */
export function visibleParts(line: Line): readonly Span[] {
  if (line.hidden.length === 0) return [line];
  const parts: Span[] = [];
  let at = line.start;
  for (const { start, end } of line.hidden) {
    if (start > at) parts.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < line.end) parts.push({ start: at, end: line.end });
  return parts;
}

/** 隐藏. Hides parts of a line, keeping all hidden parts in order. */
export function hide(line: Line, parts: readonly Span[]): void {
  if (parts.length === 0) return;
  for (const part of parts) line.hidden.push(part);
  line.hidden.sort((a, b) => a.start - b.start);
}
