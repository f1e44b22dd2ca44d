import { charClass, isAt } from "./char-class.ts";
import { fold } from "./fold.ts";
import { type Line, visibleParts } from "./lines.ts";
import type { Span } from "./span.ts";

/**
 * 视图. A text without its hidden parts and line breaks. `text` keeps the characters as written, `folded` has the same
 * length with look-alikes made equal, `raw[i]` is the offset in the stored text of character `i` of the view, and
 * `groups` are the ranges of the line groups it was made of. `tears` are the positions of the view, ascending, before
 * which a paragraph was torn: what stands between the two neighbours in the stored text is read elsewhere.
 */
export interface View {
  readonly text: string;
  readonly folded: string;
  readonly stored: string;
  readonly raw: Int32Array;
  readonly groups: readonly Span[];
  readonly tears: readonly number[];
}

/** 成视图. Builds the view of groups of lines in reading order; each group is contiguous in it. */
export function viewOf(stored: string, groups: readonly (readonly Line[])[]): View {
  const follows = followersOf(groups);
  const pieces: string[] = [];
  const raw = new Int32Array(stored.length + 1);
  const ranges: Span[] = [];
  const tears: number[] = [];
  let length = 0;
  const take = (start: number, end: number): void => {
    if (end <= start) return;
    pieces.push(stored.slice(start, end));
    for (let at = start; at < end; at += 1) raw[length + at - start] = at;
    length += end - start;
  };
  for (const group of groups) {
    const start = length;
    for (const [index, line] of group.entries()) {
      const before = group[index - 1];
      if (before && follows.get(before) !== line) tears.push(length);
      if (before && (line.kind === "row" || needsSpace(stored, before, line))) take(line.start - 1, line.start);
      for (const part of visibleParts(line)) take(part.start, part.end);
    }
    ranges.push({ start, end: length });
  }
  const text = pieces.join("").replaceAll(/[\r\n\f\v\u2028]/gu, " ");
  raw[length] = stored.length;
  return { text, folded: fold(text), stored, raw: raw.subarray(0, length + 1), groups: ranges, tears };
}

/** For each line the one that stands next in the stored text. */
function followersOf(groups: readonly (readonly Line[])[]): ReadonlyMap<Line, Line> {
  const lines = groups.flat().sort((a, b) => a.start - b.start);
  return new Map(lines.slice(1).map((line, index) => [lines[index] ?? line, line]));
}

/** Latin words broken over two lines need the break as their space; Han text does not. */
function needsSpace(text: string, before: Line, line: Line): boolean {
  const latin = charClass.latin | charClass.digit;
  return line.start > 0 && isAt(text, before.end - 1, latin) && isAt(text, line.start, charClass.latin);
}

/**
 * 原位. Range in the stored text of a non-empty range of the view, cut where the page cuts it: of words that a tear
 * divides only the first piece.
 */
export function rawSpan(view: View, { start, end }: Span): Span {
  const first = view.raw[start] ?? view.stored.length;
  const until = Math.min(end, tearAfter(view, start));
  return { start: first, end: until > start ? (view.raw[until - 1] ?? view.stored.length - 1) + 1 : first };
}

/** 各片. The pieces of a range of the view in reading order, each a range of the stored text; one where nothing is torn. */
export function rawPieces(view: View, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let at = start;
  while (at < end) {
    const until = Math.min(end, tearAfter(view, at));
    pieces.push(rawSpan(view, { start: at, end: until }));
    at = until;
  }
  return pieces;
}

/** The first tear after a position; the end of the view where there is none. Found by halving. */
function tearAfter({ tears, raw }: View, position: number): number {
  let low = 0;
  let high = tears.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tears[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return tears[low] ?? raw.length;
}
