import { charClass, isAt } from "../text/char-class.ts";
import { readNumeral } from "../text/numeral.ts";
import { closerAt } from "../text/pairs.ts";
import { type Amount } from "./quantity-amount.ts";
import { type Scan } from "./scan.ts";

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/** Articles (一个), names in quotation marks (“三城一区”), clock times and idioms. */
export function isNoQuantity(scan: Scan, at: number, { written, end, kind, low, high }: Amount): boolean {
  const { text, pairs, sentence } = scan;
  if (kind === "worded") return false;
  if (inShortQuotation(text, at, pairs)) return true;
  const before = at > sentence.start ? text.charAt(at - 1) : "";
  const first = text.charAt(at);
  if (first === "一" && end - at === 1 + written.length) return kind === "count" || kind === "people";
  if (written === "分之") return false;
  if (first === "万" || first === "亿" || (before === "个" && isAt(text, at - 2, NUMERAL))) return true;
  if ((first === "百" || first === "千") && end - at === 1 + written.length)
    return before === "成" || "人年家".includes(written);
  if (written === "点" && (isAt(text, end, charClass.digit) || clock.has(text.charAt(end)))) return true;
  if (written === "分" && isClockMinute(text, at)) return true;
  if (written === "元" && end - at === 2 && low === high && isAt(text, at, charClass.hanDigit)) return true;
  if (before === "每") return true;
  return (
    isAt(text, at, charClass.hanDigit) &&
    (sloganStarts.has(text.slice(end, end + 2)) || (written === "级" && !isAt(text, at, charClass.digit)))
  );
}

/** 未取之数. Notes a number that is no quantity, where somebody asked for it; always null. */
export function leaveNumber(scan: Scan, at: number, amount: Amount | null): null {
  if (scan.trace === null) return null;
  const end = amount?.end ?? readNumeral(scan.text, at, scan.sentence.end)?.end;
  const plain = amount === null && !isAt(scan.text, at, charClass.digit); // most Han numerals are words
  if (end !== undefined && !plain)
    scan.trace.refuse(scan, { start: at, end }, { by: "quantity", reason: amount ? "counts-nothing" : "no-unit" });
  return null;
}

const clock = new Set("半整钟");

/** 6点56分, 14时28分 */
function isClockMinute(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === "点" || before === "时") && isAt(text, at - 2, NUMERAL);
}

/** A quotation this short is a name or slogan: “1小时交通圈”, “大气十条”. */
const SHORT_QUOTATION = 12;

function inShortQuotation(text: string, at: number, pairs: Scan["pairs"]): boolean {
  const from = Math.max(pairs.origin, at - SHORT_QUOTATION);
  for (let opener = at - 1; opener >= from; opener -= 1) {
    const code = text.charCodeAt(opener);
    if (code !== 0x201c && code !== 0x2018) continue;
    const closer = closerAt(pairs, opener);
    return closer > at && closer - opener <= SHORT_QUOTATION;
  }
  return false;
}

/** 两个维护, 五次全会: a figure with these words after it names something and counts nothing. */
const sloganStarts = new Set(["全面", "坚持", "维护", "确立", "自信", "意识", "全会", "全体", "主任", "一体"]);
