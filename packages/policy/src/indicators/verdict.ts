import type { CalendarDate } from "../records/identity.ts";
import type { Observation } from "../records/observation.ts";
import type { TargetFields } from "../records/target.ts";
import { type Answer, atLeast, atMost, equals, type TypedValue } from "../records/value.ts";
import { headlines } from "./headline.ts";

/**
 * 缺什么. Why it cannot be told: the target names no day; the day has not come; no value is held for the day; only values not yet checked are; the
 * value has another unit; the word it was written with (约, 近, 超) leaves it open.
 */
export const missingThings = [
  "no-day",
  "not-due",
  "no-value",
  "not-checked",
  "other-unit",
  "word-decides-not",
] as const;
export type MissingThing = (typeof missingThings)[number];

/** 判定. Whether a target was met, by which value, with the comparison that decides; `missing` only where it cannot be told. */
export interface TargetVerdict {
  readonly outcome: "met" | "not-met" | "cannot-tell";
  readonly observation: Observation | null;
  readonly arithmetic: string;
  readonly missing: MissingThing | null;
}

/** As of which day, and whether values from memory take part. */
export interface VerdictTerms {
  readonly asOf: CalendarDate;
  readonly includeRecalled: boolean;
}

type Comparator = TargetFields["comparator"];

/**
 * 判目标. Compares a target with the headline value of its indicator and region for the period that takes in the due day
 * and ends in its year: a fall from 2013 to 2023 says nothing of 2017. Of several periods the longest. Values of periods
 * that end after `asOf` are not known yet. Never throws.
 */
export function verdictOf(
  target: TargetFields,
  observations: readonly Observation[],
  terms: VerdictTerms,
): TargetVerdict {
  const own = observations.filter(
    ({ indicator, region }) => indicator === target.indicator && region === target.region,
  );
  const known = own.filter(({ periodEnd }) => periodEnd <= terms.asOf);
  const usable = known.filter(({ confidence }) => terms.includeRecalled || confidence === "verified");
  if (target.due === null) return standing(target, usable, "no-day");
  const value = atDue(usable, target.due);
  if (value && value.unit !== target.unit) return cannotTell("other-unit", value, `${value.unit} ≠ ${target.unit}`);
  if (value) return compared(target, value);
  if (target.due > terms.asOf) return standing(target, usable, "not-due");
  return cannotTell(atDue(known, target.due) ? "not-checked" : "no-value", null, `? ${boundOf(target)}`);
}

/** Headline value of the longest period that takes in the day and ends in its year; undefined where none does. */
function atDue(observations: readonly Observation[], due: CalendarDate): Observation | undefined {
  const endOfYear = `${due.slice(0, 4)}-12-31`;
  const around = headlines(observations).filter(
    ({ periodStart, periodEnd }) => periodStart <= due && due <= periodEnd && periodEnd <= endOfYear,
  );
  return around.reduce<Observation | undefined>(
    (best, row) => (best && best.periodStart <= row.periodStart ? best : row),
    undefined,
  );
}

function compared(target: TargetFields, observation: Observation): TargetVerdict {
  const answer = answers[target.comparator](observation.value, target.value);
  const sign =
    answer === "no" ? opposite[target.comparator] : answer === "yes" ? target.comparator : `?${target.comparator}`;
  const arithmetic = arithmeticOf(observation, sign, target);
  if (answer === "unknown") return cannotTell("word-decides-not", observation, arithmetic);
  return { outcome: answer === "yes" ? "met" : "not-met", observation, arithmetic, missing: null };
}

/** Before the day, or without one: where it stands now, which decides nothing. */
function standing(target: TargetFields, observations: readonly Observation[], missing: MissingThing): TargetVerdict {
  const newest = headlines(observations.filter(({ unit }) => unit === target.unit)).at(-1);
  const bound = boundOf(target);
  return cannotTell(
    missing,
    newest ?? null,
    newest ? `${written(newest.value)} (${newest.period}) → ${bound}` : `? ${bound}`,
  );
}

function boundOf({ comparator, value, unit, due }: TargetFields): string {
  return `${comparator} ${value} ${unit}${due === null ? "" : ` (${due})`}`;
}

function cannotTell(missing: MissingThing, observation: Observation | null, arithmetic: string): TargetVerdict {
  return { outcome: "cannot-tell", observation, arithmetic, missing };
}

const answers: Readonly<Record<Comparator, (value: TypedValue, bound: number) => Answer>> = {
  "<=": atMost,
  ">=": atLeast,
  "=": equals,
};

const opposite: Readonly<Record<Comparator, string>> = { "<=": ">", ">=": "<", "=": "≠" };

function arithmeticOf({ value, period }: Observation, sign: string, target: TargetFields): string {
  return `${written(value)} ${sign} ${target.value} ${target.unit} (${period})`;
}

/** A value in signs that need no language: a word becomes the interval it stands for. */
function written({ nominal, qualifier, low, high, lowOpen, highOpen }: TypedValue): string {
  if (qualifier === "exact") return String(nominal);
  return `${lowOpen || low === null ? "(" : "["}${low ?? "−∞"}, ${high ?? "∞"}${highOpen || high === null ? ")" : "]"}`;
}
