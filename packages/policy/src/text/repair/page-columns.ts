import type { Line, LineBox } from "../lines.ts";

/** 版行. A line of text together with its box. */
export interface Printed {
  readonly line: Line;
  readonly box: LineBox["box"];
}

/** Position of the parts of a box. */
export const [LEFT, TOP, RIGHT, BOTTOM] = [0, 1, 2, 3] as const;

/** Lines that each of two columns must hold. */
const FEWEST = 4;
/** Share of the lines of a page that may run across the gutter: titles, tables, notes. */
const ACROSS = 0.2;
const STEPS = 60;

/**
 * 分栏. The columns of a page in reading order, each from top to bottom. A page has two where an upright stretch near its
 * middle is crossed by few lines and the lines left of it reach up to it; lines that run across divide the page, above
 * them both columns are read first. One column, in the order of the file, for any other page.
 */
export function columnsOfPage(page: readonly Printed[]): readonly (readonly Printed[])[] {
  const gutter = gutterOf(page);
  if (gutter === null) return [page];
  const columns: Printed[][] = [];
  let left: Printed[] = [];
  let right: Printed[] = [];
  const close = (): void => {
    for (const column of [left, right]) if (column.length > 0) columns.push(column);
    [left, right] = [[], []];
  };
  for (const printed of page.toSorted((a, b) => a.box[TOP] - b.box[TOP] || a.box[LEFT] - b.box[LEFT])) {
    if (printed.box[RIGHT] <= gutter) left.push(printed);
    else if (printed.box[LEFT] >= gutter) right.push(printed);
    else {
      close();
      columns.push([printed]);
    }
  }
  close();
  return columns;
}

/** Where the columns of a page part, from the left edge in points; null where there is one column. */
function gutterOf(page: readonly Printed[]): number | null {
  if (page.length < FEWEST * 2) return null;
  const from = Math.min(...page.map(({ box }) => box[LEFT]));
  const width = Math.max(...page.map(({ box }) => box[RIGHT])) - from;
  let best = { at: 0, across: page.length };
  for (let step = Math.ceil(STEPS * 0.3); step <= STEPS * 0.7; step += 1) {
    const at = from + (width * step) / STEPS;
    const across = page.filter(({ box }) => box[LEFT] < at && box[RIGHT] > at).length;
    const nearer = Math.abs(step - STEPS / 2) < Math.abs((best.at - from) / (width / STEPS) - STEPS / 2);
    if (across < best.across || (across === best.across && nearer)) best = { at, across };
  }
  return best.across <= page.length * ACROSS && areColumns(page, best.at) ? best.at : null;
}

function areColumns(page: readonly Printed[], gutter: number): boolean {
  const left = page.filter(({ box }) => box[RIGHT] <= gutter);
  const right = page.filter(({ box }) => box[LEFT] >= gutter);
  if (left.length < FEWEST || right.length < FEWEST) return false;
  const edge = Math.max(...left.map(({ box }) => box[RIGHT]));
  const full = left.filter(({ box }) => box[RIGHT] >= edge - 1.5 * (box[BOTTOM] - box[TOP])).length;
  return full >= left.length * 0.5 && overlap(left, right);
}

function overlap(left: readonly Printed[], right: readonly Printed[]): boolean {
  const [topLeft, topRight] = [left, right].map((side) => Math.min(...side.map(({ box }) => box[TOP])));
  const [endLeft, endRight] = [left, right].map((side) => Math.max(...side.map(({ box }) => box[BOTTOM])));
  return Math.min(endLeft ?? 0, endRight ?? 0) > Math.max(topLeft ?? 0, topRight ?? 0);
}
