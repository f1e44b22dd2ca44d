import type { QuantityMention } from "../records/mention.ts";
import { charClass, classOf, isAt } from "../text/char-class.ts";
import { numeralBegins, readNumeral } from "../text/numeral.ts";
import type { Span } from "../text/span.ts";
import type { ChangeMeaning } from "./lexicon.ts";
import type { Scan } from "./scan.ts";
import { wordAt, wordBefore } from "./word-table.ts";

/** 方向. Direction of the verb that governs a number, and whether the number is its amount, start or result. */
export type Direction = Pick<QuantityMention, "polarity" | "role">;
const NONE: Direction = { polarity: "none", role: null };

/** How far before and after a number its verb is looked for. */
const REACH = 14;

/**
 * 升降. Direction of the verb that governs a number: 下降15.2% is the amount of a fall, 降至37微克 the result of one; the
 * first number of 从45.1%上升到77.5% is where a rise begins; 比全国高5980元 lies above. `none` with a null role otherwise.
 */
export function directionOf(scan: Scan, number: Span): Direction {
  const { lexicon, text, sentence } = scan;
  if (number.start <= sentence.start) return NONE;
  const near = text.charCodeAt(number.start - 1) === 32 ? number.start - 1 : number.start;
  const at = skipAdverbs(text, near, sentence.start);
  const verb =
    wordBefore(lexicon.changes, text, at, sentence.start) ??
    (at < near ? wordBefore(lexicon.changes, text, near, sentence.start) : null);
  if (verb && !isNewly(text, at - verb.written.length))
    return { polarity: verb.value.direction, role: verb.value.role };
  const beyond = beforeDate(text, near);
  const dated = beyond < near ? wordBefore(lexicon.changes, text, beyond, sentence.start) : null;
  if (dated?.value.role === "to") return { polarity: dated.value.direction, role: "to" };
  return comparedDirection(scan, at) ?? fromDirection(scan, number) ?? NONE;
}

/** 新增 says that something is new, not that a number has grown. */
const isNewly = (text: string, at: number): boolean => text.charAt(at - 1) === "新";

const adverbs = new Set("了约近超都均各仅也达为过又再只共就便已");

/** 了, 都, 约, 超过 and the like between the verb and the number; 到 and 至 are the verb's own. */
function skipAdverbs(text: string, at: number, from: number): number {
  let end = at;
  while (end > from && at - end < 4 && adverbs.has(text.charAt(end - 1))) end -= 1;
  if (text.startsWith("分别", end - 2)) return end - 2;
  return text.startsWith("平均", end - 2) ? end - 2 : end;
}

/** 上升到2022年的77.5%: where a date between the verb and the number begins; the number's own start when there is none. */
function beforeDate(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && "0123456789年月日的底末初每小时".includes(text.charAt(start - 1)))
    start -= 1;
  return start;
}

/** 比全国高5980元, 较上年多3天, 同比少两成. */
function comparedDirection({ lexicon, text, sentence }: Scan, at: number): Direction | null {
  const word = wordBefore(lexicon.comparisons, text, at, sentence.start);
  if (!word) return null;
  for (let from = at - word.written.length - 1; from >= Math.max(sentence.start, at - COMPARED); from -= 1) {
    const character = text.charAt(from);
    if (character === "比" || character === "较" || character === "再" || character === "又" || character === "别")
      return { polarity: word.value, role: "amount" };
    if (isAt(text, from, charClass.terminal) || character === "，" || character === "；") return null;
  }
  return null;
}

const COMPARED = 20;

const TO = 0x5230; // 到
const UNTIL = 0x81f3; // 至

/** 由100种恢复到300多种: a verb of no known direction goes the way that its numbers go. */
function byValues({ text, sentence }: Scan, number: Span, at: number): Direction | null {
  const right = readNumeral(text, at, sentence.end);
  let start = number.start;
  while (start < number.end && !numeralBegins(text, start)) start += 1;
  const left = readNumeral(text, start, number.end);
  const [from, to] = [left?.value ?? left?.low, right?.value ?? right?.low];
  if (from == null || to == null || from === to) return null;
  return { polarity: from < to ? "up" : "down", role: "from" };
}

function fromDirection(scan: Scan, number: Span): Direction | null {
  const { lexicon, text, sentence } = scan;
  if (!hasFrom(text, number, sentence.start)) return null;
  const limit = Math.min(sentence.end, number.end + REACH);
  for (let at = number.end; at < limit; at += 1) {
    if (isStop(text, at)) return null;
    const verb = wordAt(lexicon.changes, text, at, sentence.end);
    if (verb && isChange(verb.value)) return { polarity: verb.value.direction, role: "from" };
    const code = text.charCodeAt(at);
    if ((code === TO || code === UNTIL) && at > number.end && isAt(text, at - 1, charClass.han))
      return byValues(scan, number, at + 1);
  }
  return null;
}

const isChange = ({ role }: ChangeMeaning): boolean => role === "to";

/** The end of a clause; 、 joins the parts of a list. */
const isStop = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (classOf(code) & (charClass.terminal | charClass.pause)) !== 0 && code !== 0x3001;
};

function hasFrom(text: string, number: Span, limit: number): boolean {
  for (let at = number.start - 1; at >= Math.max(limit, number.start - REACH); at -= 1) {
    if (isStop(text, at)) return false;
    const character = text.charAt(at);
    if (character === "从" || character === "由") return true;
  }
  return false;
}
