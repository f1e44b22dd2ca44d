import type { Lean } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { readNumeral } from "../text/numeral.ts";
import { type Core, NO_LEANS, undated } from "./date-core.ts";
import { addDays, addMonths, type Interval, intervalOf } from "./date-interval.ts";
import { type DocumentState, nearestDate, ownDay } from "./document-state.ts";
import type { Scan } from "./scan.ts";

/** 时长. A number with a unit of time: how many days or months it is long (null for 工作日 and indefinite numbers), and its end. */
export interface Length {
  readonly days: number | null;
  readonly months: number | null;
  readonly end: number;
}

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/** 读时长. 五年, 3个多月, 30个工作日, 十余年, 两周 at `at`; null for anything else, a calendar year among them. */
export function lengthAt(text: string, at: number, limit: number): Length | null {
  if (at >= limit || !(isAt(text, at, NUMERAL) || text.charAt(at) === "几" || text.charAt(at) === "数")) return null;
  const numeral = readNumeral(text, at, Math.min(limit, at + 8));
  const several = numeral === null && (text.charAt(at) === "几" || text.charAt(at) === "数");
  if ((!numeral && !several) || (numeral?.value != null && numeral.value > 1000)) return null;
  let end = numeral?.end ?? at + 1;
  if ("多余".includes(text.charAt(end) || " ")) end += 1;
  if (!lengthFirsts.has(text.charCodeAt(end))) return null;
  const unit = lengthUnits.find(([written]) => text.startsWith(written, end) && end + written.length <= limit);
  if (!unit) return null;
  const [written, perDay, perMonth] = unit;
  const count = numeral?.value ?? null;
  end += written.length;
  if (text.charAt(end) === "多") end += 1;
  return {
    days: count !== null && perDay > 0 ? count * perDay : null,
    months: count !== null && perMonth > 0 ? count * perMonth : null,
    end,
  };
}

const lengthUnits: readonly (readonly [written: string, days: number, months: number])[] = [
  ["个工作日", 0, 0],
  ["工作日", 0, 0],
  ["个自然日", 1, 0],
  ["个交易日", 0, 0],
  ["个日历日", 1, 0],
  ["个月", 0, 1],
  ["个季度", 0, 3],
  ["个年度", 0, 12],
  ["个年头", 0, 12],
  ["个星期", 7, 0],
  ["年", 0, 12],
  ["周", 7, 0],
  ["天", 1, 0],
  ["日", 1, 0],
];

const lengthFirsts = new Set(lengthUnits.map(([written]) => written.charCodeAt(0)));

/** 近五年, 过去10年来, 未来三年内: a length that a word ties to the document's day but that fixes no day itself. */
export function reachCore(scan: Scan, start: number, at: number): Core | null {
  const { text, sentence } = scan;
  const from = text.charAt(at) === "的" ? at + 1 : at;
  const length = lengthAt(text, from, sentence.end);
  if (!length || text.startsWith("工作日", length.end - 3)) return null;
  const suffix = reachSuffixes.find((written) => text.startsWith(written, length.end)) ?? "";
  const end = length.end + suffix.length;
  return undated(start, Math.min(end, sentence.end), { class: "vague", type: "interval" });
}

const reachSuffixes = ["以来", "来", "之间", "间", "之内", "内", "里", "时间里", "时间"];

/** 七年来, 十多年来: a stretch that runs up to now without a first day. */
export function sinceLengthCore(scan: Scan, at: number): Core | null {
  const { text, sentence } = scan;
  const length = lengthAt(text, at, sentence.end);
  if (!length) return null;
  const suffix = text.startsWith("以来", length.end)
    ? 2
    : text.charAt(length.end) === "来" && !notAfterCome.has(text.charAt(length.end + 1))
      ? 1
      : 0;
  if (suffix === 0 || length.end + suffix > sentence.end) return null;
  return undated(at, length.end + suffix, { class: "vague", type: "since" });
}

const notAfterCome = new Set("到访自源京华临往");

