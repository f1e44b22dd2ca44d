import { charClass, classOf } from "./char-class.ts";
import type { Span } from "./span.ts";

/** 行类. What a physical line was judged to be; `blank` lines only separate. */
export type LineKind = "text" | "blank" | "heading" | "entry" | "contents" | "furniture";

/**
 * 行. One physical line of the stored text, offsets raw, surrounding white space outside. Repair passes judge it:
 * `hidden` are parts that are marks or stray spaces, kept in the file but not read; `begins` forbids joining it to the
 * line before; `joins` says that it continues the line before; `marker` is the dated mark of a chronicle entry.
 */
export interface Line {
  readonly start: number;
  readonly end: number;
  kind: LineKind;
  level: number;
  begins: boolean;
  joins: boolean;
  readonly hidden: Span[];
  marker: Span | null;
}

/** 分行. Lines of a text in order, blank ones included; line breaks are LF, CR, CR LF, form feed and U+2028. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isBreak(text.charCodeAt(at))) continue;
    lines.push(trimmed(text, start, at));
    start = at + 1;
  }
  return lines;
}

const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 12 || code === 11 || code === 0x2028;

function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && classOf(text.charCodeAt(start)) & charClass.space) start += 1;
  while (end > start && classOf(text.charCodeAt(end - 1)) & charClass.space) end -= 1;
  const kind = start === end ? "blank" : "text";
  return { start, end, kind, level: 0, begins: false, joins: false, hidden: [], marker: null };
}

/** 可见文. What is left of a line without its hidden parts. */
export function visibleText(text: string, line: Line): string {
  if (line.hidden.length === 0) return text.slice(line.start, line.end);
  const pieces: string[] = [];
  let at = line.start;
  for (const { start, end } of line.hidden) {
    if (start > at) pieces.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  if (at < line.end) pieces.push(text.slice(at, line.end));
  return pieces.join("");
}

/** 隐藏. Hides parts of a line, keeping all hidden parts in order. */
export function hide(line: Line, parts: readonly Span[]): void {
  if (parts.length === 0) return;
  for (const part of parts) line.hidden.push(part);
  line.hidden.sort((a, b) => a.start - b.start);
}
