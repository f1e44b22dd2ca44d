import type { DateMention, Lean } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { type Interval, intervalOf, isoDay, precisionOf, type WrittenDate } from "./date-interval.ts";
import { namedPeriod, namedPeriodTriggers } from "./date-named.ts";
import { connectorLength, restOfYear, writtenDate, yearPart } from "./date-written.ts";
import { type Concluded, type DocumentState, sameDate, thisMonth, thisYear, yearInForce } from "./document-state.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Located, type Recogniser, type Scan, spot, type Surroundings } from "./scan.ts";
import { type Word, wordAt, wordBefore } from "./word-table.ts";

/**
 * 时间. Finds dates, ranges, halves and quarters, plan periods, relative and vague words, with what bounds them (到, 截至,
 * 以来, 前). What the words leave out is concluded from the document's state and named in `leansOn`.
 */
export const dateRecogniser: Recogniser = {
  name: "date",
  *triggers(lexicon: Lexicon) {
    for (const digit of "0123456789〇零一二三四五六七八九十") yield digit.charCodeAt(0);
    yield* lexicon.timeWords.byFirst.keys();
    yield* namedPeriodTriggers();
  },
  read(scan, at, { state }: Surroundings) {
    const core = namedCore(scan, at) ?? figureCore(scan, at, state) ?? wordCore(scan, at, state);
    return core ? bounded(scan, core, state) : null;
  },
};

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/** A date without its bounds: where it stands, its days where known, and what it leaned on. */
interface Core {
  readonly start: number;
  readonly end: number;
  readonly interval: Interval | null;
  readonly class: DateMention["class"];
  readonly leansOn: readonly Lean[];
  readonly limitWord: boolean;
}

function namedCore(scan: Scan, at: number): Core | null {
  const period = namedPeriod(scan.text, at, scan.sentence.end);
  if (!period) return null;
  return { start: at, end: period.end, interval: period.interval, class: "explicit", leansOn: [], limitWord: false };
}

/** Reads figures only from their first digit: 1.2018年, 第三月 and the 30日 of an impossible 2月30日 are no dates. */
function figureCore(scan: Scan, at: number, state: DocumentState): Core | null {
  if (!isAt(scan.text, at, NUMERAL) || (at > scan.sentence.start && goesOn(scan.text, at))) return null;
  const left = writtenDate(scan.text, at, scan.sentence.end);
  if (!left || isLength(scan.text, left)) return null;
  return ranged(scan, at, complete(left, state), state);
}

function goesOn(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (isAt(text, at - 1, NUMERAL) || before === "." || before === "第") return true;
  return (before === "年" || before === "月") && isAt(text, at - 2, NUMERAL);
}

/** 10年来, 3年间 measure time; 5月 does not. */
function isLength(text: string, date: WrittenDate): boolean {
  return date.year === null && date.month === null && date.day === null && text.charAt(date.end - 1) === "年";
}

interface Completed {
  readonly date: WrittenDate;
  readonly leansOn: readonly Lean[];
  readonly class: DateMention["class"];
}

/** Fills in year and month from the state. */
function complete(date: WrittenDate, state: DocumentState): Completed {
  if (date.year !== null) return { date, leansOn: [], class: "explicit" };
  if (date.month === null && date.day !== null) {
    const month: Concluded<{ year: number | null; month: number | null } | null> =
      state.last && state.last.month !== null && state.last.paragraph === state.paragraph
        ? sameDate(state)
        : thisMonth(state);
    const year = month.value?.year ?? null;
    return { date: { ...date, year, month: month.value?.month ?? null }, leansOn: month.leansOn, class: "explicit" };
  }
  const year = yearInForce(state);
  return { date: { ...date, year: year.value }, leansOn: year.leansOn, class: "explicit" };
}

/** Joins a second end when a dash, 至 or 到 and another date follow; it inherits what it leaves out. */
function ranged(scan: Scan, start: number, left: Completed, state: DocumentState): Core | null {
  const { text, sentence } = scan;
  const interval = intervalOf(left.date);
  const single = {
    start,
    end: left.date.end,
    interval,
    class: left.class,
    leansOn: left.leansOn,
    limitWord: endsYear(text, left.date),
  };
  const connector = connectorLength(text, left.date.end);
  if (connector === 0) return interval || left.date.year === null ? single : null;
  const right =
    writtenDate(text, left.date.end + connector, sentence.end) ?? relativeRight(scan, left.date.end + connector, state);
  if (!right) return interval ? single : null;
  const until = intervalOf(inherited(left.date, right));
  if (!until || !interval || until.end < interval.start) return single;
  return { ...single, end: right.end, interval: { start: interval.start, end: until.end }, limitWord: false };
}

function relativeRight(scan: Scan, at: number, state: DocumentState): WrittenDate | null {
  const word = wordAt(scan.lexicon.timeWords, scan.text, at, scan.sentence.end);
  const shift = word ? /^year:(?<years>-?\d+)$/u.exec(word.value)?.groups?.years : undefined;
  const year = thisYear(state).value;
  return word && shift !== undefined && year !== null
    ? restOfYear(scan.text, year + Number(shift), at + word.written.length, scan.sentence.end)
    : null;
}

