import type { QuantityMention } from "../records/mention.ts";
import { rangeOf, type TypedValue, valueOf } from "../records/value.ts";
import type { Approximation } from "./approximation.ts";
import type { Lexicon } from "./lexicon.ts";

/**
 * 约数区间. The interval a quantity is taken to mean, by the published convention of approximations.tsv for the words it was
 * written with: 近3000家 is [2700, 3000), 8300多家 (8300, 8400). A range is its two bounds. Null when it has no number.
 */
export function quantityInterval(mention: QuantityMention, lexicon: Lexicon): TypedValue | null {
  const { value, low, high, text, comparator } = mention;
  if (low !== null && high !== null) return rangeOf(low, high);
  if (value === null) return null;
  if (comparator === "=") return valueOf(value);
  const convention = conventionFor(text, lexicon);
  const plain = valueOf(value, byComparator[comparator]);
  return convention ? { ...plain, ...bounds(value, text, convention) } : plain;
}

const byComparator = { "~": "about", ">": "over", ">=": "at-least", "<": "under", "<=": "at-most" } as const;

/** The first row of the table whose word stands in the text. */
function conventionFor(text: string, { approximations }: Lexicon): Approximation | null {
  let found: { at: number; written: string; value: Approximation } | null = null;
  for (const words of approximations.byFirst.values())
    for (const { written, value } of words) {
      const at = text.indexOf(written);
      if (at >= 0 && (found === null || written.length > found.written.length)) found = { at, written, value };
    }
  return found?.value ?? null;
}

function bounds(
  value: number,
  text: string,
  { low, high, lowOpen, highOpen }: Approximation,
): Omit<TypedValue, "nominal" | "qualifier"> {
  const top = high === "place" ? value + lastPlace(value, text) : high === null ? null : value * high;
  return { low: low === null ? null : value * low, high: top, lowOpen, highOpen };
}

/** One step of the last written place: 100 of 8300, 10 000 of 800多万 is a million of 8 000 000. */
function lastPlace(value: number, text: string): number {
  const digits = /[\d.]+/u.exec(text)?.[0];
  if (digits !== undefined) {
    const written = Number(digits);
    const scale = written > 0 ? value / written : 1;
    const decimals = digits.split(".")[1]?.length ?? 0;
    return decimals > 0 ? scale / 10 ** decimals : scale * stepOf(written);
  }
  return stepOf(value);
}

/** Largest power of ten that divides a whole number. */
function stepOf(value: number): number {
  let step = 1;
  while (value >= step * 10 && value % (step * 10) === 0) step *= 10;
  return step;
}
