import type { Point } from "./document-state.ts";

// 2023年5月      near miss: 2025年6月底前 and 到2035年3月 lie ahead
const told = /(?<!到|至|前)(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?!底?前|以前|之前|末?前)/gu;

/**
 * 所述之年. Year in which an undated text tells what has happened: that of its latest date with a month which is no limit.
 * Null when it has none.
 */
export function spokenYear(text: string): Point | null {
  let latest = 0;
  for (const [date] of text.matchAll(told)) latest = Math.max(latest, Number(date.slice(0, 4)));
  return latest > 0 ? { year: latest, month: null, day: null } : null;
}
