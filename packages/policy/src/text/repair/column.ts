import { charClass, classOf } from "../char-class.ts";
import { type Line, visibleParts } from "../lines.ts";

/** Lines looked at on either side of a line to learn how wide its column is. */
const REACH = 6;
/** Fewer full lines than this are chance. */
const ENOUGH = 4;
/** A full line may fall short of the column by this share: a punctuation mark or a figure did not fit. */
const SLACK = 0.86;

/**
 * 栏宽. What is known of the width at which lines were broken: width of each line in half-width columns, white space not
 * counted, and for each line the width of the column around it, 0 where lines are not broken at a width.
 */
export interface Columns {
  readonly width: Int32Array;
  readonly column: Int32Array;
}

/**
 * 量栏. Measures the lines of a text. Around a line there is a column when at least four lines that stop inside a
 * sentence, and at least half of those that do, are of nearly the same width. Linear.
 */
export function columnsOf(text: string, lines: readonly Line[], isOpen: (line: Line) => boolean): Columns {
  const width = Int32Array.from(lines, (line) => widthOf(text, line));
  const column = new Int32Array(lines.length);
  const shown = lines.flatMap((line, index) => (line.kind === "text" || line.kind === "entry" ? [index] : []));
  const all = shown.map((index) => width[index] ?? 0);
  const open = shown.map((index, at) => {
    const line = lines[index];
    return line !== undefined && isOpen(line) ? (all[at] ?? 0) : 0;
  });
  for (const [at, index] of shown.entries()) column[index] = columnNear(open, all, at);
  return { width, column };
}

/** The widest width that enough open lines near `at` reach and fewer lines pass; 0 when there is none. */
function columnNear(open: readonly number[], all: readonly number[], at: number): number {
  const around = (widths: readonly number[]): readonly number[] =>
    widths.slice(Math.max(0, at - REACH), at + REACH + 1);
  const near = around(open).filter((width) => width > 0);
  if (near.length < ENOUGH) return 0;
  let best = 0;
  let most = 0;
  for (const candidate of near) {
    const full = near.filter((width) => width <= candidate && width >= candidate * SLACK).length;
    if (full > most || (full === most && candidate > best)) [most, best] = [full, candidate];
  }
  if (around(all).filter((width) => width > best * 1.1).length >= most) return 0;
  return most >= ENOUGH && most * 2 >= near.length && best >= 8 ? best : 0;
}

/** 满行. Whether a line fills its column; never where there is no column. */
export function isFull({ width, column }: Columns, index: number): boolean {
  const limit = column[index] ?? 0;
  return limit > 0 && (width[index] ?? 0) >= limit * SLACK;
}

/** 短行. Whether a line visibly ends before its column does; never where there is no column. */
export function isShortOfColumn({ width, column }: Columns, index: number): boolean {
  const limit = column[index] ?? 0;
  return limit > 0 && (width[index] ?? 0) < limit * 0.75;
}

function widthOf(text: string, line: Line): number {
  let width = 0;
  for (const { start, end } of visibleParts(line)) {
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (classOf(code) & charClass.space) continue;
      width += code < 0x2000 ? 1 : 2;
    }
  }
  return width;
}
