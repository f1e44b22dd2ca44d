import { charClass, classOf, isAt } from "../text/char-class.ts";
import { readNumeral } from "../text/numeral.ts";
import type { Part, WrittenDate } from "./date-interval.ts";
import type { TimeMeaning } from "./time-word.ts";
import { type WordTable, wordAt } from "./word-table.ts";

/** 文与词. A text, where reading in it ends, and the words of time. */
export interface DateText {
  readonly text: string;
  readonly limit: number;
  readonly words: WordTable<TimeMeaning>;
}

/**
 * 写法. Reads a date written in figures from `at`: 2014年2月26日, 2014年上半年, 6月底, 26日, 2018-07-25, 2018-2020年 (its
 * left half), 二〇一八年. Null when none begins there. Units left out are null; nothing is taken from context.
 */
export function writtenDate(source: DateText, at: number): WrittenDate | null {
  const { text, limit } = source;
  if (text.charCodeAt(at) === FIRST)
    return text.charCodeAt(at + 1) === MONTH && at + 1 < limit
      ? monthDate(source, { year: null, month: 1, at: at + 2 })
      : null;
  const number = integerAt(text, at, limit);
  if (!number) return null;
  const next = text.charCodeAt(number.end);
  if (next === SLASH || next === POINT || next === HYPHEN) {
    const dashed = dashedDate(text, number, limit);
    if (dashed) return dashed;
  }
  const unit = unitAfter(text, number.end, limit);
  if (!unit) return null;
  if (unit.name === YEAR) return yearDate(source, number, unit.end);
  if (unit.name === MONTH) return monthDate(source, { year: null, month: number.value, at: unit.end });
  return text.charAt(unit.end - 1) === "号" ? null : dayDate(text, number.value, unit.end);
}

/** Years of a list (2016、2017、2018年) that are looked through for the unit they share. */
const LISTED = 8;
const YEAR = 0x5e74; // 年
const MONTH = 0x6708; // 月
const DAY = 0x65e5; // 日
const NUMBER = 0x53f7; // 号
const SLASH = 47;
const POINT = 46;
const HYPHEN = 45;
const COMMA = 0x3001; // 、
const SPACE = 32;
const BOTH = 0x4e24; // 两 of 九、十两月
const FIRST = 0x5143; // 元

interface Integer {
  readonly value: number;
  readonly digits: number;
  readonly start: number;
  readonly end: number;
}

/** 整数. A short whole number at `at`, Arabic or Han (two Han digits that follow each other count as one number). */
export function integerAt(text: string, at: number, limit: number): Integer | null {
  if (at >= limit) return null;
  if ((classOf(text.charCodeAt(at)) & charClass.digit) === 0) return hanInteger(text, at, limit);
  let end = at;
  let value = 0;
  while (end < limit && end - at < 5 && (classOf(text.charCodeAt(end)) & charClass.digit) !== 0) {
    value = value * 10 + text.charCodeAt(end) - 48;
    end += 1;
  }
  if (end - at > 4) return null;
  const next = text.charCodeAt(end);
  if (next === SPACE && end + 1 < limit && isArabic(text, end + 1)) {
    const torn = tornInteger(text, at, limit);
    if (torn) return torn;
  }
  return { value, digits: end - at, start: at, end };
}

/** 2 0 2 1年, 1 0日: figures that a scan set apart are one number when a unit of the calendar ends them. */
function tornInteger(text: string, at: number, limit: number): Integer | null {
  let end = at;
  let value = 0;
  let digits = 0;
  while (end < limit && digits < 5) {
    if (!isArabic(text, end)) {
      if (text.charCodeAt(end) !== SPACE || !isArabic(text, end + 1)) break;
      end += 1;
      continue;
    }
    value = value * 10 + text.charCodeAt(end) - 48;
    digits += 1;
    end += 1;
  }
  const unit = text.charCodeAt(text.charCodeAt(end) === SPACE ? end + 1 : end);
  const fits = (unit === YEAR && digits === 4) || (unit === MONTH && value <= 12) || (unit === DAY && value <= 31);
  return fits ? { value, digits, start: at, end } : null;
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
  readonly name: number;
  readonly end: number;
}

