import { type CalendarDate, daysInMonth } from "../records/identity.ts";

const partsOfYear = new Map([
  ["01-01/12-31", ""],
  ["01-01/06-30", "H1"],
  ["07-01/12-31", "H2"],
  ["01-01/03-31", "Q1"],
  ["04-01/06-30", "Q2"],
  ["07-01/09-30", "Q3"],
  ["10-01/12-31", "Q4"],
]);

/**
 * 统计期名. The usual name of an interval of days, so that one period has one name whoever brought it: `2023`, `2014H1`,
 * `2014Q3`, `2018-05`, a single day, else `start/end`.
 * @example periodName("2014-01-01", "2014-06-30") // "2014H1"
 */
export function periodName(start: CalendarDate, end: CalendarDate): string {
  if (start === end) return start;
  const [year, month] = [start.slice(0, 4), start.slice(5, 7)];
  const part = year === end.slice(0, 4) ? partsOfYear.get(`${start.slice(5)}/${end.slice(5)}`) : undefined;
  if (part !== undefined) return `${year}${part}`;
  const lastOfMonth = `${year}-${month}-${daysInMonth(Number(year), Number(month))}`;
  return start.endsWith("-01") && end === lastOfMonth ? `${year}-${month}` : `${start}/${end}`;
}
