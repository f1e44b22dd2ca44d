import { type Matrix, placed } from "./matrix.ts";
import { operators } from "./operators.ts";

/** 直线. A horizontal or vertical rule of a page, in points from its top left corner; `at` is its place across. */
export interface Rule {
  readonly isHorizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Filled shapes up to this thickness are rules, in points. */
const thickest = 3;
/** Shorter strokes are parts of signs. */
const shortest = 4;

const strokes: ReadonlySet<number> = new Set([
  operators.stroke,
  operators.closeStroke,
  operators.fillStroke,
  operators.eoFillStroke,
  operators.closeFillStroke,
  operators.closeEOFillStroke,
]);
const fills: ReadonlySet<number> = new Set([operators.fill, operators.eoFill]);

/**
 * 路径中之直线. Rules that a painted path holds: strokes along an axis, and filled shapes so thin that they are one. `path` is
 * pdf.js's list of moves (0 x y), lines (1 x y), curves (2 with six, 3 with four numbers) and closings (4).
 */
export function rulesOfPath(path: ArrayLike<number>, operator: number, space: Matrix): readonly Rule[] {
  const outlines = outlinesOf(path, space);
  if (strokes.has(operator)) return outlines.flatMap(strokesOf);
  return fills.has(operator) ? outlines.flatMap(thinOf) : [];
}

const operands: readonly number[] = [2, 2, 6, 4, 0];

function outlinesOf(path: ArrayLike<number>, space: Matrix): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let at = 0;
  while (at < path.length) {
    const step = path[at] ?? 4;
    const count = operands[step] ?? 0;
    const [x = 0, y = 0] = [path[at + count - 1], path[at + count]];
    if (step === 0) outlines.push([placed(space, x, y)]);
    else if (step === 4) close(outlines.at(-1));
    else outlines.at(-1)?.push(placed(space, x, y));
    at += count + 1;
  }
  return outlines;
}

function close(outline: Point[] | undefined): void {
  const first = outline?.[0];
  if (first) outline?.push(first);
}

function strokesOf(outline: readonly Point[]): readonly Rule[] {
  return outline.slice(1).flatMap((point, index) => between(outline[index] ?? point, point, 0.7));
}

function thinOf(outline: readonly Point[]): readonly Rule[] {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
  const [first, last] = [
    { x: Math.min(...xs), y: Math.min(...ys) },
    { x: Math.max(...xs), y: Math.max(...ys) },
  ];
  return between(first, last, thickest);
}

/** The rule between two points that lie on one axis, as far as `slack` goes; none otherwise. */
function between(a: Point, b: Point, slack: number): readonly Rule[] {
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (height <= slack && width >= shortest && width > height)
    return [{ isHorizontal: true, at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }];
  if (width <= slack && height >= shortest && height > width)
    return [{ isHorizontal: false, at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) }];
  return [];
}