/** Unit right after a number, or the unit that a range or list states once at its end: 2018-2020年, 1-6月, 25、26日. */
function unitAfter(text: string, at: number, limit: number): Unit | null {
  const own = unitAt(text, at);
  if (own) return own;
  if (text.charCodeAt(at) === BOTH) return unitAt(text, at + 1);
  const isList = text.charCodeAt(at) === COMMA;
  const connector = isList ? 1 : connectorLength(text, at);
  if (connector === 0) return null;
  const next = integerAt(text, at + connector, limit);
  const right = isList ? lastListed(text, next, limit) : next;
  const counted = right && "两三".includes(text.charAt(right.end) || " ") ? right.end + 1 : (right?.end ?? at);
  const shared = unitAt(text, counted);
  return right !== null && shared !== null && right.digits <= 4 ? { name: shared.name, end: at } : null;
}

/** The last year of a list that names its unit once: 2015、2016、2017年. */
function lastListed(text: string, first: Integer | null, limit: number): Integer | null {
  let last = first;
  for (let more = 0; more < LISTED && last !== null && last.digits === 4; more += 1) {
    if (text.charCodeAt(last.end) !== COMMA) break;
    last = integerAt(text, last.end + 1, limit);
  }
  return last;
}

function unitAt(text: string, at: number): Unit | null {
  const code = text.charCodeAt(at);
  if (code === YEAR || code === MONTH || code === DAY) return { name: code, end: at + 1 };
  if (code === SPACE && at > 0 && isArabic(text, at - 1)) {
    const next = text.charCodeAt(at + 1);
    return next === YEAR || next === MONTH || next === DAY ? { name: next, end: at + 2 } : null;
  }
  return code === NUMBER ? { name: DAY, end: at + 1 } : null;
}

/** 连接. Length of the sign between the ends of a range at `at`, 0 when there is none. */
export function connectorLength(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (isDash(first) || first === 0x7e || first === 0xff5e) return isDash(text.charCodeAt(at + 1)) ? 2 : 1;
  return first === 0x81f3 || first === 0x5230 ? 1 : 0;
}

/** — – － - ─ */
const isDash = (code: number): boolean =>
  code === 0x2014 || code === 0x2013 || code === HYPHEN || code === 0xff0d || code === 0x2500;

function yearDate(source: DateText, number: Integer, at: number): WrittenDate | null {
  if (number.digits !== 4 || !isYear(number.value)) return null;
  return restOfYear(source, number.value, at);
}

const isYear = (value: number): boolean => value >= 1800 && value <= 2199;

/** 年后. What follows a year: a month and day, a half, a quarter, 初 or 底, the first so many months, or nothing. */
export function restOfYear(source: DateText, year: number | null, end: number): WrittenDate {
  const { text, limit, words } = source;
  const whole: WrittenDate = { year, month: null, day: null, part: null, end };
  if (end >= limit) return whole;
  const at = text.charCodeAt(end) === SPACE && isArabic(text, end + 1) ? end + 1 : end;
  const code = text.charCodeAt(at);
  const month = classOf(code) & NUMERAL ? integerAt(text, at, limit) : null;
  if (month && month.value >= 1 && month.value <= 12) {
    const unit = unitAfter(text, month.end, limit);
    if (unit?.name === MONTH) return monthDate(source, { year, month: month.value, at: unit.end }) ?? whole;
  }
  if (code === FIRST && text.charCodeAt(at + 1) === MONTH)
    return monthDate(source, { year, month: 1, at: at + 2 }) ?? whole;
  const feast = wordAt(words, text, at, limit);
  if (feast?.value.unit === "feast")
    return { year, month: feast.value.first, day: feast.value.last, part: null, end: at + feast.written.length };
  const edge = edgeMonths.get(code);
  if (edge !== undefined) return { ...whole, part: { of: "year", first: edge, last: edge }, end: at + 1 };
  const found = wordAt(words, text, at, limit);
  const word = found ?? (code === SEQUENCE ? wordAt(words, text, at + 1, limit) : null);
  if (word && word.value.unit === "part") {
    const next = at + (found ? 0 : 1) + word.written.length;
    return yearPart(
      whole,
      edgeOf(text, next, word.value),
      next + (edgeOf(text, next, word.value) === word.value ? 0 : 1),
    );
  }
  return (
    quartersAfter(text, whole, limit) ??
    monthsAfter(text, whole, limit) ??
    seasonAfter(text, whole, limit) ?? { ...whole, end: code === 0x5ea6 ? at + 1 : at }
  );
}

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;
const SEQUENCE = 0x7b2c; // 第
/** 初 底 末 right after a year. */
const edgeMonths = new Map([
  ["初".charCodeAt(0), 1],
  ["底".charCodeAt(0), 12],
  ["末".charCodeAt(0), 12],
]);

