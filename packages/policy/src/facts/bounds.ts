import type { Statement } from "../records/statement.ts";
import { valueOf } from "../records/value.ts";

/** 区间. What a written figure may be: both bounds and the number as written. */
export interface Bounds {
  readonly nominal: number;
  readonly low: number;
  readonly high: number;
}

const qualifierOf = {
  "=": "exact",
  "~": "about",
  ">": "over",
  ">=": "at-least",
  "<": "under",
  "<=": "at-most",
} as const;

/** 取区间. The interval of a statement's figure, by the published conventions of approximate words; null where it has none. */
export function boundsOf({ value, low, high, comparator }: Statement): Bounds | null {
  if (value !== null) {
    const typed = valueOf(value, qualifierOf[comparator]);
    return { nominal: value, low: typed.low ?? -Infinity, high: typed.high ?? Infinity };
  }
  return low === null || high === null ? null : { nominal: (low + high) / 2, low, high };
}
