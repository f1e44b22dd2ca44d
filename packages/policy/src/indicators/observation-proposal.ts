import { z } from "zod";
import { calendarDate } from "../records/identity.ts";
import type { NewObservation } from "../records/observation.ts";
import type { MeasurementReading } from "../records/reading.ts";
import { quotedVintage } from "./headline.ts";
import { periodName } from "./period-name.ts";
import { rangeOf, type TypedValue, valueOf } from "../records/value.ts";

/** 可配指标. An indicator of the catalogue with what a sentence may call it. */
export interface KnownIndicator {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
}

/** 读出成观测. The observation a measurement reading proposes, or what an officer has to decide first. */
export type ObservationProposal =
  | { readonly ok: true; readonly row: Omit<NewObservation, "evidence" | "jurisdiction" | "visibility" | "sharedWith"> }
  | { readonly ok: false; readonly missing: "indicator" | "period" | "value" | "unit" };

/**
 * 经办人补定. What an officer says of a figure where the sentence does not: the indicator by its key, whose figure it is, of
 * which days, and the number in the indicator's unit where the sentence writes another. What is left out is read.
 */
export const figureChoice = z.strictObject({
  indicator: z.string().min(1).max(120).optional(),
  region: z.string().min(1).max(120).optional(),
  periodStart: calendarDate.optional(),
  periodEnd: calendarDate.optional(),
  value: z.number().optional(),
});
export type FigureChoice = z.infer<typeof figureChoice>;

/** Powers of ten that a catalogue's unit may begin with: `10^8 CNY` holds 亿元. */
const scaledUnit = /^10\^(?<power>\d+) (?<base>.+)$/u;

/** Comparators of readings as the words of typed values. */
const qualifierOf = {
  "=": "exact",
  "~": "about",
  ">": "over",
  ">=": "at-least",
  "<": "under",
  "<=": "at-most",
} as const;

/** Words before the name of an indicator that do not change it: whose it is, of which span, that it was reached. */
const neutral =
  /^(?:全[国省市区县年]|[我本][国省市区县]|当年|全社会|区域|\p{Script=Han}{2,6}[省市区县州]|的)*(?:实现|完成)?$/u;

/** The indicator that a reading names, with nothing but neutral words before it; of several the one of the longest name. */
function namedIn(
  catalogue: readonly KnownIndicator[],
  { indicator, unit }: MeasurementReading,
): KnownIndicator | undefined {
  const exact = catalogue.find(({ title }) => title === indicator);
  if (exact) return exact;
  const name = indicator.replaceAll(/[\s“”"]/gu, "");
  return catalogue
    .filter(({ title, unit: wanted }) => {
      const bare = title.replaceAll(/[\s“”"]/gu, "");
      return name.endsWith(bare) && neutral.test(name.slice(0, -bare.length)) && factorTo(wanted, unit) !== undefined;
    })
    .sort((a, b) => b.title.length - a.title.length)[0];
}

/**
 * Only a reading whose indicator has the name of one in the catalogue, neutral words before it aside (全市, 实现), is proposed
 * by itself; anything else is the officer's choice, never a guess. Values are brought to the catalogue's unit, and refused where the units do not agree.
 */
export function observationProposal(
  reading: MeasurementReading,
  catalogue: readonly KnownIndicator[],
  choice: FigureChoice = {},
): ObservationProposal {
  const indicator =
    choice.indicator === undefined
      ? namedIn(catalogue, reading)
      : catalogue.find(({ key }) => key === choice.indicator);
  if (!indicator) return { ok: false, missing: "indicator" };
  const start = calendarDate.safeParse(choice.periodStart ?? reading.period.start);
  const end = calendarDate.safeParse(choice.periodEnd ?? reading.period.end);
  if (!start.success || !end.success || start.data > end.data) return { ok: false, missing: "period" };
  const value = valueIn(indicator.unit, reading, choice.value);
  if (typeof value === "string") return { ok: false, missing: value };
  return {
    ok: true,
    row: {
      indicator: indicator.key,
      region: choice.region ?? reading.region,
      period: periodName(start.data, end.data),
      periodStart: start.data,
      periodEnd: end.data,
      series: "",
      vintage: quotedVintage,
      value,
      unit: indicator.unit,
      valueKind: reading.cumulative ? "cumulative" : "unstated",
      priceBasis: indicator.unit.includes("CNY") ? "unstated" : "none",
      derived: false,
      confidence: "verified",
      note: null,
    },
  };
}

/** The value in the catalogue's unit, the sentence's word kept; or what stands in the way. */
function valueIn(unit: string, reading: MeasurementReading, chosen: number | undefined): TypedValue | "unit" | "value" {
  if (chosen !== undefined) return valueOf(chosen, qualifierOf[reading.comparator]);
  const factor = factorTo(unit, reading.unit);
  if (factor === undefined) return "unit";
  return scaled(reading, factor) ?? "value";
}

function factorTo(unit: string, written: string | null): number | undefined {
  if (unit === written) return 1;
  const { power, base } = scaledUnit.exec(unit)?.groups ?? {};
  return base === written ? 10 ** -Number(power) : undefined;
}

function scaled(reading: MeasurementReading, factor: number): TypedValue | undefined {
  const precise = (value: number): number => Number((value * factor).toPrecision(12));
  if (reading.value !== null) return valueOf(precise(reading.value), qualifierOf[reading.comparator]);
  if (reading.low === null || reading.high === null) return undefined;
  return rangeOf(precise(reading.low), precise(reading.high));
}
