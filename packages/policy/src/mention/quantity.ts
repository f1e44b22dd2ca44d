import { minusBefore } from "./quantity-minus.ts";
import { isNoQuantity, leaveNumber } from "./quantity-none.ts";
import type { Comparator, QuantityMention } from "../records/mention.ts";
import { charClass, classOf, isAt } from "../text/char-class.ts";
import { type Numeral, readNumeral } from "../text/numeral.ts";
import { connectorLength } from "./date-written.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Amount, exact, measured } from "./quantity-amount.ts";
import { directionOf } from "./quantity-direction.ts";
import { resultDirection, sharedDirection } from "./quantity-shared.ts";
import { wordedAmount } from "./quantity-worded.ts";
import { isTorn, tornNumeral } from "./quantity-torn.ts";
import { type Located, type Recogniser, type Scan, spot, type Surroundings } from "./scan.ts";
import { unitAt, type UnitRead } from "./unit-words.ts";
import { wordAt, wordBefore } from "./word-table.ts";

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/**
 * 数量. Finds numbers with a unit or classifier, ranges and lists with a shared unit, fractions, halves, doublings and
 * ranks, comparator words before and after, and the direction of the verb that governs them. Numbers in 《》 and dates,
 * ordinals, slogans in quotation marks and 一 as an article are none.
 */
export const quantityRecogniser: Recogniser = {
  name: "quantity",
  *triggers() {
    for (const character of "0123456789〇零一二两三四五六七八九十百千万亿几数半上翻第过") yield character.charCodeAt(0);
  },
  read(scan, at, { covered, quantity }: Surroundings) {
    if (at < covered.date || at < covered.title || isInsideNumber(scan, at)) return null;
    const amount = amountAt(scan, at);
    if (!amount || isNoQuantity(scan, at, amount)) return leaveNumber(scan, at, amount);
    return made(scan, at, {
      amount,
      listed: isListed(scan, at, covered.quantity) ? quantity : null,
      previous: quantity,
    });
  },
};

function isInsideNumber({ text, sentence }: Scan, at: number): boolean {
  if (at === sentence.start) return false;
  const code = text.charCodeAt(at - 1);
  if (classOf(code) & (NUMERAL | charClass.latin)) return true;
  if (code === ORDINAL) return text.charCodeAt(at) !== ORDINAL;
  if (code === POINT || code === HYPHEN) return isAt(text, at - 2, charClass.digit | charClass.latin);
  return (code === TO || code === UNTIL) && isOrdinalRange(text, at - 1, sentence.start);
}

const ORDINAL = 0x7b2c; // 第
const TO = 0x81f3; // 至
const UNTIL = 0x5230; // 到
const POINT = 46;
const HYPHEN = 45;
const PERCENT = 37;
const SPACE = 32;
const LIST = 0x3001; // 、

// 第一至八标段      near miss: 一至八人
function isOrdinalRange(text: string, end: number, from: number): boolean {
  let at = end;
  while (at > from && end - at < 4 && isAt(text, at - 1, NUMERAL)) at -= 1;
  return at < end && text.charCodeAt(at - 1) === ORDINAL;
}

/** What is counted or measured at `at`: the number is read once, and what follows it decides. */
function amountAt(scan: Scan, at: number): Amount | null {
  const { text, sentence } = scan;
  const first = text.charCodeAt(at);
  if ((classOf(first) & charClass.digit) === 0) {
    const worded = wordedAmount(scan, at);
    if (worded !== undefined) return worded;
  }
  const numeral = numeralAt(scan, at);
  if (!numeral) return severalAt(scan, at);
  const { end } = numeral;
  const next = text.charCodeAt(end);
  if (text.startsWith("分之", end)) return fractionAt(scan, numeral);
  if (next === HALF_MEASURE && text.charAt(end + 1) === "半") return halvesAt(scan, numeral, end + 2);
  if (next === LIST) return sharedAt(scan, numeral, end + 1);
  const percent = next === PERCENT ? 1 : 0;
  const connector = connectorLength(text, end + percent);
  if (connector > 0)
    return rangeAt(scan, numeral, end + percent + connector) ?? (percent ? unitAmount(scan, numeral) : null);
  const own = unitAmount(scan, numeral);
  if (own) return rangeWithUnits(scan, own) ?? own;
  return sharedByWord(scan, numeral, sentence.end);
}

const HALF_MEASURE = 0x4e2a; // 个

