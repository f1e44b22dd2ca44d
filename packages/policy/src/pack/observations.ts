import { z } from "zod";
import { cell, decimal, identifier, oneOf, optionalIdentifier, optionalText, text } from "./cell.ts";
import { type Period, periodOf } from "./period.ts";
import { provenance } from "./provenance.ts";

/** 数值限定. How the published figure is meant: 约 about, 超 over, 近 under, 累计 cumulative, 推算 derived … */
export const QUALIFIERS = ["exact", "about", "over", "under", "at-least", "at-most", "cumulative", "derived"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** 统计期. Cell form of a period. */
export const period: z.ZodType<Period, string> = cell(
  "a period such as 2013, 2014H1, 2014Q3, 2018-05 or 2014/2018-06",
  periodOf,
);

/** 观测值. One value of an indicator; unique by indicator, region, period, series and vintage. */
export const observationRow = z.object({
  indicator: identifier,
  region: text,
  period,
  value: decimal,
  qualifier: oneOf(QUALIFIERS),
  /** Breakdown inside the indicator; null is the headline series. */
  series: optionalIdentifier,
  /** Which release of a revised figure; null where figures are not revised. */
  vintage: optionalIdentifier,
  ...provenance,
  note: optionalText,
});
export type ObservationRow = z.output<typeof observationRow>;