function inherited(left: WrittenDate, right: WrittenDate): WrittenDate {
  const year = right.year ?? left.year;
  const month = right.month ?? (right.day !== null ? left.month : null);
  return { ...right, year, month };
}

const endsYear = (text: string, date: WrittenDate): boolean =>
  "底末".includes(text.charAt(date.end - 1)) && date.day === null;

/** Reads a word of the time-word table and what may follow it: 今年上半年, 明年9月, 同年8月, 本月, 目前. */
function wordCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const word = wordAt(scan.lexicon.timeWords, scan.text, at, scan.sentence.end);
  if (!word || isInsideWord(scan, at, word)) return null;
  const end = at + word.written.length;
  const [unit = "", what = ""] = word.value.split(":");
  const base = { start: at, end, class: "relative", leansOn: [], limitWord: false } as const;
  if (unit === "vague") return { ...base, interval: null, class: "vague" };
  if (unit === "part") return partCore(scan, base, word, state);
  if (unit === "days") return daysCore(base, what, state);
  if (unit === "year") return yearCore(scan, base, yearMeant(what, state), state);
  if (unit === "month") {
    const month = what === "same" ? sameDate(state) : thisMonth(state);
    return dayOfMonth(scan, monthCore(base, month, Number(what) || 0));
  }
  const same = sameDate(state);
  if (same.value?.day == null) return { ...base, interval: null };
  return { ...base, interval: anchorInterval(same.value), leansOn: same.leansOn };
}

type Base = Omit<Core, "interval">;

/** 今年 inside 当今年轻人 is no date: the lexicon's words must not be preceded by what makes another word. */
function isInsideWord(scan: Scan, at: number, { written }: Word<string>): boolean {
  const before = scan.text.charAt(at - 1);
  if (at === scan.sentence.start) return false;
  return (written === "今年" && before === "当") || (written.startsWith("上年") && before === "以");
}

/** 本月20日, 同月30日: the day that follows a month by word lies in that month. */
function dayOfMonth(scan: Scan, month: Core): Core {
  const right = month.interval ? writtenDate(scan.text, month.end, scan.sentence.end) : null;
  if (!month.interval || !right || right.year !== null || right.month !== null || right.day === null) return month;
  const [year = 0, of = 0] = month.interval.start?.split("-").map(Number) ?? [];
  const interval = intervalOf({ ...right, year, month: of });
  return interval ? { ...month, end: right.end, interval } : month;
}

/** `same` repeats the last year, `text±n` counts from the year the text speaks of, `±n` from the document's own. */
function yearMeant(what: string, state: DocumentState): Concluded<number | null> {
  if (what === "same") return sameYear(state);
  if (what.startsWith("text")) return shifted(yearInForce(state), Number(what.slice(4)));
  return shifted(thisYear(state), Number(what));
}

const sameYear = (state: DocumentState): Concluded<number | null> => {
  const same = sameDate(state);
  return { value: same.value?.year ?? null, leansOn: same.leansOn };
};

const shifted = (year: Concluded<number | null>, by: number): Concluded<number | null> => ({
  ...year,
  value: year.value === null ? null : year.value + by,
});

function yearCore(scan: Scan, base: Base, year: Concluded<number | null>, state: DocumentState): Core {
  const date = restOfYear(scan.text, year.value, base.end, scan.sentence.end);
  const completed = { date, leansOn: year.leansOn, class: "relative" } as const;
  return ranged(scan, base.start, completed, state) ?? { ...base, interval: null };
}

function monthCore(
  base: Base,
  month: Concluded<{ year: number | null; month: number | null } | null>,
  by: number,
): Core {
  const { year = null, month: number = null } = month.value ?? {};
  if (year === null || number === null) return { ...base, interval: null };
  const index = year * 12 + number - 1 + by;
  const date = { year: Math.floor(index / 12), month: (index % 12) + 1, day: null, part: null, end: base.end };
  return { ...base, interval: intervalOf(date), leansOn: month.leansOn };
}

function partCore(scan: Scan, base: Base, { written }: Word<string>, state: DocumentState): Core {
  const year = isAt(scan.text, base.start - 1, charClass.digit) ? { value: null, leansOn: [] } : yearOfPart(state);
  const date = { year: year.value, month: null, day: null, part: yearPart(written), end: base.end };
  return { ...base, interval: intervalOf(date), leansOn: year.leansOn, limitWord: endsYear(scan.text, date) };
}

/** 上旬 and 月底 alone are those of the month in force. */
function daysCore(base: Base, what: string, state: DocumentState): Core {
  const month = thisMonth(state);
  if (month.value === null) return { ...base, interval: null };
  const [first = 1, last = 31] = what.split("-").map(Number);
  const date = { ...month.value, day: null, part: { of: "month", first, last }, end: base.end } as const;
  return { ...base, interval: intervalOf(date), leansOn: month.leansOn };
}

