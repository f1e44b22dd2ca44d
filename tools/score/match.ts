import { munkres } from "munkres";

/** 配对. A pair of positions in two lists. */
export type Pair = readonly [left: number, right: number];

/**
 * 一对一. Pairs two lists one to one so that the sum of `weight` is greatest; a weight of 0 is no pair. Works part by part:
 * what nothing links is never compared. `reach` bounds the positions of the right list that may pair with a left one.
 */
export function bestPairs(
  lefts: number,
  reach: (left: number) => readonly number[],
  weight: (left: number, right: number) => number,
): readonly Pair[] {
  const edges = Array.from({ length: lefts }, (_, left) => reach(left).filter((right) => weight(left, right) > 0));
  return partsOf(edges).flatMap(({ left, right }) => pairsIn(left, right, weight));
}

interface Part {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

function pairsIn(
  left: readonly number[],
  right: readonly number[],
  weight: (left: number, right: number) => number,
): readonly Pair[] {
  const [onlyLeft, onlyRight] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && onlyLeft !== undefined && onlyRight !== undefined)
    return [[onlyLeft, onlyRight]];
  const most = Math.max(...left.map((one) => Math.max(...right.map((other) => weight(one, other)))));
  const costs = left.map((one) => right.map((other) => most - weight(one, other)));
  return munkres(costs).flatMap(([i, j]): Pair[] => {
    const [one, other] = [left[i], right[j]];
    return one !== undefined && other !== undefined && weight(one, other) > 0 ? [[one, other]] : [];
  });
}

/** Positions that some chain of edges links. */
function partsOf(edges: readonly (readonly number[])[]): readonly Part[] {
  const holders = new Map<number, number[]>();
  for (const [left, rights] of edges.entries())
    for (const right of rights) holders.set(right, [...(holders.get(right) ?? []), left]);
  const seen = new Set<number>();
  return edges.flatMap((rights, start) => {
    if (rights.length === 0 || seen.has(start)) return [];
    const part = { left: new Set([start]), right: new Set<number>() };
    for (const left of part.left) {
      for (const right of edges[left] ?? []) {
        part.right.add(right);
        for (const other of holders.get(right) ?? []) part.left.add(other);
      }
    }
    for (const left of part.left) seen.add(left);
    return [{ left: [...part.left], right: [...part.right] }];
  });
}
