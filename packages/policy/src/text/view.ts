import { charClass, isAt } from "./char-class.ts";
import { fold } from "./fold.ts";
import { type Line, visibleParts, visibleText } from "./lines.ts";
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
  const starts = startsOf(groups);
  const pieces: string[] = [];
  const raw = new Int32Array(stored.length + 1);
  const ranges: Span[] = [];
  const tears: number[] = [];
  let length = 0;
  const take = (start: number, end: number, words: string): void => {
    pieces.push(words);
    for (let at = start; at < end; at += 1) raw[length + at - start] = at;
    length += end - start;
  };
  for (const group of groups) {
    const start = length;
    let before: Line | null = null;
    for (const line of group) {
      if (before && follower(starts, before) !== line.start) tears.push(length);
      if (before && (line.kind === "row" || needsSpace(stored, before, line)))
        take(line.start - 1, line.start, separator(stored, line.start - 1));
      if (line.hidden.length === 0) take(line.start, line.end, visibleText(stored, line));
      else for (const part of visibleParts(line)) take(part.start, part.end, stored.slice(part.start, part.end));
      before = line;
    }
    ranges.push({ start, end: length });
  }
  const text = pieces.join("");
  raw[length] = stored.length;
  return { text, folded: fold(text), stored, raw: raw.subarray(0, length + 1), groups: ranges, tears };
}

/** 原样视图. The view of a text in which nothing is hidden, joined or moved; it has no groups. */
export function viewAsWritten(text: string): View {
  const raw = new Int32Array(text.length + 1);
  for (let at = 0; at <= text.length; at += 1) raw[at] = at;
  return { text, folded: fold(text), stored: text, raw, groups: [], tears: [] };
}

/** A line break between two lines is read as a space. */
const separator = (stored: string, at: number): string =>
  isAt(stored, at, charClass.lineBreak) ? " " : stored.charAt(at);

/** Where the lines begin in the stored text, in its order. */
function startsOf(groups: readonly (readonly Line[])[]): Int32Array {
  let count = 0;
  for (const group of groups) count += group.length;
  const starts = new Int32Array(count);
  let at = 0;
  let inOrder = true;
  for (const group of groups) {
    for (const { start } of group) {
      inOrder &&= at === 0 || (starts[at - 1] ?? 0) <= start;
      starts[at] = start;
      at += 1;
    }
  }
  return inOrder ? starts : starts.sort();
}

/** Where the line that stands next in the stored text begins; -1 after the last. Found by halving. */
function follower(starts: Int32Array, { start }: Line): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return starts[low] ?? -1;
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
  const until = view.tears.length > 0 ? Math.min(end, tearAfter(view, start)) : Math.min(end, view.raw.length);
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

/** 破否. Whether a tear divides a range of the view. */
export function isTorn(view: View, { start, end }: Span): boolean {
  return view.tears.length > 0 && tearAfter(view, start) < end;
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