/** 年部分之端. 一季度末 and 上半年底 are the last month of the part, 三季度初 its first; else the part itself. */
export function edgeOf<T extends Pick<TimeMeaning, "first" | "last">>(text: string, at: number, part: T): T {
  if (part.last - part.first < 2 || part.last - part.first > 8) return part;
  const code = text.charCodeAt(at);
  const edge = edgeMonths.get(code);
  if (edge === undefined) return part;
  return edge === 1 ? { ...part, last: part.first } : { ...part, first: part.last };
}

const yearPart = (
  whole: WrittenDate,
  { first, last }: Pick<TimeMeaning, "first" | "last">,
  end: number,
): WrittenDate => ({
  ...whole,
  part: { of: "year", first, last },
  end,
});

/** 几个季度. 一、二季度, 第一至第三季度, 1-3季度 at the end of `whole`; null for anything else. */
export function quartersAfter(text: string, whole: WrittenDate, limit: number): WrittenDate | null {
  const first = quarterNumber(text, whole.end, limit);
  if (!first) return null;
  const joint =
    text.charCodeAt(first.end) === COMMA || text.charAt(first.end) === "和" ? 1 : connectorLength(text, first.end);
  const last = joint > 0 ? quarterNumber(text, first.end + joint, limit) : null;
  if (!last || last.value <= first.value || !text.startsWith("季度", last.end)) return null;
  return { ...whole, part: { of: "year", first: first.value * 3 - 2, last: last.value * 3 }, end: last.end + 2 };
}

function quarterNumber(text: string, at: number, limit: number): Integer | null {
  const start = text.charCodeAt(at) === SEQUENCE ? at + 1 : at;
  const number = integerAt(text, start, limit);
  return number && number.digits === 1 && number.value >= 1 && number.value <= 4 ? number : null;
}

/** 前几月. 前5个月, 头两个月 after a year or by themselves; null when nothing like it begins at the end of `whole`. */
export function monthsAfter(text: string, whole: WrittenDate, limit: number): WrittenDate | null {
  const first = text.charAt(whole.end);
  if (first !== "前" && first !== "头") return null;
  const count = integerAt(text, whole.end + 1, limit);
  if (!count || count.value < 1 || count.value > 12 || !text.startsWith("个月", count.end)) return null;
  return { ...whole, part: { of: "year", first: 1, last: count.value }, end: count.end + 2 };
}

const seasons = new Map<string, Part>([
  ["春", { of: "year", first: 3, last: 5 }],
  ["夏", { of: "year", first: 6, last: 8 }],
  ["秋", { of: "year", first: 9, last: 11 }],
]);

/** 2017年秋, 秋季, 秋天; 春节, 秋粮 and 春运 are something else. */
function seasonAfter(text: string, whole: WrittenDate, limit: number): WrittenDate | null {
  const part = seasons.get(text.charAt(whole.end));
  if (!part) return null;
  const next = whole.end + 1;
  if (next < limit && "季天".includes(text.charAt(next))) return { ...whole, part, end: next + 1 };
  return next >= limit || !isAt(text, next, charClass.han) ? { ...whole, part, end: next } : null;
}

interface MonthStem {
  readonly year: number | null;
  readonly month: number;
  readonly at: number;
}

