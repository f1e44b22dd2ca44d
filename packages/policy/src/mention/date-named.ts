import type { Interval } from "./date-interval.ts";

/** 命名时期. A five-year plan period or a decade by name, and where its words end. */
export interface NamedPeriod {
  readonly end: number;
  readonly interval: Interval;
}

/** Characters at which a named period may begin. */
export function namedPeriodTriggers(): readonly number[] {
  return Array.from("“‘十上本", (character) => character.charCodeAt(0));
}

const units = "一二三四五六七八九";

/**
 * 计划期. Reads “十三五”, with or without quotation marks and 时期 after it, and 上世纪80年代 with 初 or 中期. The plan periods
 * follow each other by five years from the seventh (1986–1990). Null when none begins at `at`.
 */
export function namedPeriod(text: string, at: number, limit: number): NamedPeriod | null {
  return planPeriod(text, at, limit) ?? decade(text, at, limit) ?? centuryStart(text, at, limit);
}

function planPeriod(text: string, at: number, limit: number): NamedPeriod | null {
  const quoted = text.charAt(at) === "“" || text.charAt(at) === "‘";
  const start = at + (quoted ? 1 : 0);
  if (text.charAt(start) !== "十" || text.charAt(start + 2) !== "五") return null;
  const number = 11 + units.indexOf(text.charAt(start + 1));
  if (number < 11) return null;
  const closes = "”’".includes(text.charAt(start + 3) || " ");
  if (quoted !== closes || (!quoted && !/^(?:时期|期间|规划|末|计划|以来)/u.test(text.slice(start + 3, start + 5))))
    return null;
  const end = start + 3 + (closes ? 1 : 0);
  if (end > limit) return null;
  const first = 1951 + 5 * number;
  return { end, interval: { start: `${first}-01-01`, end: `${first + 4}-12-31` } };
}

const stages: readonly (readonly [written: string, first: number, last: number])[] = [
  ["初期", 0, 2],
  ["中期", 4, 6],
  ["末期", 7, 9],
  ["后期", 7, 9],
  ["初", 0, 2],
  ["末", 7, 9],
];

// 上世纪80年代中期      near miss: 上世纪末 (no decade)
function decade(text: string, at: number, limit: number): NamedPeriod | null {
  if (!text.startsWith("上世纪", at) && !text.startsWith("本世纪", at)) return null;
  const found = /^(?:上|本)世纪(?<tens>\d0|[一二三四五六七八九]十)年代/u.exec(text.slice(at, at + 9));
  if (!found?.groups?.tens || at + found[0].length > limit) return null;
  const tens = found.groups.tens;
  const decadeStart =
    (text.charAt(at) === "上" ? 1900 : 2000) +
    (/\d/u.test(tens) ? Number(tens) : (units.indexOf(tens.charAt(0)) + 1) * 10);
  const after = at + found[0].length;
  const [written, first, last] = stages.find(([name]) => text.startsWith(name, after)) ?? ["", 0, 9];
  return {
    end: after + written.length,
    interval: { start: `${decadeStart + first}-01-01`, end: `${decadeStart + last}-12-31` },
  };
}

function centuryStart(text: string, at: number, limit: number): NamedPeriod | null {
  if (!text.startsWith("本世纪初", at) || at + 4 > limit) return null;
  return { end: at + 4, interval: { start: "2000-01-01", end: "2009-12-31" } };
}
