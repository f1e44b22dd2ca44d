import { charClass, classOf } from "../char-class.ts";
import { type Line, partOf, visibleText } from "../lines.ts";
import type { Span } from "../span.ts";
import { endsOf, fitOf, type PairCount } from "./joint.ts";
import { endsThought } from "./line-words.ts";
import type { RepairPass } from "./repair-pass.ts";

/** Lines with a gutter that must stand in one run. */
const FEWEST = 5;
/** The gap is at least this wide, and each column mostly this wide, in half-width columns; less are cells of a table. */
const GAP = 3;
const NARROWEST = 12;
/** How far the right column may begin from where it begins elsewhere. */
const DRIFT = 3;
/** Evidence, in natural logarithms, that the columns read downwards. */
const SURE = 3;

/**
 * 中缝. Divides lines that hold two columns side by side, a wide gap between them at the same place of each line, and
 * puts the left column before the right one, when sentences go on downwards rather than across.
 */
export const gutterPass: RepairPass = {
  name: "gutter",
  apply(text, lines, { count }) {
    if (!lines.some(mayHold)) return;
    const gutters = lines.map((line) => (mayHold(line) ? gutterOf(text, line) : null));
    if (gutters.filter((gutter) => gutter !== null).length < FEWEST) return;
    const divided: Line[] = [];
    for (let index = 0; index < lines.length; ) {
      const until = runEnd(text, lines, gutters, index);
      const run = lines.slice(index, until);
      const columns = until > index ? columnsIn(text, run, gutters.slice(index, until), count) : null;
      divided.push(...(columns ?? lines.slice(index, Math.max(until, index + 1))));
      index = Math.max(until, index + 1);
    }
    lines.splice(0, lines.length, ...divided);
  },
};

const isFree = (line: Line): boolean => line.kind === "text" && !line.settled && line.box === null;

const mayHold = (line: Line): boolean => (line.bits & charClass.space) !== 0 && isFree(line);

interface Gutter extends Span {
  readonly column: number;
}

/** The only wide gap of a line, with the column at which the text goes on after it; null when there is none or several. */
function gutterOf(text: string, line: Line): Gutter | null {
  let found: Gutter | null = null;
  let column = line.indent;
  for (let at = line.start; at < line.end; ) {
    const until = spaceEnd(text, at, line.end);
    if (until === at) {
      column += text.charCodeAt(at) < 0x2000 ? 1 : 2;
      at += 1;
      continue;
    }
    const width = widthOfSpace(text, at, until);
    column += width;
    if (width >= GAP && found) return null;
    if (width >= GAP) found = { start: at, end: until, column };
    at = until;
  }
  return found;
}

function spaceEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && classOf(text.charCodeAt(at)) & charClass.space) at += 1;
  return at;
}

function widthOfSpace(text: string, from: number, until: number): number {
  let width = 0;
  for (let at = from; at < until; at += 1)
    width += text.charCodeAt(at) === 0x3000 ? 2 : text.charCodeAt(at) === 9 ? 4 : 1;
  return width;
}

/** End of the run of lines that begins here: gutters at about the same column, lines of one column between them. */
function runEnd(text: string, lines: readonly Line[], gutters: readonly (Gutter | null)[], from: number): number {
  const first = gutters[from];
  if (!first) return from;
  let until = from;
  let last = from;
  while (until < lines.length) {
    const line = lines[until];
    const gutter = gutters[until];
    if (!line || (gutter ? Math.abs(gutter.column - first.column) > DRIFT : !isOneColumn(text, line, first.column)))
      break;
    until += 1;
    if (gutter) last = until;
  }
  while (until > last && lines[until - 1]?.kind === "blank") until -= 1;
  return until;
}

/** A line without a gutter that stands left of it or right of it. */
function isOneColumn(text: string, line: Line, column: number): boolean {
  if (line.kind === "blank") return true;
  if (!isFree(line)) return false;
  return line.indent >= column - DRIFT || widthOf(text, line) + line.indent < column - 1;
}

function widthOf(text: string, { start, end }: Span): number {
  let width = 0;
  for (let at = start; at < end; at += 1) width += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return width;
}

/** The lines of both columns, the left one first; null when they are no columns or read across. */
function columnsIn(
  text: string,
  lines: readonly Line[],
  gutters: readonly (Gutter | null)[],
  count: PairCount,
): readonly Line[] | null {
  const left: Line[] = [];
  const right: Line[] = [];
  const column = gutters.find((gutter) => gutter !== null)?.column ?? 0;
  for (const [index, line] of lines.entries()) {
    const gutter = gutters[index];
    if (line.kind === "blank") continue;
    if (!gutter) (line.indent >= column - DRIFT ? right : left).push(line);
    else {
      left.push(partOf(text, line, { start: line.start, end: gutter.start, indent: line.indent }));
      right.push(partOf(text, line, { start: gutter.end, end: line.end, indent: 0 }));
    }
  }
  if (!isColumn(text, left) || !isColumn(text, right)) return null;
  const evidence = downwards(text, left, count) + downwards(text, right, count) - across(text, [left, right], count);
  return evidence >= SURE ? [...left, ...right] : null;
}

const isColumn = (text: string, side: readonly Line[]): boolean =>
  side.length >= FEWEST && side.filter((line) => widthOf(text, line) >= NARROWEST).length >= side.length * 0.45;

/** Evidence that open lines of the left column go on in the right one. */
function across(text: string, [left = [], right = []]: readonly (readonly Line[])[], count: PairCount): number {
  return left.reduce((sum, line) => {
    const beside = right.find((other) => other.start > line.end && other.start - line.end < 80);
    if (!beside || endsThought(visibleText(text, line))) return sum;
    return sum + fitOf(endsOf(text, line).last, endsOf(text, beside).first, count);
  }, 0);
}

/** Evidence that a column reads downwards: how well each open line goes on in the next. */
function downwards(text: string, side: readonly Line[], count: PairCount): number {
  let sum = 0;
  for (let index = 0; index + 1 < side.length; index += 1) {
    const [line, next] = [side[index], side[index + 1]];
    if (!line || !next || endsThought(visibleText(text, line))) continue;
    sum += fitOf(endsOf(text, line).last, endsOf(text, next).first, count);
  }
  return sum;
}
