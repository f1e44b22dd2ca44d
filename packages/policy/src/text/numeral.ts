import { charClass, classOf } from "./char-class.ts";

/**
 * 数词. A number as written: `value`, or `low` to `high` with `value` null for an indefinite one (十几, 数百).
 * `over` says that 多 or 余 stood inside it (800多万); `script` which digits wrote it.
 */
export interface Numeral {
  readonly end: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly over: boolean;
  readonly script: "arabic" | "han" | "mixed";
}

const DIGITS = new Map(Array.from("〇零一二三四五六七八九", (digit, index) => [digit, Math.max(0, index - 1)]));
DIGITS.set("两", 2);
const SMALL = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/** 数字. Value of one Han digit character; null for any other character. */
export function hanDigit(character: string): number | null {
  return DIGITS.get(character) ?? null;
}

interface Tally {
  total: number;
  section: number;
  current: number | null;
  largest: number;
  hundredMillions: boolean;
  hanDigits: string;
  indefinite: "units" | "before" | null;
  scale: number;
  over: boolean;
  arabic: boolean;
  han: boolean;
}

/**
 * 读数. Reads the longest number that begins at `at` and ends by `limit`: Arabic digits with separators and decimals,
 * Han numerals, or both (1.95万, 3.2万亿, 三百二十, 二〇一八, 十几, 数百, 800多万). Null when none begins there.
 * Linear in the length read; a number too long to be finite is null in `value`, `low` and `high`.
 */
export function readNumeral(text: string, at: number, limit: number): Numeral | null {
  const tally: Tally = {
    total: 0,
    section: 0,
    current: null,
    largest: Number.POSITIVE_INFINITY,
    hundredMillions: false,
    hanDigits: "",
    indefinite: null,
    scale: 1,
    over: false,
    arabic: false,
    han: false,
  };
  let end = at;
  while (end < limit) {
    const next = takeToken(text, end, limit, tally);
    if (next === end) break;
    end = next;
  }
  if (end === at || (!tally.arabic && !tally.han)) return null;
  return finish(tally, end);
}

/** Consumes one digit run, digit or scale word at `at` into the tally; returns `at` when nothing fits. */
function takeToken(text: string, at: number, limit: number, tally: Tally): number {
  const bits = classOf(text.charCodeAt(at));
  if (bits & charClass.digit) return takeArabic(text, at, limit, tally);
  if (bits & charClass.hanDigit) return takeHanDigit(text.charAt(at), at, tally);
  if (bits & charClass.hanScale) return takeScale(text.charAt(at), at, tally);
  const character = text.charAt(at);
  if (character === "几" || character === "数") return takeIndefinite(text, at, limit, tally);
  const inside = (character === "多" || character === "余") && (tally.arabic || tally.han);
  if (inside && at + 1 < limit && (classOf(text.charCodeAt(at + 1)) & charClass.hanScale) !== 0) {
    tally.over = true;
    return at + 1;
  }
  return at;
}

function takeArabic(text: string, at: number, limit: number, tally: Tally): number {
  if (tally.current !== null || tally.hanDigits !== "") return at;
  let end = at;
  while (end < limit && classOf(text.charCodeAt(end)) & charClass.digit) end += 1;
  while (isGroup(text, end, limit) && end - at <= 300) end += 4;
  const decimal =
    text.charCodeAt(end) === 46 && end + 1 < limit && (classOf(text.charCodeAt(end + 1)) & charClass.digit) !== 0;
  if (decimal) {
    end += 1;
    while (end < limit && classOf(text.charCodeAt(end)) & charClass.digit) end += 1;
  }
  tally.current = end - at > 320 ? Number.POSITIVE_INFINITY : Number(text.slice(at, end).replaceAll(",", ""));
  tally.arabic = true;
  return end;
}

/** A comma with exactly three digits after it: 1,234 but not 5,12345. */
function isGroup(text: string, comma: number, limit: number): boolean {
  const code = text.charCodeAt(comma);
  if (code !== 44 || comma + 4 > limit) return false;
  for (let at = comma + 1; at < comma + 4; at += 1) if (!(classOf(text.charCodeAt(at)) & charClass.digit)) return false;
  const after = classOf(text.charCodeAt(comma + 4)) & charClass.digit;
  return comma + 4 >= limit || !after;
}

function takeHanDigit(character: string, at: number, tally: Tally): number {
  if (tally.arabic && tally.current !== null) return at;
  if (tally.hanDigits.length > 12) return at;
  tally.hanDigits += character;
  tally.current = Number(Array.from(tally.hanDigits, (digit) => DIGITS.get(digit) ?? 0).join(""));
  tally.han = true;
  return at + 1;
}

function takeScale(character: string, at: number, tally: Tally): number {
  const small = SMALL.get(character);
  if (small !== undefined) {
    if (tally.section > 0 && tally.section % (small * 10) !== 0) return at;
    tally.section += (tally.current ?? 1) * small;
  } else {
    const scale = character === "亿" ? 1e8 : 1e4;
    const before = tally.section + (tally.current ?? 0);
    if (scale === 1e8) {
      if (tally.hundredMillions) return at;
      tally.hundredMillions = true;
      tally.total = (tally.total + before || 1) * scale;
    } else {
      if (tally.largest <= 1e4) return at;
      if (before === 0 && tally.total > 0) return at;
      tally.total += (before || 1) * scale;
    }
    tally.largest = scale;
    tally.section = 0;
    tally.scale = scale;
  }
  tally.current = null;
  tally.hanDigits = "";
  tally.han = true;
  return at + 1;
}

/** 十几 and 几十, 数百, 几千: the word 几 or 数 stands for an unknown digit. */
function takeIndefinite(text: string, at: number, limit: number, tally: Tally): number {
  if (tally.indefinite || tally.current !== null) return at;
  const nextIsScale = at + 1 < limit && (classOf(text.charCodeAt(at + 1)) & charClass.hanScale) !== 0;
  if (tally.section > 0 && text.charAt(at) === "几") {
    tally.indefinite = "units";
    return at + 1;
  }
  if (!nextIsScale || tally.section > 0 || tally.total > 0) return at;
  tally.indefinite = "before";
  return at + 1;
}

function finish(tally: Tally, end: number): Numeral {
  const script = tally.arabic ? (tally.han ? "mixed" : "arabic") : "han";
  const digits = tally.hanDigits;
  const base = { end, over: tally.over, script } as const;
  const value = tally.total + tally.section + (tally.current ?? 0);
  if (!Number.isFinite(value)) return { ...base, value: null, low: null, high: null };
  if (tally.indefinite === "before") return { ...base, value: null, low: value * 2, high: value * 9 };
  if (tally.indefinite === "units")
    return { ...base, value: null, low: value + tally.scale, high: value + 9 * tally.scale };
  const [first = 0, second = 0] = Array.from(digits, (digit) => DIGITS.get(digit) ?? 0);
  if (digits.length === 2 && first > 0 && second === first + 1) {
    const rest = tally.total + tally.section;
    return { ...base, value: null, low: rest + first, high: rest + second };
  }
  return { ...base, value, low: null, high: null };
}

/** 数首. Whether a number may begin at `at`: a numeral character, or 几 and 数 before a scale word. */
export function numeralBegins(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at)) & NUMERAL) !== 0;
}
