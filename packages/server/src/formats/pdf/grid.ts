import type { PlacedGlyph } from "./frame.ts";
import { cutLine, printLines, type Segment } from "./lines.ts";
import type { Rule } from "./rules.ts";

/** 格表. A table drawn with rules: where its columns and rows are parted, and the words of each cell, row by row. */
export interface GridTable {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Places of the upright rules, outer ones included. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** Rules nearer than this are one, in points. */
const slack = 3;
/** More pairs of rules than this are a drawing. */
const mostPairs = 1_000_000;

/**
 * 认格表. Tables that the rules of a page draw, from the top, and the glyphs that stand in none of them. At least two rows
 * and two columns with words in them make a table; cells joined over rows or columns have their words in the first one.
 */
export function gridTables(
  glyphs: readonly PlacedGlyph[],
  rules: readonly Rule[],
): { readonly tables: readonly GridTable[]; readonly outside: readonly PlacedGlyph[] } {
  let outside = glyphs;
  const tables: GridTable[] = [];
  for (const group of crossing(rules)) {
    const grid = gridOf(group);
    if (!grid) continue;
    const inside = outside.filter((glyph) => isInside(grid, glyph));
    const rows = cellsOf(grid, inside);
    if (rows.filter((row) => row.filter((words) => words !== "").length >= 2).length < 2) continue;
    const within = new Set(inside);
    outside = outside.filter((glyph) => !within.has(glyph));
    tables.push({ ...boundsOf(grid), columns: grid.xs, rows });
  }
  return { tables: tables.toSorted((a, b) => a.top - b.top), outside };
}

/** Groups of rules that touch or cross, each with rules of both directions. */
function crossing(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const level = rules.filter(({ isHorizontal }) => isHorizontal);
  const upright = rules.filter(({ isHorizontal }) => !isHorizontal);
  if (level.length * upright.length > mostPairs) return [];
  const group = new Map<Rule, Rule[]>();
  for (const across of level) for (const down of upright) if (touch(across, down)) join(group, across, down);
  return [...new Set(group.values())];
}

const touch = (across: Rule, down: Rule): boolean =>
  down.at >= across.from - slack &&
  down.at <= across.to + slack &&
  across.at >= down.from - slack &&
  across.at <= down.to + slack;

function join(group: Map<Rule, Rule[]>, a: Rule, b: Rule): void {
  const [first, second] = [group.get(a) ?? [a], group.get(b) ?? [b]];
  if (first === second) return;
  const [large, small] = first.length >= second.length ? [first, second] : [second, first];
  for (const rule of small) {
    large.push(rule);
    group.set(rule, large);
  }
  for (const rule of [a, b]) group.set(rule, large);
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
}

/** Sides that are left open, as in many statistical tables, are where the level rules end. */
function gridOf(rules: readonly Rule[]): Grid | null {
  const level = rules.filter(({ isHorizontal }) => isHorizontal);
  const upright = rules.filter(({ isHorizontal }) => !isHorizontal);
  const ends = [Math.min(...level.map(({ from }) => from)), Math.max(...level.map(({ to }) => to))];
  const xs = distinct([...upright.map(({ at }) => at), ...ends]);
  const ys = distinct(level.map(({ at }) => at));
  return xs.length >= 3 && ys.length >= 3 ? { xs, ys, rules } : null;
}

function distinct(places: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const place of places.toSorted((a, b) => a - b))
    if (place - (found.at(-1) ?? -Infinity) > slack) found.push(place);
  return found;
}

const boundsOf = ({ xs, ys }: Grid): Pick<GridTable, "left" | "top" | "right" | "bottom"> => ({
  left: xs[0] ?? 0,
  top: ys[0] ?? 0,
  right: xs.at(-1) ?? 0,
  bottom: ys.at(-1) ?? 0,
});

const middleOf = ({ from, to, base, size }: PlacedGlyph): { x: number; y: number } => ({
  x: (from + to) / 2,
  y: base - size * 0.35,
});

