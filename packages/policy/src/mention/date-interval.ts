import { daysInMonth } from "../records/identity.ts";
import type { DateMention } from "../records/mention.ts";

/** 时距. Size of the time a date means, in the terms of the records. */
export type Precision = NonNullable<DateMention["precision"]>;

/** 年内部分. Part of a year (months) or of a month (days) that a word or number narrows a date to. */
export interface Part {
  readonly of: "year" | "month";
  readonly first: number;
  readonly last: number;
}

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
    const first = part?.of === "year" ? part.first : 1;
    const last = part?.of === "year" ? part.last : 12;
    return { start: isoDay(year, first, 1), end: isoDay(year, last, daysInMonth(year, last)) };
  }
  if (month < 1 || month > 12) return null;
  const length = daysInMonth(year, month);
  if (day !== null) {
    if (day < 1 || day > length) return null;
    const only = isoDay(year, month, day);
    return { start: only, end: only };
  }
  if (part?.of !== "month") return { start: isoDay(year, month, 1), end: isoDay(year, month, length) };
  return { start: isoDay(year, month, part.first), end: isoDay(year, month, Math.min(part.last, length)) };
}

/** 时距. Size that a written date means: of 上半年 a half, of 中旬 days, of 前三季度 quarters, of 1-10月 months. */
export function precisionOf({ month, day, part }: WrittenDate): Precision {
  if (day !== null || part?.of === "month") return "day";
  if (month !== null) return "month";
  if (part?.of !== "year") return "year";
  const months = part.last - part.first + 1;
  if (months === 12) return "year";
  if (months === 6) return "half";
  return months === 3 || months === 9 ? "quarter" : "month";
}

/** 日. `YYYY-MM-DD` of numbers that the caller has checked. */
export function isoDay(year: number, month: number, day: number): string {
  return `${year < 1000 ? String(year).padStart(4, "0") : year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** 数日. The day that lies `days` after a day (`YYYY-MM-DD`), before it when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** 数月. The same day of the month `months` later; the month's last day where it has no such day (《民法典》 202). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const [nextYear, nextMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return isoDay(nextYear, nextMonth, Math.min(date, daysInMonth(nextYear, nextMonth)));
}

/** 移年. An interval `years` later, its last day kept the last of its month. */
export function shiftYears({ start, end }: Interval, years: number): Interval {
  const [year, month, date] = partsOf(end);
  const isLast = date === daysInMonth(year, month);
  const last = addMonths(end, years * 12);
  return {
    start: addMonths(start, years * 12),
    end: isLast ? isoDay(year + years, month, daysInMonth(year + years, month)) : last,
  };
}

/** 周. The week (Monday to Sunday) that a day lies in, `weeks` later. */
export function weekOf(day: string, weeks: number): Interval {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(day, 7 * weeks - weekday);
  return { start, end: addDays(start, 6) };
}

/** 拆日. Year, month and day of `YYYY-MM-DD`. */
export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  if (day.length !== 10) {
    const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
    return [year, month, date];
  }
  return [twoDigits(day, 0) * 100 + twoDigits(day, 2), twoDigits(day, 5), twoDigits(day, 8)];
}

/** Number that two figures of a day write. */
const twoDigits = (day: string, at: number): number => day.charCodeAt(at) * 10 + day.charCodeAt(at + 1) - 48 * 11;
