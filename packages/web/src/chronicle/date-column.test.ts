import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventFields } from "@qipan/policy/records/event";
import { type DateForm, dateFormOf } from "./date-column.ts";

const on = (dateStart: string, dateEnd = dateStart, precision: EventFields["precision"] = "day") =>
  ({ dateStart, dateEnd, precision }) as Pick<EventFields, "dateStart" | "dateEnd" | "precision">; // days of the calendar
const short = (form: DateForm): string => {
  if (form.form === "same-day") return "同日";
  if (form.form === "span") return `${form.precision}${form.repeated ? " again" : ""}`;
  const to = form.to ? `—${form.to.month === null ? "" : `${form.to.month}月`}${form.to.day}` : "";
  return `${form.from.day}${to}`;
};

for (const [rule, event, above, expected] of [
  ["a day is its number", on("2014-02-26"), null, "26"],
  ["the day of the line above is 同日", on("2014-02-26"), on("2014-02-26"), "同日"],
  ["another day is not", on("2014-02-27"), on("2014-02-26"), "27"],
  ["a range inside the month", on("2014-02-25", "2014-02-26"), on("2014-02-25"), "25—26"],
  ["a range into the next month names it", on("2014-02-25", "2014-03-02"), null, "25—3月2"],
  ["a month is 本月", on("2014-03-01", "2014-03-31", "month"), on("2014-03-28"), "month"],
  ["and is said once", on("2014-03-01", "2014-03-31", "month"), on("2014-03-01", "2014-03-31", "month"), "month again"],
] as const)
  test(`date column: ${rule}`, () => assert.equal(short(dateFormOf(event, above)), expected));
