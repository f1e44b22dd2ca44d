import { charClass, classOf } from "./char-class.ts";

/**
 * 数词. A number as written: `value`, or `low` to `high` with `value` null for an indefinite one (十几, 数百, 七八十).
 * `over` says that 多 or 余 stood inside it (800多万); `atLeast` that 上 stood before it (上万); `script` which digits wrote it.
 */
export interface Numeral {
  readonly end: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly over: boolean;
  readonly atLeast: boolean;
  readonly script: "arabic" | "han" | "mixed";
}

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;
const SEVERAL = 0x51e0; // 几
const NUMBER_OF = 0x6570; // 数
const MORE = 0x591a; // 多
const ODD = 0x4f59; // 余
const UP = 0x4e0a; // 上
const KILO = 0x5343; // 千
/** 千瓦, 千伏, 千克 …: 千 belongs to the unit. */
const kiloUnits = new Set(Array.from("瓦伏克米焦帕卡赫安乏", (unit) => unit.charCodeAt(0)));
const PAIR = 0x4e24; // 两
const FEWEST = 2;
const MOST = 9;

const DIGITS = new Map(
  Array.from("〇零一二三四五六七八九", (digit, index) => [digit.charCodeAt(0), Math.max(0, index - 1)]),
);
DIGITS.set("两".charCodeAt(0), 2);
const SCALES = new Map(
  Array.from("十百千万亿", (scale, index) => [scale.charCodeAt(0), [10, 100, 1e3, 1e4, 1e8][index] ?? 1]),
);

/** 数字. Value of one Han digit character; null for any other character. */
export function hanDigit(character: string): number | null {
  return DIGITS.get(character.charCodeAt(0)) ?? null;
}

/** 数首. Whether a number may begin at `at`: a numeral character. */
export function numeralBegins(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at)) & NUMERAL) !== 0;
}

/**
 * 读数. Reads the longest number that begins at `at` and ends by `limit`: Arabic digits with separators and decimals, Han
 * numerals, or both (1.95万, 3.2万亿, 三百二十, 二〇一八, 十几, 数百, 800多万, 上千). Null when none begins there. Linear in the
 * length read; a number too long to be finite is null in `value`, `low` and `high`.
 */
export function readNumeral(text: string, at: number, limit: number): Numeral | null {
  if (at >= limit) return null;
  if ((classOf(text.charCodeAt(at)) & charClass.digit) === 0) return readMixed(text, at, limit);
  const run = readArabic(text, at, limit);
  if (!goesOn(text, run.end, limit)) return arabic(run);
  return readMixed(text, at, limit);
}

/** A run of Arabic digits with its value; `value` is infinite when the run is too long. */
interface Run {
  readonly end: number;
  readonly value: number;
}

const arabic = ({ end, value }: Run): Numeral => ({
  end,
  value: Number.isFinite(value) ? value : null,
  low: null,
  high: null,
  over: false,
  atLeast: false,
  script: "arabic",
});

/** Whether a Han scale or digit, or 多 or 余 before a scale, goes on with a number whose digits end at `at`. */
function goesOn(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const code = text.charCodeAt(at);
  if (classOf(code) & charClass.hanScale) return code !== KILO || !kiloUnits.has(text.charCodeAt(at + 1));
  if (code === 32) return at + 1 < limit && (classOf(text.charCodeAt(at + 1)) & charClass.hanScale) !== 0;
  return (
    (code === MORE || code === ODD) && at + 1 < limit && (classOf(text.charCodeAt(at + 1)) & charClass.hanScale) !== 0
  );
}

/** Exact for as many digits as a double holds; longer runs are left to the language, and the longest have no value. */
const EXACT = 15;
const LONGEST = 320;

