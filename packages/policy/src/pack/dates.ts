import type { CalendarDate } from "../records/identity.ts";
import { type DaySpan, daysOf, type PartialDate, partialDate } from "../records/partial-date.ts";

/** 所书日期. A date as written, how much of it is written, and the days it may mean. */
export interface WrittenDate extends DaySpan {
  readonly written: PartialDate;
  readonly precision: "day" | "month" | "year";
}

const EARLIEST_YEAR = "1800";
const LATEST_YEAR = "2100";
const PRECISION_OF_LENGTH = new Map<number, WrittenDate["precision"]>([
  [4, "year"],
  [7, "month"],
  [10, "day"],
]);

/**
 * 读日期. Reads `2014`, `2014-06` or `2014-06-26`; null when the text is none of them, no day of the calendar, or far
 * from any programme (before 1800, after 2100).
 * @example writtenDateOf("2016-02")?.end // "2016-02-29"
 */
export function writtenDateOf(text: string): WrittenDate | null {
  const date = partialDate.safeParse(text);
  const precision = PRECISION_OF_LENGTH.get(text.length);
  if (!date.success || !precision || text.slice(0, 4) < EARLIEST_YEAR || text.slice(0, 4) > LATEST_YEAR) return null;
  return { written: date.data, precision, ...daysOf(date.data) };
}

/** 读日. Reads a day `YYYY-MM-DD`; null for anything else. */
export function calendarDateOf(text: string): CalendarDate | null {
  const date = writtenDateOf(text);
  return date?.precision === "day" ? date.start : null;
}

/** 读年. Reads a year; null for anything else. */
export function yearOf(text: string): number | null {
  return writtenDateOf(text)?.precision === "year" ? Number(text) : null;
}
