import type { DateMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Scan } from "./scan.ts";
import { wordBefore } from "./word-table.ts";

/** 界词. A word that bounds a date, its length and what it makes of the date; `precise` when it makes the date a point. */
export interface Bound {
  readonly length: number;
  readonly type: DateMention["timeType"] | null;
  readonly open: boolean;
}

const NONE: Bound = { length: 0, type: null, open: false };
const since = (length: number, open: boolean): Bound => ({ length, type: "since", open });
const deadline = (length: number): Bound => ({ length, type: "deadline", open: false });
const asOf = (length: number): Bound => ({ length, type: "as-of", open: false });
const within = (length: number): Bound => ({ length, type: null, open: false });

/**
 * 后界. What right after a date bounds it: 以来 至今 (`since`, up to the document's day), 起 以后 (`since`, open), 前 之前 (a
 * deadline), 止 为止 (as of a day), 期间 同期 左右 前后 (part of its words). Of length 0 when nothing does.
 */
export function boundAfter(text: string, end: number, limit: number): Bound {
  if (end >= limit) return NONE;
  const at = text.charCodeAt(end) === 32 && end + 1 < limit ? end + 1 : end;
  const bound = boundAt(text, at, limit);
  if (bound.length === 0) return sinceHappening(text, end, limit);
  return at === end ? bound : { ...bound, length: bound.length + 1 };
}

/** How many characters of a happening may stand between a date and its 以来. */
const HAPPENING = 14;

/** 2016年11月挂牌以来, 2013年提出倡议以来: a happening between the date and 以来, without a stop or figures. */
function sinceHappening(text: string, end: number, limit: number): Bound {
  const last = Math.min(limit, end + HAPPENING);
  for (let at = end; at < last; at += 1) {
    if (!isAt(text, at, charClass.han)) return NONE;
    if (text.charCodeAt(at) === 0x4ee5 && text.charAt(at + 1) === "来" && at + 1 < limit)
      return at - end >= 2 ? since(at + 2 - end, false) : NONE;
    if (text.charAt(at) === "的") return NONE;
  }
  return NONE;
}

function boundAt(text: string, at: number, limit: number): Bound {
  const next = at + 1 < limit ? text.charAt(at + 1) : "";
  switch (text.charAt(at)) {
    case "以":
      if (next === "来") return since(2, false);
      if (next === "后") return since(2, true);
      return next === "前" ? deadline(2) : NONE;
    case "之":
      if (next === "前") return deadline(2);
      return next === "后" ? since(2, true) : NONE;
    case "至":
      return next === "今" ? since(2, false) : text.startsWith("至 今", at) ? since(3, false) : NONE;
    case "起":
      return notAfterFrom.has(next) ? NONE : since(1, true);
    case "前":
      if (next === "后") return within(2);
      return notAfterBefore.has(next) || (next !== "" && isAt(text, at + 1, NUMERAL)) ? NONE : deadline(1);
    case "后":
      return notAfterAfter.has(next) ? NONE : since(1, true);
    case "及":
      return text.startsWith("及以后", at)
        ? since(3, true)
        : text.startsWith("及之前", at) || text.startsWith("及以前", at)
          ? deadline(3)
          : NONE;
    case "止":
      return asOf(1);
    case "为":
      return next === "止" ? asOf(2) : NONE;
    case "开":
      return next === "始" && endsThere(text, at + 2, limit) ? since(2, true) : NONE;
    case "期":
      return next === "间" ? within(2) : NONE;
    case "时":
      return next === "期" ? within(2) : NONE;
    case "同":
      return next === "期" ? within(2) : NONE;
    case "左":
      return next === "右" ? within(2) : NONE;
    default:
      return NONE;
  }
}

/** 2017年开始，… bounds; 今年开始收费 is a verb. */
const endsThere = (text: string, at: number, limit: number): boolean =>
  at >= limit || isAt(text, at, charClass.pause | charClass.terminal);

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;
/** Characters that make 起, 前 and 后 the beginning of another word: 起草, 前列, 后续. */
const notAfterFrom = new Set("草步点到来义诉飞降伏因源重立航");
const notAfterBefore = new Set("列沿期往景瞻端线者海门锋段");
const notAfterAfter = new Set("续备勤方代台来人果盾缀劲疫");

/**
 * 前界. What right before a date bounds it: 截至 (as of), 到 至 不晚于 (deadline), 自 (since). 到 and 至 that belong to a verb
 * (上升至2020年的60%, 延长到2023年的…) and the 自 of 来自 bound nothing.
 */
export function boundBefore(scan: Scan, start: number, end: number): Bound {
  const { text, sentence } = scan;
  const at = text.charCodeAt(start - 1) === 32 ? start - 1 : start;
  if (at <= sentence.start) return NONE;
  const space = start - at;
  switch (text.charAt(at - 1)) {
    case "至":
    case "到":
    case "止": {
      const written = asOfWords.find((word) => startsBefore(text, at, word, sentence.start));
      if (written) return asOf(written.length + space);
      if (text.charAt(at - 1) === "止" || isOfVerb(scan, at, end)) return NONE;
      return deadline(1 + space);
    }
    case "于":
      return startsBefore(text, at, "不晚于", sentence.start) || startsBefore(text, at, "不迟于", sentence.start)
        ? deadline(3 + space)
        : NONE;
    case "自":
      return notBeforeFrom.has(text.charAt(at - 2)) ? NONE : since(1 + space, true);
    default:
      return NONE;
  }
}

const asOfWords = ["截止到", "截至到", "截止至", "截至", "截止"];
/** Characters whose word 自 ends: 来自, 取自. */
const notBeforeFrom = new Set("来取源引出各亲独私采摘录选");
/** Characters whose word 到 or 至 ends: 达到, 以至. */
const notBeforeTo = new Set("达直得截以甚乃回感收提碰遇听想谈说周");

const startsBefore = (text: string, at: number, word: string, from: number): boolean =>
  at - word.length >= from && text.startsWith(word, at - word.length);

/** How far back 从 or 由 is looked for when 到 may end what it began. */
const REACH = 40;

function isOfVerb({ lexicon, text, sentence }: Scan, at: number, end: number): boolean {
  const before = at - 2;
  if (before < sentence.start) return false;
  if (notBeforeTo.has(text.charAt(before))) return true;
  if (wordBefore(lexicon.changes, text, at, sentence.start)?.value.role === "to") return true;
  if (wordBefore(lexicon.changes, text, at - 1, sentence.start)) return true;
  if (text.charAt(end) !== "的" || !isAt(text, before, charClass.han)) return false;
  for (let from = before; from >= Math.max(sentence.start, at - REACH); from -= 1) {
    const character = text.charAt(from);
    if (character === "从" || character === "由") return true;
    if (character === "，" || character === "；") return false;
  }
  return false;
}

/**
 * 比较之基. Whether a date only says what is compared with: 比2013年, 较上年, 与2017年12月相比, 由2013年的… (to something else).
 */
export function isBase(scan: Scan, start: number, end: number): boolean {
  const { text, sentence } = scan;
  const before = start > sentence.start ? text.charAt(start - 1) : "";
  if (before === "比" || before === "较" || before === "由" || before === "从") return true;
  return (
    (before === "与" || before === "同" || before === "和") &&
    text.slice(end, Math.min(end + 4, sentence.end)).includes("相比")
  );
}
