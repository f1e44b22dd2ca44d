import { z } from "zod";
import { cell, identifier, members, oneOf, optionalText, text } from "./cell.ts";
import { yearOf } from "./dates.ts";

/** 关系. How the two sides of an identity compare. */
const RELATIONS = ["=", "<"] as const;

/** 容差. Allowed difference, absolute or as a share of the left side. */
export interface Tolerance {
  readonly amount: number;
  readonly relative: boolean;
}

/**
 * 恒等式. Arithmetic that observations of the pack must satisfy, written out once for a span of years and a list of
 * regions; `{y}`, `{y-1}` and `{r}` in the sides stand for them. See `expression.ts` for the form of a side.
 */
export const identityRow = z.object({
  id: identifier,
  left: text,
  relation: oneOf(RELATIONS),
  right: text,
  tolerance: cell("a number such as 0.5, or a percentage such as 0.2%", toleranceOf),
  /** `2013..2025`, or years joined by `;`; empty when no side says `{y}`. */
  years: cell("years such as 2013..2025 or 2014;2019, or empty", yearsOf),
  regions: members,
  source: text,
  note: optionalText,
});
export type IdentityRow = z.output<typeof identityRow>;

function toleranceOf(written: string): Tolerance | null {
  // 0.5   0.2%      near miss: ±0.5 – the sign is understood
  const match = /^(?<amount>\d+(?:\.\d+)?)(?<percent>%?)$/u.exec(written)?.groups;
  if (!match) return null;
  const relative = match["percent"] === "%";
  return { amount: Number(match["amount"]) / (relative ? 100 : 1), relative };
}

function yearsOf(written: string): readonly number[] | null {
  if (written === "") return [];
  const [first, last, ...more] = written.split("..").map(yearOf);
  if (more.length > 0) return null;
  if (last !== undefined) return first && last && first <= last ? range(first, last) : null;
  const years = written.split(";").map(yearOf);
  return years.every((year) => year !== null) ? years : null;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}
