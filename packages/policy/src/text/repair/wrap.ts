import { type Line, visibleText } from "../lines.ts";
import { type Breaks, breaksOf } from "./breaks.ts";
import { isFull, isShortOfColumn } from "./column.ts";
import {
  closesFirst,
  endsThought,
  isBracketed,
  isDateField,
  isDateLine,
  isOpenEnded,
  leavesOpen,
} from "./line-words.ts";
import type { RepairPass } from "./repair-pass.ts";

/**
 * 断行. Joins a line to the one before when the one before stops inside a sentence: hard wraps, page breaks (page
 * numbers between them included) and lines broken at links. Headings, entries and numbered clauses are never joined, nor
 * is a line that ends before its column does; captions, side pieces and passages printed twice are looked past.
 */
export const wrapPass: RepairPass = {
  name: "wrap",
  apply(text, lines, usage) {
    const breaks = breaksOf(text, lines, usage);
    let last: Partial<Record<Current, Place>> = {};
    for (const [index, line] of lines.entries()) {
      if (line.kind === "blank" || line.kind === "furniture") continue;
      const current = currentOf(line);
      const before = last[current];
      const at = { line, index };
      if (!line.settled) line.joins = before !== undefined && continues(text, breaks, { lines, before, at });
      // a caption, a side piece or a copy ends where the text goes on
      if (current === "flow") last = { flow: at };
      else last[current] = at;
    }
  },
};

interface Place {
  readonly line: Line;
  readonly index: number;
}

/** Currents of lines that run past each other on a page: the text, what it prints twice, captions and side pieces. */
export type Current = "flow" | "copy" | "caption" | "aside" | "furniture";

/** 所属流. The current that a line runs in. */
export function currentOf(line: Line): Current {
  if (line.copied) return "copy";
  return line.kind === "caption" || line.kind === "aside" || line.kind === "furniture" ? line.kind : "flow";
}

interface Seam {
  readonly lines: readonly Line[];
  readonly before: Place;
  readonly at: Place;
}

const flowing = new Set<Line["kind"]>(["text", "entry", "caption", "aside", "comment"]);

function continues(text: string, breaks: Breaks, seam: Seam): boolean {
  const { line } = seam.at;
  const { line: before, index } = seam.before;
  if (
    line.begins ||
    before.mark !== null ||
    line.kind === "heading" ||
    line.kind === "entry" ||
    !flowing.has(line.kind)
  )
    return false;
  if (!flowing.has(before.kind) || (before.kind !== line.kind && before.kind !== "entry")) return false;
  const own = visibleText(text, line);
  if (isDateLine(own) || (isBracketed(own) && !isFull(breaks.columns, index))) return false;
  const words = visibleText(text, before);
  if (isLoneLine(words, before)) return false;
  if (breaks.indented && (breaks.columns.column[index] ?? 0) > 0 && (endsThought(words) || line.indent >= 2))
    return line.indent < 2 && isFull(breaks.columns, index);
  if (breaks.torn && /[；;]$/u.test(words)) return true;
  if (endsThought(words) || isBracketed(words) || (words.endsWith("——") && !isFull(breaks.columns, index)))
    return false;
  if (isOpenEnded(words) || (leavesOpen(words) && closesFirst(own))) return true;
  if (isShortOfColumn(breaks.columns, index) || isApart(breaks, seam)) return breaks.fit(before, line) > 0.5;
  return true;
}

/** A signature's date stands alone though no sentence ends with it. */
const isLoneLine = (words: string, before: Line): boolean =>
  !before.joins && before.kind === "text" && isDateField(words);

/** More blank lines than elsewhere, nothing else between, and the line before does not fill its column. */
function isApart({ gap, columns }: Breaks, { lines, before, at }: Seam): boolean {
  let blanks = 0;
  for (let index = before.index + 1; index < at.index; index += 1) {
    if (lines[index]?.kind !== "blank") return false;
    blanks += 1;
  }
  return blanks > gap && !isFull(columns, before.index);
}
