import { z } from "zod";

/** 日. Calendar day of Asia/Shanghai, `YYYY-MM-DD`, checked to exist. */
export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, "expected a day as YYYY-MM-DD")
  .refine(isRealDay, "this day does not exist in the calendar")
  .brand<"CalendarDate">();
export type CalendarDate = z.infer<typeof calendarDate>;

/** 时刻. Instant in UTC, ISO 8601 with `Z`. */
export const instant = z.iso.datetime({ precision: 3 }).brand<"Instant">();
export type Instant = z.infer<typeof instant>;

/** 编号. Identifier made by Qipan: a UUID of version 7, so that order of ids is order of making. */
export const id = z.uuid().brand<"Id">();
export type Id = z.infer<typeof id>;

/** 散列. SHA-256 in lower-case hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/u, "expected 64 hexadecimal digits")
  .brand<"Sha256">();
export type Sha256 = z.infer<typeof sha256>;

/** Whether `YYYY-MM-DD` names a day that exists. */
function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

/** Number of days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
