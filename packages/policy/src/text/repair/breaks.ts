import { type Line, numberingOf, visibleText } from "../lines.ts";
import { type Columns, columnsOf } from "./column.ts";
import { endsOf, fitOf, type Usage } from "./joint.ts";
import { endsThought } from "./line-words.ts";

/**
 * 断行情形. How the lines of a text came to be broken: the columns they fill, whether the text is broken at all (many
 * lines stop inside a sentence) or torn (most do), how many blank lines usually stand between lines, whether paragraphs are indented, and
 * how well the seam after a line fits.
 */
export interface Breaks {
  readonly columns: Columns;
  readonly broken: boolean;
  readonly torn: boolean;
  readonly gap: number;
  readonly indented: boolean;
  fit(before: Line, line: Line): number;
}

/** Share of open lines from which a text counts as broken. */
const BROKEN = 0.12;
/** Share from which it is torn at places that mean nothing, such as links: a semicolon then ends no paragraph. */
const TORN = 0.45;

/** 察断行. Looks over all lines once; the seams are weighed only when asked for. */
export function breaksOf(text: string, lines: readonly Line[], { count }: Usage): Breaks {
  const open = new Uint8Array(lines.length);
  let [all, stopping] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (line.kind !== "text" && line.kind !== "entry") continue;
    all += 1;
    if (endsThought(visibleText(text, line)) || numberingOf(text, line) !== null) continue;
    open[index] = 1;
    stopping += 1;
  }
  const columns = columnsOf(text, lines, open);
  return {
    columns,
    broken: stopping >= 4 && stopping >= all * BROKEN,
    torn: stopping >= 8 && stopping >= all * TORN,
    gap: usualGap(lines),
    indented: isIndented(lines, columns),
    fit: (before, line) => fitOf(endsOf(text, before).last, endsOf(text, line).first, count),
  };
}

/** The number of blank lines most often found between two lines of text. */
function usualGap(lines: readonly Line[]): number {
  const counts = [0, 0, 0, 0];
  let gap = -1;
  for (const { kind } of lines) {
    if (kind === "blank") gap += gap >= 0 ? 1 : 0;
    else {
      if (gap >= 0 && gap < counts.length) counts[gap] = (counts[gap] ?? 0) + 1;
      gap = kind === "text" || kind === "entry" ? 0 : -1;
    }
  }
  return counts.indexOf(Math.max(...counts));
}

/** Whether paragraphs of a text broken at a width begin with a space: some lines have one, most have none. */
function isIndented(lines: readonly Line[], { column }: Columns): boolean {
  let set = 0;
  let flush = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== "text" || (column[index] ?? 0) === 0) continue;
    if (line.indent >= 2) set += 1;
    else flush += 1;
  }
  return set >= 3 && flush >= set;
}
