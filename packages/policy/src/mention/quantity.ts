import type { Comparator, QuantityMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { closerAt } from "../text/pairs.ts";
import { type Numeral, readNumeral } from "../text/numeral.ts";
import { connectorLength } from "./date-written.ts";
import { directionOf } from "./quantity-direction.ts";
import { type Located, type Recogniser, type Scan, spot, type Surroundings } from "./scan.ts";
import { wordAt, wordBefore } from "./word-table.ts";

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/**
 * 数量. Finds numbers with a unit or classifier, their ranges, comparator words before and after, and the direction of
 * the verb that governs them. Numbers in 《》 and dates, ordinals, slogans in quotation marks and 一 as an article are none.
 */
export const quantityRecogniser: Recogniser = {
  name: "quantity",
  *triggers() {
    for (const character of "0123456789〇零一二两三四五六七八九十百千万亿几数半") yield character.charCodeAt(0);
  },
  read(scan, at, { covered, quantity }: Surroundings) {
    if (at < covered.date || at < covered.title || isInsideNumber(scan, at)) return null;
    const amount = fractionAt(scan, at) ?? halfAt(scan, at) ?? rangeAt(scan, at) ?? amountAt(scan, at);
    return amount && !isNoQuantity(scan, at, amount)
      ? made(scan, at, { amount, listed: isListed(scan, at, covered.quantity) ? quantity : null })
      : null;
  },
};

/** A number and its unit before comparator words: `low` and `high` bound a range, else both are the value. */
interface Amount {
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly over: boolean;
  readonly written: string;
}

function isInsideNumber(scan: Scan, at: number): boolean {
  if (at === scan.sentence.start) return false;
  const before = scan.text.charAt(at - 1);
  if (isAt(scan.text, at - 1, NUMERAL | charClass.latin) || before === "第") return true;
  if ((before === "至" || before === "到") && ordinalRange.test(scan.text.slice(Math.max(0, at - 5), at))) return true;
  return (before === "." || before === "-") && isAt(scan.text, at - 2, charClass.digit | charClass.latin);
}

// 第一至八标段      near miss: 一至八人
const ordinalRange = /第[一二三四五六七八九十\d]{1,3}[至到]$/u;

/** 百分之三十, 三分之一 */
function fractionAt(scan: Scan, at: number): Amount | null {
  const { text, sentence } = scan;
  const whole = readNumeral(text, at, sentence.end);
  if (!whole || !text.startsWith("分之", whole.end)) return null;
  const share = readNumeral(text, whole.end + 2, sentence.end);
  if (!share || share.value === null || !whole.value) return null;
  const value = exact((share.value / whole.value) * 100);
  return { end: share.end, low: value, high: value, unit: "%", over: share.over, written: "分之" };
}

/** 半小时, 1个半小时: half of the unit that follows. */
function halfAt(scan: Scan, at: number): Amount | null {
  const { text, sentence, lexicon } = scan;
  const numeral = text.charAt(at) === "半" ? null : readNumeral(text, at, sentence.end);
  const half = numeral
    ? text.startsWith("个半", numeral.end)
      ? numeral.end + 2
      : 0
    : text.charAt(at) === "半"
      ? at + 1
      : 0;
  const unit =
    half > 0
      ? wordAt(lexicon.units, text, text.charAt(half) === "个" && !numeral ? half + 1 : half, sentence.end)
      : null;
  if (!unit || !timeUnits.has(unit.value.unit)) return null;
  const end = (text.charAt(half) === "个" && !numeral ? half + 1 : half) + unit.written.length;
  const value = ((numeral?.value ?? 0) + 0.5) * unit.value.factor;
  return { end, low: value, high: value, unit: unit.value.unit, over: false, written: unit.written };
}

const timeUnits = new Set(["h", "min", "d", "wk", "月", "年"]);

/** 1至1.5小时, 60-80公里, 10%～20%: one unit serves both numbers. */
function rangeAt(scan: Scan, at: number): Amount | null {
  const { text, sentence } = scan;
  const left = readNumeral(text, at, sentence.end);
  if (!left || left.value === null) return null;
  const percent = text.charAt(left.end) === "%" ? 1 : 0;
  const connector = connectorLength(text, left.end + percent);
  if (connector === 0) return null;
  const right = amountAt(scan, left.end + percent + connector);
  const plain = right && readNumeral(text, left.end + percent + connector, sentence.end);
  if (!right || !plain?.value || right.low !== right.high) return null;
  const low =
    left.value * (left.value < plain.value || left.value < right.low / plain.value ? right.low / plain.value : 1);
  return low < right.high ? { ...right, low } : null;
}

function amountAt(scan: Scan, at: number): Amount | null {
  const { text, sentence, lexicon } = scan;
  const numeral = readNumeral(text, at, sentence.end);
  if (!numeral || (numeral.value === null && numeral.low === null)) return null;
  const more = moreAfter(text, numeral.end, sentence.end);
  const unitAt = numeral.end + more;
  const unit = wordAt(lexicon.units, text, unitAt, sentence.end);
  const counter = wordAt(lexicon.classifiers, text, unitAt, sentence.end);
  const classifier = counter?.value === "name" && numeral.script === "han" ? null : counter;
  if (!unit && !classifier) return null;
  const over = numeral.over || more > 0;
  if (unit && unit.written.length >= (classifier?.written.length ?? 0)) {
    return measured(numeral, unit.value, { end: unitAt + unit.written.length, over, written: unit.written });
  }
  const written = classifier?.written ?? "";
  return measured(numeral, { unit: written, factor: 1 }, { end: unitAt + written.length, over, written });
}

/** Length of 多, 余, 来 or 个多 between a number and its unit: 4个多小时. */
function moreAfter(text: string, at: number, limit: number): number {
  if (at >= limit) return 0;
  if (text.startsWith("个多", at)) return 2;
  return "多余来".includes(text.charAt(at)) ? 1 : 0;
}

function measured(
  numeral: Numeral,
  { unit, factor }: { unit: string; factor: number },
  rest: Pick<Amount, "end" | "over" | "written">,
): Amount {
  const low = numeral.value ?? numeral.low ?? 0;
  const high = numeral.value ?? numeral.high ?? 0;
  return { ...rest, low: exact(low * factor), high: exact(high * factor), unit };
}

/** 12.3 × 10000 is 123000, not 123000.00000000001. */
const exact = (value: number): number => Number(value.toPrecision(14));

/** Articles (一个), names in quotation marks (“三城一区”), clock times and idioms. */
function isNoQuantity(scan: Scan, at: number, { written, end }: Amount): boolean {
  const { text, pairs, sentence } = scan;
  const before = at > sentence.start ? text.charAt(at - 1) : "";
  if (inShortQuotation(text, at, pairs)) return true;
  if (text.charAt(at) === "一" && end - at === 1 + written.length) return !measures.has(written);
  if (written === "分之") return false;
  if ("万亿".includes(text.charAt(at)) || (before === "个" && isAt(text, at - 2, NUMERAL))) return true;
  if ("百千".includes(text.charAt(at)) && end - at === 1 + written.length) return "人年家".includes(written);
  if (text.charAt(at) === "半") return "大上下多".includes(before || " ");
  if (written === "点" && isAt(text, end, charClass.digit)) return true;
  if (written === "元" && end - at === 2 && isAt(text, at, charClass.hanDigit)) return true;
  return before === "每" || (isAt(text, at, charClass.hanDigit) && slogan.test(text.slice(end, end + 2)));
}

/** A quotation this short is a name or slogan: “1小时交通圈”, “大气十条”. */
const SHORT_QUOTATION = 12;

function inShortQuotation(text: string, at: number, pairs: Scan["pairs"]): boolean {
  for (let opener = at - 1; opener >= Math.max(pairs.origin, at - SHORT_QUOTATION); opener -= 1) {
    if (!"“‘".includes(text.charAt(opener))) continue;
    const closer = closerAt(pairs, opener);
    return closer > at && closer - opener <= SHORT_QUOTATION;
  }
  return false;
}

const measures = new Set(["小时", "年", "%", "成", "倍", "亩", "公里"]);
/** 两个维护, 五次全会: a figure with these words after it names something and counts nothing. */
const slogan = /^(?:全面|坚持|维护|确立|自信|意识|全会|全体|主任)/u;

/** Whether only 、 or 和 stands between a number and the quantity before it: 分别下降6%、5%和4%. */
function isListed({ text, sentence }: Scan, at: number, previousEnd: number): boolean {
  return previousEnd > sentence.start && previousEnd === at - 1 && "、和与及".includes(text.charAt(at - 1));
}

interface Reckoned {
  readonly amount: Amount;
  /** The quantity that this one follows in a list, whose verb it shares; null when it stands alone. */
  readonly listed: QuantityMention | null;
}

function made(scan: Scan, at: number, { amount, listed }: Reckoned): Located<QuantityMention> {
  const { lexicon, text, sentence } = scan;
  const before = wordBefore(lexicon.comparators.before, text, at, sentence.start);
  const after = wordAt(lexicon.comparators.after, text, amount.end, sentence.end);
  const span = { start: at - (before?.written.length ?? 0), end: amount.end + (after?.written.length ?? 0) };
  const range = amount.low !== amount.high;
  const own = directionOf(scan, span);
  const shares = own.role === null && listed?.unit === amount.unit && listed.role === "amount";
  const direction = shares ? { polarity: listed.polarity, role: listed.role } : own;
  const mention: QuantityMention = {
    kind: "quantity",
    ...spot(scan, span),
    recogniser: "quantity",
    certainty: "stated",
    leansOn: [],
    value: range ? null : amount.low,
    low: range ? amount.low : null,
    high: range ? amount.high : null,
    unit: amount.unit,
    comparator: comparatorOf(after?.value, before?.value, amount.over),
    ...direction,
  };
  return { ...span, mention };
}

/** 左右 and 以上 after a number say more than 约 or 多 with it. */
function comparatorOf(after: Comparator | undefined, before: Comparator | undefined, over: boolean): Comparator {
  return after ?? before ?? (over ? ">" : "=");
}