function readArabic(text: string, at: number, limit: number): Run {
  let end = at;
  let whole = 0;
  while (end < limit && isDigit(text, end)) {
    whole = whole * 10 + text.charCodeAt(end) - 48;
    end += 1;
  }
  let grouped = false;
  while (end - at <= LONGEST && isGroup(text, end, limit)) {
    for (let digit = end + 1; digit < end + 4; digit += 1) whole = whole * 10 + text.charCodeAt(digit) - 48;
    end += 4;
    grouped = true;
  }
  const point = text.charCodeAt(end) === 46 && end + 1 < limit && isDigit(text, end + 1) ? end : -1;
  if (point < 0) return { end, value: end - at > EXACT ? asNumber(text, at, end) : whole };
  end += 1;
  let scale = 1;
  while (end < limit && isDigit(text, end)) {
    whole = whole * 10 + text.charCodeAt(end) - 48;
    scale *= 10;
    end += 1;
  }
  const isExact = end - at - (grouped ? 0 : 1) <= EXACT;
  return { end, value: isExact ? whole / scale : asNumber(text, at, end) };
}

function asNumber(text: string, start: number, end: number): number {
  return end - start > LONGEST ? Number.POSITIVE_INFINITY : Number(text.slice(start, end).replaceAll(",", ""));
}

const isDigit = (text: string, at: number): boolean => (classOf(text.charCodeAt(at)) & charClass.digit) !== 0;

/** A comma with exactly three digits after it: 1,234 but not 5,12345. */
function isGroup(text: string, comma: number, limit: number): boolean {
  if (text.charCodeAt(comma) !== 44 || comma + 4 > limit) return false;
  if (!isDigit(text, comma + 1) || !isDigit(text, comma + 2) || !isDigit(text, comma + 3)) return false;
  return comma + 4 >= limit || !isDigit(text, comma + 4);
}

/** Two bounds of a number that is being read; they part at the first indefinite word. */
interface Tally {
  low: number;
  high: number;
  sectionLow: number;
  sectionHigh: number;
  currentLow: number;
  currentHigh: number;
  /** Digits that `current` was written with: 0 none, else their number. */
  digits: number;
  lastDigit: number;
  smallest: number;
  largest: number;
  hundredMillions: boolean;
  /** Scale of the number's last myriad, which an indefinite word right after it multiplies. */
  indefinite: boolean;
  over: boolean;
  arabic: boolean;
  han: boolean;
}

function readMixed(text: string, at: number, limit: number): Numeral | null {
  const tally: Tally = {
    low: 0,
    high: 0,
    sectionLow: 0,
    sectionHigh: 0,
    currentLow: 0,
    currentHigh: 0,
    digits: 0,
    lastDigit: -1,
    smallest: Number.POSITIVE_INFINITY,
    largest: Number.POSITIVE_INFINITY,
    hundredMillions: false,
    indefinite: false,
    over: false,
    arabic: false,
    han: false,
  };
  const atLeast =
    text.charCodeAt(at) === UP && at + 1 < limit && (classOf(text.charCodeAt(at + 1)) & charClass.hanScale) !== 0;
  const start = atLeast ? at + 1 : at;
  let end = start;
  while (end < limit) {
    const next = takeToken(text, end, limit, tally);
    if (next === end) break;
    end = next;
  }
  return end === start ? null : finish(tally, end, atLeast);
}

/** Consumes one digit run, digit or scale word at `at` into the tally; returns `at` when nothing fits. */
function takeToken(text: string, at: number, limit: number, tally: Tally): number {
  const code = text.charCodeAt(at);
  const bits = classOf(code);
  if (bits & charClass.digit) return takeArabic(text, at, limit, tally);
  if (bits & charClass.hanDigit) return takeHanDigit(code, at, tally);
  if (bits & charClass.hanScale)
    return code === KILO && kiloUnits.has(text.charCodeAt(at + 1)) ? at : takeScale(code, at, tally);
  const scaleNext = at + 1 < limit && (classOf(text.charCodeAt(at + 1)) & charClass.hanScale) !== 0;
  if (code === SEVERAL || code === NUMBER_OF) return takeIndefinite(code, at, scaleNext, tally);
  if ((code === MORE || code === ODD) && scaleNext && (tally.arabic || tally.han)) {
    tally.over = true;
    return at + 1;
  }
  return code === 32 && scaleNext && tally.arabic && !tally.han ? at + 1 : at;
}

function takeArabic(text: string, at: number, limit: number, tally: Tally): number {
  if (tally.digits > 0) return at;
  const { end, value } = readArabic(text, at, limit);
  tally.currentLow = value;
  tally.currentHigh = value;
  tally.digits = end - at;
  tally.lastDigit = -1;
  tally.arabic = true;
  return end;
}

