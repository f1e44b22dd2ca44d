import { charClass, classOf, isAt } from "../text/char-class.ts";
import { readNumeral } from "../text/numeral.ts";
import type { Part, WrittenDate } from "./date-interval.ts";

/**
 * 写法. Reads a date written in figures from `at`: 2014年2月26日, 2014年上半年, 6月底, 26日, 2018-07-25, 2018-2020年 (its
 * left half), 二〇一八年. Null when none begins there. Units left out are null; nothing is taken from context.
 */
export function writtenDate(text: string, at: number, limit: number): WrittenDate | null {
  const number = integerAt(text, at, limit);
  if (!number) return null;
  const dashed = dashedDate(text, number, limit);
  if (dashed) return dashed;
  const unit = unitAfter(text, number.end, limit);
  if (!unit) return null;
  if (unit.name === "年") return yearDate(text, number, unit.end, limit);
  if (unit.name === "月") return monthDate(text, { year: null, month: number.value, at: unit.end }, limit);
  return text.charAt(unit.end - 1) === "号" ? null : dayDate(text, number.value, unit.end);
}

interface Integer {
  readonly value: number;
  readonly digits: number;
  readonly start: number;
  readonly end: number;
}

function integerAt(text: string, at: number, limit: number): Integer | null {
  if (!isAt(text, at, charClass.digit)) return hanInteger(text, at, limit);
  let end = at;
  while (end < limit && end - at < 5 && isAt(text, end, charClass.digit)) end += 1;
  return end - at > 4 ? null : { value: Number(text.slice(at, end)), digits: end - at, start: at, end };
}

/** Han numerals of a date are short; a longer run is no date and is not read to its end here. */
function hanInteger(text: string, at: number, limit: number): Integer | null {
  if (!isAt(text, at, charClass.hanDigit | charClass.hanScale)) return null;
  const numeral = readNumeral(text, at, Math.min(limit, at + 5));
  if (!numeral || numeral.script !== "han") return null;
  const value = numeral.value ?? (numeral.end - at === 2 ? numeral.low : null);
  return value === null ? null : { value, digits: numeral.end - at, start: at, end: numeral.end };
}

interface Unit {
  readonly name: "年" | "月" | "日";
  readonly end: number;
}

/** Unit right after a number, or the unit that a range states once at its end: 2018-2020年, 1-6月, 25—26日. */
function unitAfter(text: string, at: number, limit: number): Unit | null {
  const own = unitAt(text, at);
  if (own) return own;
  const connector = connectorLength(text, at);
  if (connector === 0) return null;
  const right = integerAt(text, at + connector, limit);
  const shared = right && unitAt(text, right.end);
  return shared ? { name: shared.name, end: at } : null;
}

function unitAt(text: string, at: number): Unit | null {
  const character = text.charAt(at);
  if (character === "年" || character === "月" || character === "日") return { name: character, end: at + 1 };
  return character === "号" ? { name: "日", end: at + 1 } : null;
}

/** 连接. Length of the sign between the ends of a range at `at`, 0 when there is none. */
export function connectorLength(text: string, at: number): number {
  const first = text.charAt(at);
  if ("—–－-~～".includes(first) && first !== "")
    return "—–-".includes(text.charAt(at + 1)) && text.charAt(at + 1) !== "" ? 2 : 1;
  return first === "至" || first === "到" ? 1 : 0;
}

function yearDate(text: string, number: Integer, at: number, limit: number): WrittenDate | null {
  if (number.digits !== 4 || number.value < 1800 || number.value > 2199) return null;
  return restOfYear(text, number.value, at, limit);
}

/** 年后. What follows a year: a month and day, a half, a quarter, 初 or 底, or nothing. */
export function restOfYear(text: string, year: number | null, at: number, limit: number): WrittenDate {
  const whole = { year, month: null, day: null, part: null, end: at } as const;
  const month = integerAt(text, at, limit);
  if (month && month.value >= 1 && month.value <= 12 && monthFollows(text, month.end, limit)) {
    return (
      monthDate(
        text,
        { year, month: month.value, at: unitAt(text, month.end)?.name === "月" ? month.end + 1 : month.end },
        limit,
      ) ?? whole
    );
  }
  const part = yearParts.find(([written]) => text.startsWith(written, at) && at + written.length <= limit);
  if (!part) return text.charAt(at) === "度" ? { ...whole, end: at + 1 } : whole;
  const [written, first, last] = part;
  return { ...whole, part: { of: "year", first, last }, end: at + written.length };
}

