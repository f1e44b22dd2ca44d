import { BEST, type Fit } from "./joint.ts";

/** 交错段. First and last line of the stretches in which two columns alternate. */
export interface Interleaved {
  readonly from: number;
  readonly until: number;
}

/**
 * 栏端. Evidence, in natural logarithms, that the left column begins at a line, that the right one ends with a line, and
 * that the one column is read before the other.
 */
export interface Standing {
  begins(line: number): number;
  ends(line: number): number;
  follows(left: readonly number[], right: readonly number[]): number;
}

/** Lines of one page: how many, how well they fit, where columns may begin and end, and how sure one must be. */
export interface Mixture {
  readonly count: number;
  readonly fit: Fit;
  readonly stands: Standing;
  readonly sure: number;
}

/** What it says for a stretch that it begins or ends at the edge of a page. */
export const EDGE = 4;

const FEWEST = 6;
/** On a page of no more lines than this every stretch is tried; on a longer one those near where lines alternate. */
const PAGE = 160;
/** How far the bounds found may be off there: the lines at the ends of columns say little. */
const NEAR = 8;

/**
 * 交错. The stretch of lines in which each line goes on in the next but one rather than in the next. Null where there is none.
 */
export function interleavedIn(mixture: Mixture): Interleaved | null {
  const { count } = mixture;
  if (count < FEWEST) return null;
  if (count <= PAGE) return bestIn(mixture, { first: 0, lastFirst: count - 1, firstLast: 0, last: count - 1 });
  const near = alternation(mixture);
  if (!near) return null;
  return bestIn(mixture, {
    first: Math.max(0, near.from - NEAR),
    lastFirst: Math.min(near.from + NEAR, count - 1),
    firstLast: Math.max(0, near.until - NEAR),
    last: Math.min(count - 1, near.until + NEAR),
  });
}

/** The run of lines whose fits speak most for alternation (maximum sum), one for a page. */
function alternation({ count, fit, sure }: Mixture): Interleaved | null {
  let best = { sum: sure, from: 0, until: -1 };
  let sum = 0;
  let from = 0;
  for (let index = 0; index + 2 < count; index += 1) {
    if (sum <= 0) [sum, from] = [0, index];
    sum += fit(index, index + 2) - fit(index, index + 1);
    if (sum > best.sum) best = { sum, from, until: index + 2 };
  }
  return best.until < 0 ? null : best;
}

interface Bounds {
  readonly first: number;
  readonly lastFirst: number;
  readonly firstLast: number;
  readonly last: number;
}

/** The stretch within bounds under which the whole reads best; null when the file's own order reads as well. */
function bestIn(
  { count, fit, stands, sure }: Mixture,
  { first, lastFirst, firstLast, last }: Bounds,
): Interleaved | null {
  const gains = gainsOf(fit, first, last);
  let best: Interleaved | null = null;
  let most = sure;
  for (let from = first; from <= lastFirst; from += 1) {
    for (let until = Math.max(from + FEWEST - 1, firstLast); until <= last; until += 1) {
      if (gains.atMost(from, until) <= sure) continue;
      const [left, right] = endsOfColumns({ from, until });
      const gain = gains.between(from, until) + fit(left, from + 1);
      if (gain <= sure) continue;
      const after = until + 1 < count ? fit(right, until + 1) - fit(until, until + 1) : EDGE + stands.ends(right);
      const all = gain + after + stands.begins(from) + (from <= TOP ? columnFit(stands, { from, until }) : 0);
      if (all > most) [most, best] = [all, { from, until }];
    }
  }
  return best;
}

/** Lines at the top of a page among which the first of the left column is looked for. */
const TOP = 3;

function columnFit(stands: Standing, { from, until }: Interleaved): number {
  const lines = Array.from({ length: until - from + 1 }, (_, at) => from + at);
  const side = (parity: number): readonly number[] => lines.filter((line) => (line - from) % 2 === parity);
  return stands.follows(side(0), side(1));
}

/** Last line of the left and of the right column. */
function endsOfColumns({ from, until }: Interleaved): readonly [left: number, right: number] {
  return (until - from) % 2 === 0 ? [until, until - 1] : [until - 1, until];
}

/** Gain of stretches in constant time, but for the seam from the left column to the right one. */
interface Gains {
  between(from: number, until: number): number;
  /** What the gain can be with the best of all seams; a little more for what rounding may take away. */
  atMost(from: number, until: number): number;
}

/** Gains of any stretch between two lines, from running sums of the fits. */
function gainsOf(fit: Fit, first: number, last: number): Gains {
  const next = new Float64Array(last - first + 1);
  const skip = new Float64Array(last - first + 1);
  for (let index = first; index < last; index += 1) {
    const at = index - first;
    next[at + 1] = (next[at] ?? 0) + fit(index, index + 1);
    skip[at + 1] = (skip[at] ?? 0) + (index + 2 <= last ? fit(index, index + 2) : 0);
  }
  const between = (from: number, until: number): number =>
    (skip[until - 1 - first] ?? 0) -
    (skip[from - first] ?? 0) -
    ((next[until - first] ?? 0) - (next[from - first] ?? 0));
  return { between, atMost: (from, until) => between(from, until) + BEST + 1e-6 };
}

/** 理顺. Order of all lines in which each alternating stretch reads the one column first and then the other. */
export function unravelled(count: number, stretches: readonly Interleaved[]): readonly number[] {
  const order: number[] = [];
  let at = 0;
  for (const { from, until } of stretches) {
    for (; at < from; at += 1) order.push(at);
    for (let index = from; index <= until; index += 2) order.push(index);
    for (let index = from + 1; index <= until; index += 2) order.push(index);
    at = until + 1;
  }
  for (; at < count; at += 1) order.push(at);
  return order;
}
