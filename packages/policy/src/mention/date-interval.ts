import type { DateMention } from "../records/mention.ts";
import { daysInMonth } from "../records/identity.ts";

/** 年内部分. Part of a year or month that a word or number narrows a date to. */
export type Part =
  | { readonly of: "year"; readonly first: number; readonly last: number }
  | { readonly of: "month"; readonly first: number; readonly last: number };

/** 写出的日期. What a date expression says before the document fills in what it leaves out. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly part: Part | null;
  readonly end: number;
}

/** 起止日. Inclusive days, each `YYYY-MM-DD`. */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

/** 期间. Days of a date whose year is known; null when the calendar has no such day. */
export function intervalOf({ year, month, day, part }: WrittenDate): Interval | null {
  if (year === null) return null;
  if (month === null) {
    const [first, last] = part?.of === "year" ? [part.first, part.last] : [1, 12];
    return { start: isoDay(year, first, 1), end: isoDay(year, last, daysInMonth(year, last)) };
  }
  if (month < 1 || month > 12) return null;
  const length = daysInMonth(year, month);
  if (day !== null)
    return day >= 1 && day <= length ? { start: isoDay(year, month, day), end: isoDay(year, month, day) } : null;
  if (part?.of !== "month") return { start: isoDay(year, month, 1), end: isoDay(year, month, length) };
  return { start: isoDay(year, month, part.first), end: isoDay(year, month, Math.min(part.last, length)) };
}

/** 日. `YYYY-MM-DD` of numbers that the caller has checked. */
export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** 时距. Size of an interval in the terms of the records, by its length in days. */
export function precisionOf({ start, end }: Interval): NonNullable<DateMention["precision"]> {
  const days = dayNumber(end) - dayNumber(start) + 1;
  const row = sizes.find(([most]) => days <= most);
  return row ? row[1] : "multi-year";
}

const sizes: readonly (readonly [days: number, precision: NonNullable<DateMention["precision"]>])[] = [
  [15, "day"],
  [62, "month"],
  [92, "quarter"],
  [184, "half"],
  [366, "year"],
];

/** Days since the year 0 of the proleptic Gregorian calendar, for lengths only. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const shifted = month > 2 ? year : year - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date;
}