function monthFollows(text: string, at: number, limit: number): boolean {
  return unitAfter(text, at, limit)?.name === "月";
}

const yearParts: readonly (readonly [written: string, firstMonth: number, lastMonth: number])[] = [
  ["上半年", 1, 6],
  ["下半年", 7, 12],
  ["第一季度", 1, 3],
  ["第二季度", 4, 6],
  ["第三季度", 7, 9],
  ["第四季度", 10, 12],
  ["一季度", 1, 3],
  ["二季度", 4, 6],
  ["三季度", 7, 9],
  ["四季度", 10, 12],
  ["1季度", 1, 3],
  ["2季度", 4, 6],
  ["3季度", 7, 9],
  ["4季度", 10, 12],
  ["前三季度", 1, 9],
  ["前两季度", 1, 6],
  ["上下半年", 1, 12],
  ["年初", 1, 1],
  ["年底", 12, 12],
  ["年末", 12, 12],
  ["年中", 6, 6],
  ["初", 1, 1],
  ["底", 12, 12],
  ["末", 12, 12],
  ["全年", 1, 12],
  ["年内", 1, 12],
];

interface MonthStem {
  readonly year: number | null;
  readonly month: number;
  readonly at: number;
}

function monthDate(text: string, { year, month, at }: MonthStem, limit: number): WrittenDate | null {
  if (month < 1 || month > 12) return null;
  const start = text.charAt(at) === "份" ? at + 1 : at;
  const day = integerAt(text, start, limit);
  const unit = day && unitAfter(text, day.end, limit);
  if (day && unit?.name === "日" && day.value >= 1 && day.value <= 31) {
    return { year, month, day: day.value, part: null, end: Math.max(unit.end, day.end) };
  }
  const part = monthParts.find(([written]) => text.startsWith(written, start) && start + written.length <= limit);
  const base = { year, month, day: null } as const;
  if (!part) return { ...base, part: null, end: start };
  const [written, first, last] = part;
  return { ...base, part: { of: "month", first, last }, end: start + written.length };
}

const monthParts: readonly (readonly [written: string, firstDay: number, lastDay: number])[] = [
  ["上旬", 1, 10],
  ["中旬", 11, 20],
  ["下旬", 21, 31],
  ["月底", 21, 31],
  ["初", 1, 10],
  ["底", 21, 31],
  ["末", 21, 31],
];

/** A bare day is a date only when nothing makes it a length: 26日 but not 30日内, 日均. */
function dayDate(text: string, day: number, end: number): WrittenDate | null {
  if (day < 1 || day > 31 || "内均以间报夜后".includes(text.charAt(end) || " ")) return null;
  return { year: null, month: null, day, part: null, end };
}

/** 2018-07-25, 2018/7/25, 2018.7.25; and 2014.2 only as one end of a range (2014.2—2018.2). */
function dashedDate(text: string, year: Integer, limit: number): WrittenDate | null {
  const separator = text.charAt(year.end);
  if (year.digits !== 4 || year.value < 1800 || year.value > 2199 || !"-/.".includes(separator || " ")) return null;
  const month = integerAt(text, year.end + 1, limit);
  if (!month || month.digits > 2 || month.value < 1 || month.value > 12) return null;
  const base = { year: year.value, month: month.value, part: null } as const;
  if (text.charAt(month.end) === separator) {
    const day = integerAt(text, month.end + 1, limit);
    if (day && day.digits <= 2 && day.value >= 1 && day.value <= 31) return { ...base, day: day.value, end: day.end };
  }
  return separator === "." && isRangeEnd(text, year.start, month.end) ? { ...base, day: null, end: month.end } : null;
}

/** One end of 2014.2—2018.2: a dash and another such month on its other side. */
function isRangeEnd(text: string, start: number, end: number): boolean {
  const dash = connectorLength(text, end);
  const after = text.slice(end + dash, end + dash + 6);
  if (dash > 0 && /^(?:19|20)\d\d\./u.test(after)) return true;
  const before = text.slice(Math.max(0, start - 9), start);
  return /(?:19|20)\d\d\.\d{1,2}[—–－\-~至]{1,2}$/u.test(before) && !(classOf(text.charCodeAt(end)) & charClass.digit);
}

/** A part of a year by itself: 上半年, 一季度; null when none begins at `at`. */
export function yearPart(written: string): Part | null {
  const row = yearParts.find(([name]) => name === written);
  return row ? { of: "year", first: row[1], last: row[2] } : null;
}