function isInside(grid: Grid, glyph: PlacedGlyph): boolean {
  const { left, top, right, bottom } = boundsOf(grid);
  const { x, y } = middleOf(glyph);
  return x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1;
}

/** Index of the last place that is not beyond; -1 before the first. */
const slotOf = (places: readonly number[], at: number): number =>
  Math.min(
    places.length - 2,
    Math.max(
      0,
      places.findLastIndex((place) => place <= at),
    ),
  );

function cellsOf(grid: Grid, glyphs: readonly PlacedGlyph[]): readonly (readonly string[])[] {
  const [across, down] = [grid.xs.length - 1, grid.ys.length - 1];
  const first = joined(grid);
  const inCell = Map.groupBy(glyphs, (glyph) => {
    const { x, y } = middleOf(glyph);
    return first[slotOf(grid.ys, y) * across + slotOf(grid.xs, x)] ?? 0;
  });
  return Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_column, column) => {
      const words = inCell.get(row * across + column);
      return words
        ? wordsIn(words, { left: grid.xs[column] ?? 0, right: rightOf(grid, first, row * across + column) })
        : "";
    }),
  );
}

/** For each slot of the grid, row by row, the first slot of the cell that it belongs to. */
function joined({ xs, ys, rules }: Grid): readonly number[] {
  const across = xs.length - 1;
  const first = Array.from({ length: across * (ys.length - 1) }, (_, index) => index);
  const root = (slot: number): number => (first[slot] === slot ? slot : root(first[slot] ?? 0));
  const unite = (a: number, b: number): void => {
    const [one, other] = [root(a), root(b)];
    first[Math.max(one, other)] = Math.min(one, other);
  };
  for (let slot = 0; slot < first.length; slot += 1) {
    const [row, column] = [Math.floor(slot / across), slot % across];
    const [x, y] = [centre(xs, column), centre(ys, row)];
    if (column + 1 < across && !isRuled(rules, { isHorizontal: false, at: xs[column + 1] ?? 0, along: y }))
      unite(slot, slot + 1);
    if (row + 2 < ys.length && !isRuled(rules, { isHorizontal: true, at: ys[row + 1] ?? 0, along: x }))
      unite(slot, slot + across);
  }
  return first.map((_, slot) => root(slot));
}

const centre = (places: readonly number[], index: number): number =>
  ((places[index] ?? 0) + (places[index + 1] ?? 0)) / 2;

function isRuled(
  rules: readonly Rule[],
  { isHorizontal, at, along }: { isHorizontal: boolean; at: number; along: number },
): boolean {
  return rules.some(
    (rule) =>
      rule.isHorizontal === isHorizontal && Math.abs(rule.at - at) <= slack && rule.from <= along && rule.to >= along,
  );
}

function rightOf({ xs }: Grid, first: readonly number[], slot: number): number {
  const across = xs.length - 1;
  let column = slot % across;
  while (column + 1 < across && first[slot - (slot % across) + column + 1] === slot) column += 1;
  return xs[column + 1] ?? 0;
}

/** Lines that fill their cell run on in the next; others end where the file ends them. */
function wordsIn(glyphs: readonly PlacedGlyph[], cell: { left: number; right: number }): string {
  const lines = printLines(glyphs).flatMap((line) => cutLine(line, []));
  return lines.reduce((words, line, index) => {
    const above = lines[index - 1];
    return above ? words + breakBetween(above, line, cell) + line.text : line.text;
  }, "");
}

function breakBetween(above: Segment, line: Segment, cell: { left: number; right: number }): string {
  const margin = Math.min(Math.max(0, above.left - cell.left), above.size * 2);
  const room = cell.right - above.right - margin;
  if (room > above.size * 1.3) return "\u2028";
  return /[A-Za-z,]$/u.test(above.text) && /^[A-Za-z]/u.test(line.text) ? " " : "";
}