/** 三年后的同一天, 两天后, 三个月前: counted from the date before it in the paragraph; null when there is none. */
export function countedCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const { text, sentence } = scan;
  const length = lengthAt(text, at, sentence.end);
  if (!length) return null;
  const side = text.charAt(length.end);
  if ((side !== "后" && side !== "前") || length.end >= sentence.end) return null;
  const base = nearestDate(state);
  if (base.value?.year == null) return null;
  const from = intervalOf({ ...base.value, part: null, end: 0 });
  const sign = side === "后" ? 1 : -1;
  const sameDay = sameDayWords.find((word) => text.startsWith(word, length.end + 1)) ?? "";
  if (!from || (sameDay === "" && notAfterLater.has(text.charAt(length.end + 1)))) return null;
  const interval = counted(from, length, sign);
  if (!interval) return null;
  const end = length.end + 1 + sameDay.length;
  const precision =
    from.start === from.end && (sameDay !== "" || length.days !== null)
      ? "day"
      : length.months !== null && length.months < 12
        ? "month"
        : "year";
  const whole = sameDay === "" && precision === "year" ? yearOf(interval) : interval;
  return {
    ...undated(at, end, { class: "relative", type: "interval" }),
    interval: whole,
    precision,
    leansOn: base.leansOn,
    moves: sameDay !== "",
  };
}

const sameDayWords = ["的同一天", "的同日", "的今天", "的这一天", "的当天", "同一天", "同日"];
const notAfterLater = new Set("续备的");

function counted({ start, end }: Interval, { days, months }: Length, sign: number): Interval | null {
  if (days !== null && start === end) return { start: addDays(start, sign * days), end: addDays(end, sign * days) };
  if (months !== null && Number.isInteger(months))
    return { start: addMonths(start, sign * months), end: addMonths(end, sign * months) };
  return null;
}

const yearOf = ({ start }: Interval): Interval => ({
  start: `${start.slice(0, 4)}-01-01`,
  end: `${start.slice(0, 4)}-12-31`,
});

/** How far after 自 its 之日起 is looked for. */
const TERM = 24;

/**
 * 起算. 自印发之日起, 自签订之日起30个工作日内: counted from an event. It is dated where the event is the publishing of the
 * document itself and its day is known; else its days are open.
 */
export function fromEventCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const { text, sentence } = scan;
  if (text.charAt(at) !== "自") return null;
  const found = text.slice(at, Math.min(at + TERM, sentence.end)).indexOf("之日起");
  if (found < 2) return null;
  const event = text.slice(at + 1, at + found);
  if (/[，。；\d]/u.test(event)) return null;
  const own = /^(?:本\S{1,4})?(?:印发|发布|公布|下发|颁布|公告|发文)$/u.test(event) ? ownDay(state) : null;
  const after = at + found + 3;
  const term = termAfter(text, after, sentence.end);
  const base = own?.value ?? null;
  const leansOn: readonly Lean[] = own?.leansOn ?? NO_LEANS;
  if (!term || base === null) {
    const interval = base ? { start: base, end: base } : null;
    return {
      ...undated(at, after, { class: "relative", type: "since" }),
      interval,
      precision: interval ? "day" : null,
      leansOn,
    };
  }
  const interval = counted({ start: base, end: base }, term, 1);
  return {
    ...undated(at, term.end, { class: "relative", type: "deadline" }),
    interval,
    precision: interval ? "day" : null,
    leansOn,
  };
}

/** 30个工作日内, 后15日内 after 之日起; null when no term follows. */
function termAfter(text: string, at: number, limit: number): Length | null {
  const start = text.charAt(at) === "，" ? at + 1 : text.charAt(at) === "的" ? at + 1 : at;
  const length = lengthAt(text, start, limit);
  if (!length) return null;
  const inner = ["之内", "以内", "内"].find((written) => text.startsWith(written, length.end));
  return inner && length.end + inner.length <= limit ? { ...length, end: length.end + inner.length } : null;
}

/** 定日之限. Where a term ends that follows a day with 起 (30日内), and its last day; null when none follows. */
export function datedTerm(scan: Scan, at: number, from: Interval): { end: number; until: string } | null {
  if (scan.text.charAt(at - 1) !== "起" && scan.text.charAt(at - 1) !== "后") return null;
  const term = termAfter(scan.text, at, scan.sentence.end);
  const until = term ? counted(from, term, 1) : null;
  return term && until ? { end: term.end, until: until.end } : null;
}

/** 收到申请后15日内, 到期之日起10个工作日内: a term from an event that no date fixes. */
export function termCore(scan: Scan, at: number): Core | null {
  const { text, sentence } = scan;
  const before = at > sentence.start ? text.charAt(at - 1) : "";
  if (before !== "起" && before !== "后") return null;
  const term = termAfter(text, at, sentence.end);
  return term ? { ...undated(at, term.end, { class: "relative", type: "deadline" }), counts: true } : null;
}
