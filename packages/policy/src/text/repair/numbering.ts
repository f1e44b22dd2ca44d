import { outlineMark } from "../outline-marks.ts";

/** 编号. The number that a line begins with, and how far out its kind stands: 0 the outermost. */
export interface Numbered {
  readonly kind: string;
  readonly depth: number;
  readonly number: number;
}

// 2014年      near miss: 2014年以来
const year = /^(?<year>(?:19|20)\d\d)\s?年$/u;
// 3月      4月17日 某公司      near miss: 2014年
const month = /^(?<month>\d{1,2})月$/u;
const day = /^(?<month>\d{1,2})月(?<day>\d{1,2})日/u;

/** 读编号. The number of a clause, or the year, month or day that a line of a chronicle begins with; else null. */
export function numberedOf(words: string): Numbered | null {
  const mark = outlineMark(words);
  if (mark) return { kind: mark.family, depth: mark.level, number: mark.number };
  const inYear = year.exec(words)?.groups;
  if (inYear) return { kind: "year", depth: 28, number: Number(inYear.year) };
  const onDay = day.exec(words)?.groups;
  if (onDay) return { kind: "day", depth: 30, number: Number(onDay.month) * 31 + Number(onDay.day) };
  const inMonth = month.exec(words)?.groups;
  return inMonth ? { kind: "month", depth: 29, number: Number(inMonth.month) } : null;
}

/**
 * 序之合. Evidence, in natural logarithms, that one stretch of lines is read before another: its outermost numbers go on
 * in the other. 0 where they share no kind of number.
 */
export function sequenceFit(before: readonly (Numbered | null)[], after: readonly (Numbered | null)[]): number {
  const last = new Map<string, Numbered>();
  for (const numbered of before) if (numbered) last.set(numbered.kind, numbered);
  let best: { from: Numbered; to: Numbered } | null = null;
  const seen = new Set<string>();
  for (const to of after) {
    if (!to || seen.has(to.kind)) continue;
    seen.add(to.kind);
    const from = last.get(to.kind);
    if (from && (!best || from.depth < best.from.depth)) best = { from, to };
  }
  if (!best) return 0;
  const step = best.to.number - best.from.number;
  if (step === 1) return 4;
  if (step >= 0) return 1.5;
  return best.to.number === 1 || best.to.depth > 28 ? -1 : -4;
}
