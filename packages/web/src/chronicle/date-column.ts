import type { EventFields } from "@qipan/policy/records/event";

/**
 * 日期栏. How a chronicle writes the date of an event under its month: a day or days with their months, the same day as
 * the line above, this month, or a wider span. `month` is null where it is the month of the head.
 */
export type DateForm =
  | { readonly form: "day"; readonly from: MonthDay; readonly to: MonthDay | null }
  | { readonly form: "same-day" }
  | { readonly form: "span"; readonly precision: Exclude<EventFields["precision"], "day">; readonly repeated: boolean };

/** A day, with its month where that is not the month of the head. */
export interface MonthDay {
  readonly month: number | null;
  readonly day: number;
}

type Dates = Pick<EventFields, "dateStart" | "dateEnd" | "precision">;

/** Form of the date of an event, given the event above it in the same month (null for the first). */
export function dateFormOf(event: Dates, above: Dates | null): DateForm {
  if (event.precision !== "day")
    return { form: "span", precision: event.precision, repeated: above?.precision === event.precision };
  const isSame = above?.precision === "day" && above.dateStart === event.dateStart && above.dateEnd === event.dateEnd;
  if (isSame) return { form: "same-day" };
  const head = monthOf(event.dateStart);
  return { form: "day", from: { month: null, day: dayOf(event.dateStart) }, to: lastDay(event, head) };
}

function lastDay({ dateStart, dateEnd }: Dates, head: number): MonthDay | null {
  if (dateEnd === dateStart) return null;
  const month = monthOf(dateEnd);
  const isOtherMonth = month !== head || dateEnd.slice(0, 4) !== dateStart.slice(0, 4);
  return { month: isOtherMonth ? month : null, day: dayOf(dateEnd) };
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function dayOf(day: string): number {
  return Number(day.slice(8, 10));
}