function numeralAt(scan: Scan, at: number): Numeral | null {
  const { text, sentence, paragraph } = scan;
  const numeral = readNumeral(text, at, sentence.end);
  const numbers = text.charCodeAt(numeral?.end ?? at) === POINT && at === sentence.start;
  if (numeral?.script === "arabic" && isTorn(text, numeral.end) && !numbers && paragraph.kind !== "row") {
    const torn = tornNumeral(text, at, sentence.end);
    if (torn) return torn;
  }
  return numeral && (numeral.value !== null || numeral.low !== null) ? numeral : null;
}

/** 百分之三十, 三分之一 */
function fractionAt({ text, sentence }: Scan, whole: Numeral): Amount | null {
  const share = readNumeral(text, whole.end + 2, sentence.end);
  const [low, high] = share ? [share.value ?? share.low, share.value ?? share.high] : [null, null];
  if (!share || low === null || high === null || !whole.value) return null;
  const decimals = decimalsAt(text, share.end, sentence.end);
  const per = (value: number): number => exact(((value + decimals.value) / (whole.value ?? 1)) * 100);
  return {
    end: decimals.end,
    low: per(low),
    high: per(high),
    unit: "%",
    kind: "share",
    over: share.over,
    around: false,
    written: "分之",
    weak: false,
  };
}

const decimalDigits = "零一二三四五六七八九";

/** 十五点五: what stands behind the point of a number in Han figures; nothing where none does. */
function decimalsAt(text: string, at: number, limit: number): { readonly value: number; readonly end: number } {
  if (text.charAt(at) !== "点") return { value: 0, end: at };
  let [value, unit, end] = [0, 0.1, at + 1];
  for (let digit = decimalDigits.indexOf(text.charAt(end) || " "); digit >= 0 && end < limit; ) {
    value += digit * unit;
    unit /= 10;
    end += 1;
    digit = decimalDigits.indexOf(text.charAt(end) || " ");
  }
  return end === at + 1 ? { value: 0, end: at } : { value: exact(value), end };
}

/** 1个半小时, 三个半月: half of the unit that follows is added. */
function halvesAt({ text, sentence, lexicon }: Scan, numeral: Numeral, at: number): Amount | null {
  if (numeral.value === null) return null;
  const unit = unitAt(lexicon, text, { at, limit: sentence.end });
  const month = unit === null && text.charAt(at) === "月";
  if (unit?.kind !== "time" && !month) return null;
  const value = exact((numeral.value + 0.5) * (unit?.factor ?? 1));
  return {
    end: unit?.end ?? at + 1,
    low: value,
    high: value,
    unit: unit?.unit ?? "月",
    kind: "time",
    over: false,
    around: false,
    written: unit?.written ?? "月",
    weak: false,
  };
}

/** A number with its unit: 800多万亩, 4个多小时, 两年半, 两成六. */
function unitAmount(scan: Scan, numeral: Numeral): Amount | null {
  const { text, sentence, lexicon } = scan;
  const limit = sentence.end;
  const more = moreAfter(text, numeral.end, limit);
  const start = text.charCodeAt(numeral.end + more) === SPACE ? numeral.end + more + 1 : numeral.end + more;
  const beyond = unitAt(lexicon, text, { at: start, limit });
  const unit =
    beyond ??
    (more > 0 && text.charAt(numeral.end) === "个" ? unitAt(lexicon, text, { at: numeral.end, limit }) : null);
  if (!unit) return signed(scan, numeral);
  if (unit.weak && numeral.script === "han") return null;
  const around = more > 0 && text.charAt(numeral.end) === "来";
  return withHalf(scan, measured(numeral, unit, { over: beyond !== null && more > 0 && !around, around }), unit);
}

/** A sum behind its sign is no longer than this. */
const LONGEST_SUM = 40;

/** ¥3000 and $50 have their unit in front. */
function signed({ text, sentence }: Scan, numeral: Numeral): Amount | null {
  if (numeral.script === "han" || numeral.value === null) return null;
  const first = Math.max(sentence.start, numeral.end - LONGEST_SUM);
  let at = numeral.end - 1;
  while (
    at >= first &&
    (isAt(text, at, charClass.digit | charClass.hanScale) || text.charAt(at) === "." || text.charAt(at) === ",")
  )
    at -= 1;
  const sign = text.charAt(at);
  const unit = sign === "¥" || sign === "￥" ? "CNY" : sign === "$" ? "USD" : null;
  return unit
    ? {
        end: numeral.end,
        low: numeral.value,
        high: numeral.value,
        unit,
        kind: "money",
        over: numeral.over,
        around: false,
        written: sign,
        weak: false,
      }
    : null;
}

