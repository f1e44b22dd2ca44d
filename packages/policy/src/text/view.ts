import { charClass, isAt } from "./char-class.ts";
import { fold } from "./fold.ts";
import type { Line } from "./lines.ts";
import type { Span } from "./span.ts";

/**
 * 视图. A text without its hidden parts and line breaks. `text` keeps the characters as written, `folded` has the same
 * length with look-alikes made equal, `raw[i]` is the offset in the stored text of character `i` of the view, and
 * `groups` are the ranges of the line groups it was made of.
 */
export interface View {
  readonly text: string;
  readonly folded: string;
  readonly stored: string;
  readonly raw: Int32Array;
  readonly groups: readonly Span[];
}

/** 成视图. Builds the view of groups of lines; each group is contiguous in it. */
export function viewOf(stored: string, groups: readonly (readonly Line[])[]): View {
  const pieces: string[] = [];
  const raw = new Int32Array(stored.length + 1);
  const ranges: Span[] = [];
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
      if (index > 0 && needsSpace(stored, group[index - 1], line)) take(line.start - 1, line.start);
      for (const part of visibleParts(line)) take(part.start, part.end);
    }
    ranges.push({ start, end: length });
  }
  const text = pieces.join("").replaceAll(/[\r\n\f\v\u2028]/gu, " ");
  raw[length] = stored.length;
  return { text, folded: fold(text), stored, raw: raw.subarray(0, length + 1), groups: ranges };
}

/** Latin words broken over two lines need the break as their space; Han text does not. */
function needsSpace(text: string, before: Line | undefined, line: Line): boolean {
  const latin = charClass.latin | charClass.digit;
  return before !== undefined && isAt(text, before.end - 1, latin) && isAt(text, line.start, charClass.latin);
}

function visibleParts(line: Line): readonly Span[] {
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

/** 原位. Range in the stored text of a non-empty range of the view. */
export function rawSpan(view: View, { start, end }: Span): Span {
  const first = view.raw[start] ?? view.stored.length;
  return { start: first, end: end > start ? (view.raw[end - 1] ?? view.stored.length - 1) + 1 : first };
}
