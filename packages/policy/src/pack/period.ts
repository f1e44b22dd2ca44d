import type { DaySpan } from "../records/partial-date.ts";
import { writtenDateOf } from "./dates.ts";

/** 统计期. The time an observation is about, as written and in days. */
export interface Period extends DaySpan {
  readonly written: string;
  readonly kind: "year" | "half" | "quarter" | "month" | "day" | "interval";
}

/**
 * 读统计期. Reads `2013`, `2014H1`, `2014Q3`, `2018-05`, `2018-05-31` or an interval `2014/2018-06` (both ends included).
 * Null when the text is none of them or the interval ends before it starts.
 * @example periodOf("2014Q3") // { written: "2014Q3", kind: "quarter", start: "2014-07-01", end: "2014-09-30" }
 */
export function periodOf(written: string): Period | null {
  const [from = "", to, ...more] = written.split("/");
  if (more.length > 0) return null;
  if (to !== undefined) return between(written, { kind: "interval", from, to });
  const part = PARTS_OF_YEAR.get(written.slice(4));
  const year = written.slice(0, 4);
  if (part) return between(written, { kind: part.kind, from: `${year}-${part.first}`, to: `${year}-${part.last}` });
  const date = writtenDateOf(written);
  return date && { written, kind: date.precision, start: date.start, end: date.end };
}

const PARTS_OF_YEAR = new Map<
  string,
  { readonly kind: "half" | "quarter"; readonly first: string; readonly last: string }
>([
  ["H1", { kind: "half", first: "01", last: "06" }],
  ["H2", { kind: "half", first: "07", last: "12" }],
  ["Q1", { kind: "quarter", first: "01", last: "03" }],
  ["Q2", { kind: "quarter", first: "04", last: "06" }],
  ["Q3", { kind: "quarter", first: "07", last: "09" }],
  ["Q4", { kind: "quarter", first: "10", last: "12" }],
]);

function between(
  written: string,
  ends: { readonly kind: Period["kind"]; readonly from: string; readonly to: string },
): Period | null {
  const from = writtenDateOf(ends.from);
  const to = writtenDateOf(ends.to);
  if (!from || !to || from.start > to.end) return null;
  return { written, kind: ends.kind, start: from.start, end: to.end };
}