/** 两年半 adds half of the unit, 两成六 and 三成五 a tenth part. */
function withHalf({ text, sentence }: Scan, amount: Amount, { factor, written, kind }: UnitRead): Amount {
  if (amount.end >= sentence.end || amount.low !== amount.high) return amount;
  const code = text.charCodeAt(amount.end);
  if (
    code === HALF &&
    (kind === "time" || written === "倍" || written === "成") &&
    text.charAt(amount.end + 1) !== "径"
  ) {
    const value = exact(amount.low + factor / 2);
    return { ...amount, low: value, high: value, end: amount.end + 1 };
  }
  if (written !== "成" || !(classOf(code) & (charClass.hanDigit | charClass.digit))) return amount;
  const rest = readNumeral(text, amount.end, Math.min(sentence.end, amount.end + 2));
  if (rest?.value == null || rest.value > 9) return amount;
  const value = exact(amount.low + rest.value);
  return { ...amount, low: value, high: value, end: rest.end };
}

const HALF = 0x534a; // 半

/** Length of 多, 余, 来 or 个多 between a number and its unit: 4个多小时. */
function moreAfter(text: string, at: number, limit: number): number {
  if (at >= limit) return 0;
  const character = text.charAt(at);
  if (character === "个" && text.charAt(at + 1) === "多") return 2;
  return character === "多" || character === "余" || character === "来" ? 1 : 0;
}

/** 1至1.5小时, 60-80公里, 10%～20%: one unit serves both numbers. */
function rangeAt(scan: Scan, left: Numeral, at: number): Amount | null {
  const low = left.value ?? left.low;
  const plain = low === null || !isAt(scan.text, at, NUMERAL) ? null : numeralAt(scan, at);
  const right = plain && unitAmount(scan, plain);
  if (!right || plain?.value == null || low === null || right.low !== right.high || plain.value === 0) return null;
  const unit = right.low / plain.value;
  const shared = exact(low * unit * scaleAtEnd(scan.text, at, plain.end));
  if (isScaleless(scan.text, left) && shared < right.high) return { ...right, low: shared };
  const least = exact(low * unit);
  return least < right.high ? { ...right, low: least } : null;
}

/** 3至5万元: the scale that ends the second number is the first one's too; 3000至5万元: the first has its own size. */
function scaleAtEnd(text: string, start: number, end: number): number {
  let scale = 1;
  for (let at = end - 1; at > start && isAt(text, at, charClass.hanScale); at -= 1)
    scale *= scales.get(text.charCodeAt(at)) ?? 1;
  return scale;
}

const isScaleless = (text: string, { end }: Numeral): boolean => !isAt(text, end - 1, charClass.hanScale);
const scales = new Map([
  ["万".charCodeAt(0), 1e4],
  ["亿".charCodeAt(0), 1e8],
  ["千".charCodeAt(0), 1e3],
  ["百".charCodeAt(0), 1e2],
  ["十".charCodeAt(0), 10],
]);

/** 5公里至8公里, 10%到20%: both numbers have the unit. */
function rangeWithUnits(scan: Scan, left: Amount): Amount | null {
  const connector = connectorLength(scan.text, left.end);
  if (connector === 0 || left.low !== left.high) return null;
  const at = left.end + connector;
  const plain = isAt(scan.text, at, NUMERAL) ? numeralAt(scan, at) : null;
  const right = plain && unitAmount(scan, plain);
  if (!right || right.unit !== left.unit || right.high <= left.low) return null;
  return { ...right, low: left.low };
}

/** How many numbers of a list are looked through for the unit they share. */
const LISTED = 10;

/** 5、10、15分钟: each number of a list has the unit that its last one states. */
function sharedAt(scan: Scan, numeral: Numeral, from: number): Amount | null {
  const { text, sentence } = scan;
  let at = from;
  for (let count = 0; count < LISTED && at < sentence.end; count += 1) {
    const next = isAt(text, at, NUMERAL) ? numeralAt(scan, at) : null;
    if (!next || next.script !== numeral.script) return null;
    const own = unitAmount(scan, next);
    if (own) return sharing(numeral, next, own);
    const code = text.charCodeAt(next.end);
    if (code !== LIST && !isAnd(text, next.end)) return null;
    at = next.end + 1;
  }
  return null;
}

