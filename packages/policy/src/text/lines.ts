import type { SourceMark } from "../records/source-text.ts";
import { charClass, classOf } from "./char-class.ts";
import { type OutlineMark, outlineMark } from "./outline-marks.ts";
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
 * of a chronicle entry; `mark` and `box` are what the file itself says of it. `bits` are the classes of all its characters
 * together, hidden ones included, so that a pass need not look where nothing of its kind stands; `width` its width in
 * half-width columns, white space not counted.
 */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly bits: number;
  readonly width: number;
  kind: LineKind;
  level: number;
  begins: boolean;
  joins: boolean;
  settled: boolean;
  hidden: readonly Span[];
  /** Its text without the hidden parts and the number it begins with, once somebody has asked for them. */
  shown: string | null;
  numbering: OutlineMark | null | undefined;
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
  for (let start = 0; start <= text.length; ) {
    const line = lineFrom(text, start, text.length);
    lines.push(line);
    let at = line.end;
    while (at < text.length && !(classOf(text.charCodeAt(at)) & charClass.lineBreak)) at += 1;
    start = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return lines;
}

/** Nothing hidden: one list for all lines, since `hide` never changes a list. */
const NOTHING: readonly Span[] = [];

/** The line that begins at `from`, up to the next line break or `limit`, without white space around it. */
function lineFrom(text: string, from: number, limit: number): Line {
  let start = from;
  let indent = 0;
  for (; start < limit && classOf(text.charCodeAt(start)) & charClass.space; start += 1)
    indent += isWideSpace(text.charCodeAt(start)) ? 2 : 1;
  let end = start;
  let bits = 0;
  let width = 0;
  let spaces = 0;
  for (let at = start; at < limit; at += 1) {
    const own = classOf(text.charCodeAt(at));
    if (own & charClass.lineBreak) break;
    if (own & charClass.space) {
      spaces |= own;
      continue;
    }
    bits |= own | spaces;
    width += own & charClass.wide ? 2 : 1;
    end = at + 1;
  }
  return {
    start,
    end,
    indent,
    bits,
    width,
    kind: start === end ? "blank" : "text",
    level: 0,
    begins: false,
    joins: false,
    settled: false,
    hidden: NOTHING,
    shown: null,
    numbering: undefined,
    marker: null,
    copied: false,
    mark: null,
    box: null,
  };
}

const isWideSpace = (code: number): boolean => code === 0x3000 || code === 9;

/** 部分行. Part of a line as a line of its own, without white space around it, judged as the whole was. */
export function partOf(text: string, line: Line, { start, end, indent }: Span & { readonly indent: number }): Line {
  const { bits, width } = lineFrom(text, start, end);
  const hidden = line.hidden.filter((one) => start <= one.start && one.start < end);
  return { ...line, start, end, indent, bits, width, hidden, shown: null, numbering: undefined };
}

/** 可见文. What is left of a line without its hidden parts. */
export function visibleText(text: string, line: Line): string {
  return (line.shown ??= shownText(text, line));
}

/** 行首序数. The mark of the outline that a line begins with; null when there is none. */
export function numberingOf(text: string, line: Line): OutlineMark | null {
  if (line.numbering === undefined) line.numbering = outlineMark(visibleText(text, line));
  return line.numbering;
}

function shownText(text: string, line: Line): string {
  if (line.hidden.length === 0) return text.slice(line.start, line.end);
  return visibleParts(line)
    .map(({ start, end }) => text.slice(start, end))
    .join("");
}

/** 可见宽. Width of a line without its hidden parts, in half-width columns, white space not counted. */
export function visibleWidth(text: string, line: Line): number {
  let { width } = line;
  let until = line.start;
  for (const { start, end } of line.hidden) {
    width -= lineFrom(text, Math.max(until, start), end).width;
    until = Math.max(until, end);
  }
  return width;
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
  line.hidden = [...line.hidden, ...parts].sort((a, b) => a.start - b.start);
  line.shown = null;
  line.numbering = undefined;
}