function monthDate({ text, limit, words }: DateText, { year, month, at }: MonthStem): WrittenDate | null {
  if (month < 1 || month > 12) return null;
  const after = text.charCodeAt(at) === 0x4efd ? at + 1 : at;
  const start = text.charCodeAt(after) === SPACE && isArabic(text, after + 1) ? after + 1 : after;
  const base: WrittenDate = { year, month, day: null, part: null, end: after };
  if (start >= limit) return base;
  const code = text.charCodeAt(start);
  const day = classOf(code) & NUMERAL ? integerAt(text, start, limit) : null;
  if (day && day.value >= 1 && day.value <= 31 && day.digits <= 3) {
    const unit = unitAfter(text, day.end, limit);
    if (unit?.name === DAY) return { ...base, day: day.value, end: Math.max(unit.end, day.end) };
  }
  const edge = edgeDays.get(code);
  if (edge) return { ...base, part: edge, end: start + 1 };
  const word = wordAt(words, text, start, limit);
  if (word?.value.unit !== "days") return base;
  return {
    ...base,
    part: { of: "month", first: word.value.first, last: word.value.last },
    end: start + word.written.length,
  };
}

const edgeDays = new Map<number, Part>([
  ["初".charCodeAt(0), { of: "month", first: 1, last: 10 }],
  ["底".charCodeAt(0), { of: "month", first: 21, last: 31 }],
  ["末".charCodeAt(0), { of: "month", first: 21, last: 31 }],
]);

/** A bare day is a date only when nothing makes it a length: 26日 but not 30日内, 日均, 三日游. */
function dayDate(text: string, day: number, end: number): WrittenDate | null {
  if (day < 1 || day > 31 || notAfterDay.has(text.charCodeAt(end))) return null;
  return { year: null, month: null, day, part: null, end };
}

const notAfterDay = new Set(Array.from("内均以间报夜后游龄元历常产处供之", (character) => character.charCodeAt(0)));

/** 2018-07-25, 2018/7/25, 2018.7.25; and 2014.2 only as one end of a range (2014.2—2018.2). */
function dashedDate(text: string, year: Integer, limit: number): WrittenDate | null {
  if (year.digits !== 4 || !isYear(year.value)) return null;
  const separator = text.charCodeAt(year.end);
  const month = integerAt(text, year.end + 1, limit);
  if (!month || month.digits > 2 || month.value < 1 || month.value > 12 || !isArabic(text, month.start)) return null;
  const base = { year: year.value, month: month.value, part: null } as const;
  if (text.charCodeAt(month.end) === separator) {
    const day = integerAt(text, month.end + 1, limit);
    if (day && day.digits <= 2 && day.value >= 1 && day.value <= 31) return { ...base, day: day.value, end: day.end };
  }
  return separator === POINT && isRangeEnd(text, year.start, month.end) ? { ...base, day: null, end: month.end } : null;
}

const isArabic = (text: string, at: number): boolean => (classOf(text.charCodeAt(at)) & charClass.digit) !== 0;

/** One end of 2014.2—2018.2: a dash and another such month on its other side. */
function isRangeEnd(text: string, start: number, end: number): boolean {
  const dash = connectorLength(text, end);
  if (dash > 0 && isDottedYear(text, end + dash)) return true;
  if (isArabic(text, end)) return false;
  let at = start;
  while (at > 0 && start - at < 2 && connectorLength(text, at - 1) > 0) at -= 1;
  if (at === start) return false;
  const digits = at;
  while (at > 0 && digits - at < 2 && isArabic(text, at - 1)) at -= 1;
  return at < digits && text.charCodeAt(at - 1) === POINT && at >= 5 && isDottedYear(text, at - 5);
}

/** 1999. or 2014. at `at`. */
function isDottedYear(text: string, at: number): boolean {
  const number = integerAt(text, at, at + 5);
  return number !== null && number.digits === 4 && isYear(number.value) && text.charCodeAt(at + 4) === POINT;
}

/** 年对. 2018-2020 without 年, as in the brackets of a title: end of the pair and its last year; null for any other. */
export function yearPair({ text, limit }: DateText, at: number): { from: number; to: number; end: number } | null {
  const left = integerAt(text, at, limit);
  if (!left || left.digits !== 4 || left.value < 1949 || !isYear(left.value)) return null;
  const connector = connectorLength(text, left.end);
  const right = connector > 0 ? integerAt(text, left.end + connector, limit) : null;
  if (!right || right.digits !== 4 || right.value <= left.value || !isYear(right.value)) return null;
  const closed = "）)》〉".includes(text.charAt(right.end) || " ") && "（(".includes(text.charAt(at - 1) || " ");
  return closed ? { from: left.value, to: right.value, end: right.end } : null;
}
