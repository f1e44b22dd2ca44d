import { z } from "zod";
import { type CalendarDate, calendarDate, daysInMonth } from "./identity.ts";

/** 期日. A date known to the year, the month or the day: `2015`, `2015-06`, `2015-06-18` (ISO 8601 reduced precision). */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, "expected YYYY, YYYY-MM or YYYY-MM-DD")
  .refine((text) => spanOf(text) !== undefined, "this date does not exist in the calendar")
  .brand<"PartialDate">();
export type PartialDate = z.infer<typeof partialDate>;

/** 期间. First and last day, both included. */
export interface DaySpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** First and last day that a partial date may mean. */
export function daysOf(date: PartialDate): DaySpan {
  const span = spanOf(date);
  if (!span) throw new Error(`Partial date ${date} was not parsed before use`);
  return span;
}

function spanOf(text: string): DaySpan | undefined {
  const [year = "", month, day] = text.split("-");
  const first = calendarDate.safeParse(`${year}-${month ?? "01"}-${day ?? "01"}`);
  const lastDay = String(daysInMonth(Number(year), Number(month ?? 12))).padStart(2, "0");
  const last = calendarDate.safeParse(`${year}-${month ?? "12"}-${day ?? lastDay}`);
  return first.success && last.success ? { start: first.data, end: last.data } : undefined;
}
