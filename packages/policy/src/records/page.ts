import { z } from "zod";

/**
 * 页. One page of a list. `total` counts the caller's visible rows exactly up to 10,000; beyond that it is a lower bound
 * and `totalIsExact` is false. `next` is the cursor of the next page, null on the last.
 */
export function page<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    total: z.int().nonnegative(),
    totalIsExact: z.boolean(),
    next: z.string().nullable(),
  });
}

/** A page of `T`. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly next: string | null;
}

/** Largest total that is counted exactly. */
export const exactTotalLimit = 10_000;