/** Two digits that follow each other are a guess: 七八 is 7 to 8, and 七八十 is 70 to 80. */
function takeHanDigit(code: number, at: number, tally: Tally): number {
  if ((tally.arabic && tally.digits > 0) || tally.digits > 12) return at;
  if (code === PAIR && (tally.digits > 0 || tally.smallest === 10)) return at;
  const digit = DIGITS.get(code) ?? 0;
  const follows =
    tally.digits === 1 &&
    tally.lastDigit > 0 &&
    (digit === tally.lastDigit + 1 || (tally.lastDigit === 3 && digit === 5));
  if (tally.digits === 0) {
    tally.currentLow = digit;
    tally.currentHigh = digit;
  } else if (follows) {
    tally.currentHigh = digit;
  } else {
    const before =
      tally.digits === 2 && tally.currentLow !== tally.currentHigh
        ? tally.currentLow * 10 + tally.lastDigit
        : tally.currentLow;
    tally.currentLow = before * 10 + digit;
    tally.currentHigh = tally.currentLow;
  }
  tally.digits += 1;
  tally.lastDigit = digit;
  tally.han = true;
  return at + 1;
}

function takeScale(code: number, at: number, tally: Tally): number {
  const scale = SCALES.get(code) ?? 1;
  const taken = scale < 1e4 ? takeSmall(scale, tally) : takeLarge(scale, tally);
  if (!taken) return at;
  tally.digits = 0;
  tally.lastDigit = -1;
  tally.currentLow = 0;
  tally.currentHigh = 0;
  tally.han = true;
  return at + 1;
}

function takeSmall(scale: number, tally: Tally): boolean {
  if (scale >= tally.smallest) return false;
  const none = tally.digits === 0;
  if (none && (tally.sectionHigh > 0 || tally.high > 0)) return false;
  tally.sectionLow += (none ? 1 : tally.currentLow) * scale;
  tally.sectionHigh += (none ? 1 : tally.currentHigh) * scale;
  tally.smallest = scale;
  return true;
}

function takeLarge(scale: number, tally: Tally): boolean {
  const low = tally.sectionLow + tally.currentLow;
  const high = tally.sectionHigh + tally.currentHigh;
  if (scale === 1e8) {
    if (tally.hundredMillions) return false;
    tally.hundredMillions = true;
    tally.low = (tally.low + low || 1) * scale;
    tally.high = (tally.high + high || 1) * scale;
  } else {
    if (tally.largest <= 1e4 || (high === 0 && tally.high > 0)) return false;
    tally.low += (high === 0 ? 1 : low) * scale;
    tally.high += (high === 0 ? 1 : high) * scale;
  }
  tally.largest = scale;
  tally.smallest = Number.POSITIVE_INFINITY;
  tally.sectionLow = 0;
  tally.sectionHigh = 0;
  return true;
}

/** 十几 and 几十, 数百, 几千: the word 几 or 数 stands for an unknown digit. */
function takeIndefinite(code: number, at: number, scaleNext: boolean, tally: Tally): number {
  if (tally.indefinite || tally.digits > 0) return at;
  const inside = tally.sectionHigh > 0 && code === SEVERAL;
  if (!inside && (!scaleNext || tally.sectionHigh > 0 || tally.high > 0)) return at;
  tally.indefinite = true;
  tally.currentLow = inside ? 1 : FEWEST;
  tally.currentHigh = MOST;
  tally.digits = 1;
  tally.lastDigit = -1;
  tally.han = true;
  return at + 1;
}

function finish(tally: Tally, end: number, atLeast: boolean): Numeral {
  const script = tally.arabic ? (tally.han ? "mixed" : "arabic") : "han";
  const low = tally.low + tally.sectionLow + tally.currentLow;
  const high = tally.high + tally.sectionHigh + tally.currentHigh;
  const base = { end, over: tally.over, atLeast, script } as const;
  if (!Number.isFinite(high)) return { ...base, value: null, low: null, high: null };
  return low === high ? { ...base, value: low, low: null, high: null } : { ...base, value: null, low, high };
}
