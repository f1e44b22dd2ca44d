import type { Interval, Precision } from "./date-interval.ts";

/** 命名时期. A five-year plan period, a decade or a century by name, where its words end, and the size of it. */
export interface NamedPeriod {
  readonly end: number;
  readonly interval: Interval;
  readonly precision: Precision;
}

/** Characters at which a named period may begin. */
export function namedPeriodTriggers(): readonly number[] {
  return Array.from("“‘十上本第二一12356789八九七六五", (character) => character.charCodeAt(0));
}

const units = "一二三四五六七八九";

/**
 * 命名期. Reads “十三五”, with or without quotation marks, 第十四个五年规划期, 上世纪80年代, 20世纪90年代中期, 本世纪中叶. Null when
 * none begins at `at`.
 */
export function namedPeriod(text: string, at: number, limit: number): NamedPeriod | null {
  const first = text.charAt(at);
  if (first === "“" || first === "‘" || first === "十") {
    const period = planPeriod(text, at, limit);
    if (period) return period;
  }
  if (first === "第") return numberedPlan(text, at, limit);
  const century = centuryAt(text, at);
  if (century) return decade(text, century, limit) ?? centuryPart(text, century, limit);
  return bareDecade(text, at, limit);
}

/** “十四五”      十四五时期      “八五”      near miss: 十四五个、十五五岁、“一二五” */
function planPeriod(text: string, at: number, limit: number): NamedPeriod | null {
  const quoted = text.charAt(at) !== "十";
  const start = at + (quoted ? 1 : 0);
  if (quoted && start + 3 <= limit && /^十五[”’]/u.test(text.slice(start, start + 3)))
    return planYears(10, text, start + 3);
  const tens = text.charAt(start) === "十";
  const digit = units.indexOf(text.charAt(start + (tens ? 1 : 0)) || " ") + 1;
  const last = start + (tens ? 2 : 1);
  if (digit === 0 || text.charAt(last) !== "五") return null;
  const after = text.charAt(last + 1) || " ";
  const closes = "”’".includes(after);
  const bare =
    !quoted && tens && !notPlan.has(after) && !"一二三四五六七八九十百第".includes(text.charAt(at - 1) || " ");
  if (quoted ? !closes : !bare) return null;
  const end = last + (closes ? 2 : 1);
  return end > limit ? null : planYears(tens ? 10 + digit : digit, text, end);
}

/** Characters after 十四五 that make it a number or something else. */
const notPlan = new Set(
  Array.from("岁个年万千百名人天元米度月日号家条项次%％点只头户里公亿分位件座所里斤吨艘辆台处倍成世十"),
);

const plans = ["规划时期", "规划期间", "计划时期", "计划期间", "规划期", "计划期", "规划", "计划"];

/** 第十四个五年规划      第三个五年计划时期 */
function numberedPlan(text: string, at: number, limit: number): NamedPeriod | null {
  const tens = text.charAt(at + 1) === "十" ? 1 : 0;
  const digit = units.indexOf(text.charAt(at + 1 + tens) || " ") + 1;
  const after = at + 1 + tens + (digit > 0 ? 1 : 0);
  if ((digit === 0 && tens === 0) || !text.startsWith("个五年", after) || after + 3 > limit) return null;
  const name = plans.find((written) => text.startsWith(written, after + 3));
  return name ? planYears(tens * 10 + digit, text, after + 3 + name.length) : null;
}

/** The first two plans ran 1953–57 and 1958–62, from the third (1966–70) on one follows the other. */
function planYears(number: number, text: string, at: number): NamedPeriod {
  const first = number < 3 ? 1948 + 5 * number : 1951 + 5 * number;
  const word = ["时期", "期间", "规划期间", "规划时期", "规划期"].find((written) => text.startsWith(written, at)) ?? "";
  const end = at + word.length;
  const stage = planStages.find(([written]) => text.startsWith(written, end));
  if (!stage) return { end, interval: { start: `${first}-01-01`, end: `${first + 4}-12-31` }, precision: "multi-year" };
  const [written, from, to] = stage;
  const isYear = from === to;
  return {
    end: end + written.length,
    interval: { start: `${first + from}-01-01`, end: `${first + to}-12-31` },
    precision: isYear ? "year" : "multi-year",
  };
}

