import { type CalendarDate, calendarDate } from "@qipan/policy/records/identity";

const shanghai = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * 今天. The day of Asia/Shanghai on which `now` falls.
 * @example dayInShanghai(new Date("2026-03-31T16:00:00Z")) // 2026-04-01
 */
export function dayInShanghai(now: Date): CalendarDate {
  return calendarDate.parse(shanghai.format(now));
}

/** What answers "which day is it": the fixed day of the settings, else the clock, asked anew at each call. */
export function todayFrom(fixed: string | null, now: () => Date): () => CalendarDate {
  const day = fixed === null ? undefined : calendarDate.parse(fixed);
  return () => day ?? dayInShanghai(now());
}
