import { charClass, classOf, isAt } from "../text/char-class.ts";
import { type Numeral, readNumeral } from "../text/numeral.ts";

const isDigit = (text: string, at: number): boolean => (classOf(text.charCodeAt(at)) & charClass.digit) !== 0;
const SPACE = 32;
const POINT = 46;
const LONGEST = 24;
/** Characters of scales that may follow figures: 多万亿. */
const SCALES = 5;

const WIDE_COMMA = 0xff0c;

/** 4，000万: a full-width comma with exactly three figures after it and at most three before. */
function isWideGroup(text: string, comma: number): boolean {
  if (!isDigit(text, comma + 1) || !isDigit(text, comma + 2) || !isDigit(text, comma + 3) || isDigit(text, comma + 4))
    return false;
  return (
    !(isDigit(text, comma - 2) && isDigit(text, comma - 3) && isDigit(text, comma - 4)) &&
    (classOf(text.charCodeAt(comma + 4)) & charClass.hanScale) !== 0
  );
}

function afterDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end += 1;
  return end;
}

/** 断裂. Whether figures that end at `at` may go on after a gap: 6 207, 4. 32, 1OO. */
export function isTorn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === SPACE) return isDigit(text, at + 1) || text.charCodeAt(at + 1) === POINT;
  if (code === POINT) return text.charCodeAt(at + 1) === SPACE && isDigit(text, at + 2);
  return isLetterZero(code) || (code === WIDE_COMMA && isWideGroup(text, at));
}

const isLetterZero = (code: number): boolean => code === 0x4f || code === 0x6f;

/**
 * 断数. Reads figures that a scan set apart (6 207万, 4. 32, 1.5 5 5) or in which a zero became a letter (1OO), as one number
 * with the scale that follows. Null when what follows them is no character of a scale or unit.
 */
export function tornNumeral(text: string, at: number, limit: number): Numeral | null {
  let end = at;
  let figures = "";
  if (
    text.charCodeAt(afterDigits(text, at)) === POINT &&
    !isAt(text, at - 1, charClass.han) &&
    !"，、（(".includes(text.charAt(at - 1) || " ")
  )
    return null;
  while (end < limit && end - at < LONGEST) {
    const code = text.charCodeAt(end);
    if (isDigit(text, end)) figures += text.charAt(end);
    else if (isLetterZero(code)) figures += "0";
    else if (code === POINT && !figures.includes(".")) figures += ".";
    else if (!(code === WIDE_COMMA && isWideGroup(text, end)) && !(code === SPACE && goesOn(text, end + 1))) break;
    end += 1;
  }
  const value = Number(figures);
  if (figures.length < 2 || figures.endsWith(".") || !Number.isFinite(value)) return null;
  const after = text.charCodeAt(end) === SPACE ? end + 1 : end;
  const bits = classOf(text.charCodeAt(after));
  if (after >= limit || !(bits & (charClass.han | charClass.hanScale) || text.charCodeAt(after) === 37)) return null;
  const joined = figures + text.slice(after, Math.min(limit, after + SCALES));
  const numeral = readNumeral(joined, 0, joined.length);
  return numeral && { ...numeral, end: numeral.end > figures.length ? after + numeral.end - figures.length : end };
}

/** Whether a number goes on at a place: a digit, a letter that stands for nought, or the point. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(text, at) || isLetterZero(code) || code === POINT;
}