const isAnd = (text: string, at: number): boolean => {
  const character = text.charAt(at);
  return character === "和" || character === "及" || character === "与" || character === "或";
};

/** 4.1和0.6个百分点: the last but one of a list. */
function sharedByWord(scan: Scan, numeral: Numeral, limit: number): Amount | null {
  return numeral.end < limit && isAnd(scan.text, numeral.end) ? sharedAt(scan, numeral, numeral.end + 1) : null;
}

function sharing(numeral: Numeral, last: Numeral, amount: Amount): Amount | null {
  if (amount.weak || numeral.value === null || !last.value || numeral.script === "han") return null;
  const value = exact(numeral.value * (amount.high / last.value));
  return { ...amount, end: numeral.end, low: value, high: value, over: false, around: false };
}

/** 几个, 几年, 数家: an unknown digit before a unit. */
function severalAt({ text, sentence, lexicon }: Scan, at: number): Amount | null {
  const character = text.charAt(at);
  if (character !== "几" && character !== "数") return null;
  if (
    at > sentence.start &&
    (character === "数" ? isAt(text, at - 1, charClass.han) : "好这那近第十百".includes(text.charAt(at - 1)))
  )
    return null;
  const unit = unitAt(lexicon, text, { at: at + 1, limit: sentence.end });
  if (!unit || !severalUnits.has(unit.written)) return null;
  return {
    end: unit.end,
    low: 2 * unit.factor,
    high: 9 * unit.factor,
    unit: unit.unit,
    kind: unit.kind,
    over: false,
    around: false,
    written: unit.written,
    weak: false,
  };
}

const severalUnits = new Set(["年", "家", "天", "个", "个月", "人", "次", "倍", "项", "所", "座", "公里", "亩"]);

/** Whether only 、 or 和 stands between a number and the quantity before it: 分别下降6%、5%和4%. */
function isListed({ text, sentence }: Scan, at: number, previousEnd: number): boolean {
  if (previousEnd <= sentence.start) return false;
  if (previousEnd === at) return true;
  const code = text.charCodeAt(at - 1);
  return previousEnd === at - 1 && (code === LIST || code === SPACE || isAnd(text, at - 1));
}

interface Reckoned {
  readonly amount: Amount;
  /** The quantity that this one follows in a list, whose verb it shares; null when it stands alone. */
  readonly listed: QuantityMention | null;
  /** The quantity read before it in the sentence; null when it is the first. */
  readonly previous: QuantityMention | null;
}

function made(scan: Scan, at: number, { amount, listed, previous }: Reckoned): Located<QuantityMention> {
  const { lexicon, text, sentence } = scan;
  const near = at > sentence.start && text.charCodeAt(at - 1) === SPACE ? at - 1 : at;
  const before = wordBefore(lexicon.comparators.before, text, near, sentence.start);
  const after = boundAfter(scan, amount);
  const sign = before ? null : minusBefore(scan, at, amount);
  const span = {
    start: before ? near - before.written.length : at - (sign?.length ?? 0),
    end: amount.end + (after?.written.length ?? 0),
  };
  const isRange = amount.low !== amount.high;
  const direction =
    amount.direction ??
    sharedDirection(resultDirection(scan, span, { own: directionOf(scan, span), amount, previous }), amount, listed);
  const mention: QuantityMention = {
    kind: "quantity",
    ...spot(scan, span),
    recogniser: "quantity",
    certainty: "stated",
    leansOn: [],
    value: isRange ? null : sign ? -amount.low : amount.low,
    low: isRange ? amount.low : null,
    high: isRange ? amount.high : null,
    unit: amount.unit,
    comparator: after?.value ?? before?.value ?? ownComparator(amount),
    polarity: direction.polarity,
    role: direction.role,
  };
  return { ...span, mention };
}

function ownComparator({ over, around, atLeast }: Amount): Comparator {
  if (over) return ">";
  if (atLeast) return ">=";
  return around ? "~" : "=";
}

/** 以上, 左右 … right after an amount; 内 only after a length of time or way (5家内资企业). */
function boundAfter({ lexicon, text, sentence }: Scan, { end, kind }: Amount): ReturnType<typeof wordAt<Comparator>> {
  if (end >= sentence.end) return null;
  const word = wordAt<Comparator>((lexicon satisfies Lexicon).comparators.after, text, end, sentence.end);
  if (word?.written === "多" || word?.written === "余") return kind === "count" || kind === "share" ? null : word;
  if (word?.written !== "内") return word;
  return kind === "time" || kind === "length" ? word : null;
}
