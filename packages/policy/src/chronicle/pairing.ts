import type { Ground } from "../records/ground.ts";

/** 配对. One left thing with one right thing and how alike they are. */
export interface Pair<L, R> {
  readonly left: L;
  readonly right: R;
  readonly likeness: number;
  readonly why: Ground;
}

/** Below this likeness two things are not taken for the same without a person. */
export const mergeThreshold = 0.35;

/**
 * 一一配对. Pairs each left thing with at most one right thing, the most alike first, so that nothing is merged twice.
 * Pairs under `threshold` are left out; equal likeness keeps the order given. Method: greedy matching by weight.
 */
export function pairUp<L, R>(pairs: readonly Pair<L, R>[], threshold: number = mergeThreshold): readonly Pair<L, R>[] {
  const usedLeft = new Set<L>();
  const usedRight = new Set<R>();
  const chosen: Pair<L, R>[] = [];
  for (const pair of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (pair.likeness < threshold || usedLeft.has(pair.left) || usedRight.has(pair.right)) continue;
    usedLeft.add(pair.left);
    usedRight.add(pair.right);
    chosen.push(pair);
  }
  return chosen;
}
