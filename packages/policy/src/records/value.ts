import { z } from "zod";

/**
 * 约数与界的写法. How a number was qualified in its source. `about` 约, `over` 超/多, `under` 近, `at-least` 以上/不少于,
 * `at-most` 以内/不超过; `exact` carries no such word.
 */
export const qualifiers = ["exact", "about", "over", "under", "at-least", "at-most", "range"] as const;
export type Qualifier = (typeof qualifiers)[number];

/**
 * 值. A number as an interval: `low` and `high` are null where there is no bound, and `lowOpen`/`highOpen` say whether
 * the bound itself is left out. An exact value has equal closed bounds. `nominal` is the number that was written, by
 * which rows are sorted; `qualifier` the word it came with.
 */
export const typedValue = z.object({
  nominal: z.number(),
  qualifier: z.enum(qualifiers),
  low: z.number().nullable(),
  high: z.number().nullable(),
  lowOpen: z.boolean(),
  highOpen: z.boolean(),
});
export type TypedValue = z.infer<typeof typedValue>;

/** 判定三值. `unknown` is an answer: the intervals overlap, so the words do not decide. */
export type Answer = "yes" | "no" | "unknown";

/**
 * 约数的区间约定. What each word is taken to mean, as factors of the written number: published so that anybody can
 * disagree with it. 约 is ±5 %; 近 reaches from 90 % to just below; 超 and 以上 have no upper bound.
 */
const conventions: Record<Exclude<Qualifier, "range">, readonly [number | null, number | null, boolean, boolean]> = {
  exact: [1, 1, false, false],
  about: [0.95, 1.05, false, false],
  over: [1, null, true, false],
  under: [0.9, 1, false, true],
  "at-least": [1, null, false, false],
  "at-most": [null, 1, false, false],
};

/**
 * Makes a value from a written number and its word. The word speaks of the size: a fall of 超60 % is the number −60 with
 * `over`, and lies below −60.
 * @example valueOf(3000, "about").low // 2850
 * @example valueOf(-60, "over").high // -60
 */
export function valueOf(nominal: number, qualifier: Exclude<Qualifier, "range"> = "exact"): TypedValue {
  const [least, most, leastOpen, mostOpen] = conventions[qualifier];
  const scaled = (factor: number | null): number | null => (factor === null ? null : nominal * factor);
  return nominal < 0
    ? { nominal, qualifier, low: scaled(most), high: scaled(least), lowOpen: mostOpen, highOpen: leastOpen }
    : { nominal, qualifier, low: scaled(least), high: scaled(most), lowOpen: leastOpen, highOpen: mostOpen };
}

/** Makes a value from two written bounds, both included; `nominal` is their middle. Throws when they are reversed. */
export function rangeOf(low: number, high: number): TypedValue {
  if (low > high) throw new RangeError(`Bounds ${low} and ${high} are reversed`);
  return { nominal: (low + high) / 2, qualifier: "range", low, high, lowOpen: false, highOpen: false };
}

/** Whether every number `a` may be lies below every number `b` may be: yes, no, or the intervals overlap. */
export function lessThan(a: TypedValue, b: TypedValue): Answer {
  if (a.high !== null && b.low !== null && (a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen))))
    return "yes";
  if (a.low !== null && b.high !== null && a.low >= b.high) return "no";
  return "unknown";
}

/** Whether `value` is at most `bound`. */
export function atMost(value: TypedValue, bound: number): Answer {
  if (value.high !== null && value.high <= bound) return "yes";
  if (value.low !== null && (value.low > bound || (value.low === bound && value.lowOpen))) return "no";
  return "unknown";
}

/** Whether `value` is at least `bound`. */
export function atLeast(value: TypedValue, bound: number): Answer {
  if (value.low !== null && value.low >= bound) return "yes";
  if (value.high !== null && (value.high < bound || (value.high === bound && value.highOpen))) return "no";
  return "unknown";
}

/** Whether `value` is `number`: only an exact value can say yes; one whose interval excludes the number says no. */
export function equals(value: TypedValue, number: number): Answer {
  if (value.low === number && value.high === number) return "yes";
  const below = atMost(value, number) === "no";
  const above = atLeast(value, number) === "no";
  return below || above ? "no" : "unknown";
}