/** 上半年 alone is this year's unless the same paragraph has just named another. */
function yearOfPart(state: DocumentState): Concluded<number | null> {
  if (state.last?.paragraph === state.paragraph) return yearInForce(state);
  const own = thisYear(state);
  return own.value === null ? yearInForce(state) : own;
}

function anchorInterval({ year, month, day, last }: NonNullable<DocumentState["last"]>): Interval | null {
  const from = intervalOf({ year, month, day, part: null, end: 0 });
  const to = intervalOf({ ...last, part: null, end: 0 });
  return from && to ? { start: from.start, end: to.end } : from;
}

/** Adds what stands right before (到, 截至) and right after (以来, 前) a date and makes the mention. */
function bounded(scan: Scan, core: Core, state: DocumentState): Located<DateMention> | null {
  const after = suffixes.find(
    ([written]) => scan.text.startsWith(written, core.end) && core.end + written.length <= scan.sentence.end,
  );
  const suffix = after && !notSuffix.test(scan.text.slice(core.end, core.end + 4)) ? after : undefined;
  const every =
    everyWord.exec(scan.text.slice(Math.max(scan.sentence.start, core.start - 2), core.start))?.[0].length ?? 0;
  if (every > 0) return recurring(scan, { start: core.start - every, end: core.end + (suffix?.[0].length ?? 0) });
  const prefix = isResult(scan, core.start)
    ? undefined
    : prefixes.find(([written]) => startsBefore(scan, core.start, written));
  const timeType = suffix?.[1] ?? prefix?.[1] ?? (core.limitWord && isAhead(core, state) ? "deadline" : "interval");
  const start = prefix && (prefix[1] !== "since" || timeType === "since") ? core.start - prefix[0].length : core.start;
  const span = { start, end: core.end + (suffix ? suffix[0].length : 0) };
  const until = suffix?.[0] === "以来" || suffix?.[0] === "至今" ? state.day : null;
  const days = daysMeant(core.interval, timeType, until);
  const mention: DateMention = {
    kind: "date",
    ...spot(scan, span),
    recogniser: "date",
    certainty: core.leansOn.length > 0 ? "implied" : "stated",
    leansOn: [...core.leansOn],
    ...days,
    precision: core.interval ? precisionOf(core.interval) : null,
    class: core.class,
    timeType,
  };
  return { ...span, mention };
}

const suffixes: readonly (readonly [written: string, type: DateMention["timeType"]])[] = [
  ["以来", "since"],
  ["至今", "since"],
  ["起", "since"],
  ["之前", "deadline"],
  ["以前", "deadline"],
  ["前", "deadline"],
  ["时期", "interval"],
  ["期间", "interval"],
];
/** Words that begin like a suffix and are none. */
const notSuffix = /^(?:前(?:列|沿|期|提|述|往|景|后|三季|两季|[一二三四]个|\d)|起(?:草|步|点|到|来|义|诉|飞|降))/u;

const prefixes: readonly (readonly [written: string, type: DateMention["timeType"]])[] = [
  ["截至", "as-of"],
  ["截止到", "as-of"],
  ["截止", "as-of"],
  ["截至到", "as-of"],
  ["不晚于", "deadline"],
  ["到", "deadline"],
  ["至", "deadline"],
  ["自", "since"],
];

function startsBefore(scan: Scan, at: number, written: string): boolean {
  const start = at - written.length;
  if (start < scan.sentence.start || !scan.text.startsWith(written, start)) return false;
  return !("到至".includes(written) && "达直得截以甚乃".includes(scan.text.charAt(start - 1) || " "));
}

// 每月10日前    每年3月      near miss: 本月10日
const everyWord = /每[年月季]$/u;

/** A date that comes round again fixes no day. */
function recurring(scan: Scan, span: Span): Located<DateMention> {
  const mention: DateMention = {
    kind: "date",
    ...spot(scan, span),
    recogniser: "date",
    certainty: "stated",
    leansOn: [],
    dateStart: null,
    dateEnd: null,
    precision: null,
    class: "relative",
    timeType: "set",
  };
  return { ...span, mention };
}

/** 上升至2020年的60%: the 至 belongs to the verb, the year only says when. */
function isResult({ lexicon, text, sentence }: Scan, at: number): boolean {
  return wordBefore(lexicon.changes, text, at, sentence.start)?.value.role === "to";
}

function isAhead(core: Core, { day }: DocumentState): boolean {
  if (!core.interval || day?.year == null) return false;
  return core.interval.end > isoDay(day.year, day.month ?? 12, day.day ?? 31);
}

/** Days that a bound leaves: 以来 runs to the document's day (`until`), 起 is open, a deadline has no beginning. */
function daysMeant(
  interval: Interval | null,
  type: DateMention["timeType"],
  until: DocumentState["day"],
): { dateStart: string | null; dateEnd: string | null } {
  if (!interval) return { dateStart: null, dateEnd: null };
  if (type === "deadline" || type === "as-of") return { dateStart: null, dateEnd: interval.end };
  if (type !== "since") return { dateStart: interval.start, dateEnd: interval.end };
  const today = until?.year && until.month && until.day ? isoDay(until.year, until.month, until.day) : null;
  return { dateStart: interval.start, dateEnd: today };
}
