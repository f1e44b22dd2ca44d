import { isDay } from "./day.ts";

/**
 * 起止成期. First and last day as the shortest period the ledger writes: a whole year is `2018`, a half `2018H1`, a quarter
 * `2018Q3`, a month `2018-06`, whole years `2013/2017`, one day the day, anything else both days with `/`; an open side is
 * empty.
 * @example periodOfDays("2018-01-01", "2018-06-30") // "2018H1"
 */
export function periodOfDays(start: string | null, end: string | null): string {
  if (start === null || end === null) return start === end ? "" : `${start ?? ""}/${end ?? ""}`;
  if (start === end || !isDay(start) || !isDay(end)) return start === end ? start : `${start}/${end}`;
  return wholeYears(start, end) ?? partOfYear(start, end) ?? `${start}/${end}`;
}

function wholeYears(start: string, end: string): string | null {
  if (!start.endsWith("-01-01") || !end.endsWith("-12-31")) return null;
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  return from === to ? from : `${from}/${to}`;
}

const parts: Readonly<Record<string, string>> = {
  "01-01 06-30": "H1",
  "07-01 12-31": "H2",
  "01-01 03-31": "Q1",
  "04-01 06-30": "Q2",
  "07-01 09-30": "Q3",
  "10-01 12-31": "Q4",
};

function partOfYear(start: string, end: string): string | null {
  const year = start.slice(0, 4);
  if (year !== end.slice(0, 4)) return null;
  const part = parts[`${start.slice(5)} ${end.slice(5)}`];
  if (part) return `${year}${part}`;
  if (!start.endsWith("-01") || !isLastOfMonth(end)) return null;
  const [from, to] = [start.slice(0, 7), end.slice(0, 7)];
  return from === to ? from : `${from}/${to}`;
}

const isLastOfMonth = (day: string): boolean => !isDay(`${day.slice(0, 8)}${Number(day.slice(8)) + 1}`);
