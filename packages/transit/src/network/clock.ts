/** 读日. The text itself when it is a day of the calendar as `YYYY-MM-DD`, else null. */
export function dayOf(written: string): string | null {
  const match = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u.exec(written)?.groups;
  if (!match) return null;
  const [year, month, day] = [Number(match["year"]), Number(match["month"]), Number(match["day"])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? written : null;
}

/** 读时刻. Minutes after midnight of `HH:MM`, or null. */
export function clockMinutesOf(written: string): number | null {
  const match = /^(?<hours>[01]\d|2[0-3]):(?<minutes>[0-5]\d)$/u.exec(written)?.groups;
  return match ? Number(match["hours"]) * 60 + Number(match["minutes"]) : null;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