const planStages: readonly (readonly [written: string, from: number, to: number])[] = [
  ["开局之年", 0, 0],
  ["开局年", 0, 0],
  ["收官之年", 4, 4],
  ["收官年", 4, 4],
  ["前三年", 0, 2],
  ["前两年", 0, 1],
  ["后三年", 2, 4],
  ["后两年", 3, 4],
  ["末期", 4, 4],
  ["末", 4, 4],
  ["初期", 0, 1],
  ["初", 0, 0],
];

interface Century {
  readonly end: number;
  readonly start: number;
}

/** 上世纪, 本世纪, 20世纪, 二十一世纪; null for any other. */
function centuryAt(text: string, at: number): Century | null {
  const holdsCentury = isShi(text, at + 1) || isShi(text, at + 2) || isShi(text, at + 3);
  if (!holdsCentury) return null;
  const row = centuries.find(([written]) => text.startsWith(written, at));
  return row ? { end: at + row[0].length, start: row[1] } : null;
}

/** 世 of 世纪: it stands in every name of a century, and hardly anywhere else. */
const isShi = (text: string, at: number): boolean => text.charCodeAt(at) === 0x4e16;

const centuries: readonly (readonly [written: string, start: number])[] = [
  ["上世纪", 1900],
  ["上个世纪", 1900],
  ["本世纪", 2000],
  ["19世纪", 1800],
  ["20世纪", 1900],
  ["21世纪", 2000],
  ["十九世纪", 1800],
  ["二十世纪", 1900],
  ["二十一世纪", 2000],
];

const stages: readonly (readonly [written: string, first: number, last: number])[] = [
  ["初期", 0, 2],
  ["中期", 4, 6],
  ["中后期", 5, 9],
  ["末期", 7, 9],
  ["后期", 7, 9],
  ["前期", 0, 3],
  ["初", 0, 2],
  ["末", 7, 9],
  ["中", 4, 6],
];

// 上世纪80年代中期      near miss: 上世纪末 (no decade)
function decade(text: string, { end: at, start }: Century, limit: number): NamedPeriod | null {
  const tens = decadeTens(text, at);
  return tens === null ? null : decadeOf(text, start + tens, { at: at + 4, limit });
}

/** 80年代 or 八十年代 at `at`: its tens; null for anything else. */
function decadeTens(text: string, at: number): number | null {
  if (!text.startsWith("年代", at + 2)) return null;
  const [first, second] = [text.charCodeAt(at) - 48, text.charAt(at + 1)];
  if (first >= 0 && first <= 9 && second === "0") return first * 10;
  const han = units.indexOf(text.charAt(at) || " ") + 1;
  return han > 0 && second === "十" ? han * 10 : null;
}

/** 90年代 without a century is of the twentieth, 00 and 10年代 of this one. */
function bareDecade(text: string, at: number, limit: number): NamedPeriod | null {
  const tens = decadeTens(text, at);
  if (tens === null || tens < 50) return null;
  const before = text.charCodeAt(at - 1);
  if (at > 0 && before >= 48 && before <= 57) return null;
  return decadeOf(text, 1900 + tens, { at: at + 4, limit });
}

function decadeOf(text: string, first: number, { at, limit }: { at: number; limit: number }): NamedPeriod | null {
  if (at > limit) return null;
  const [written, from, to] = stages.find(([name]) => text.startsWith(name, at)) ?? ["", 0, 9];
  return {
    end: at + written.length,
    interval: { start: `${first + from}-01-01`, end: `${first + to}-12-31` },
    precision: "multi-year",
  };
}

/** 本世纪中叶 is 2050 in the plans of the state: the goal of the middle of the century ends with that year. */
const centuryParts: readonly (readonly [written: string, first: number, last: number])[] = [
  ["中叶", 50, 50],
  ["初期", 0, 9],
  ["初", 0, 9],
  ["末", 90, 99],
  ["前叶", 0, 30],
  ["上半叶", 1, 50],
  ["下半叶", 51, 99],
];

function centuryPart(text: string, { end: at, start }: Century, limit: number): NamedPeriod | null {
  const row = centuryParts.find(([written]) => text.startsWith(written, at));
  if (!row || at + row[0].length > limit) return null;
  const [written, first, last] = row;
  return {
    end: at + written.length,
    interval: { start: `${start + first}-01-01`, end: `${start + last}-12-31` },
    precision: first === last ? "year" : "multi-year",
  };
}
