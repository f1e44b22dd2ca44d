import type { DateMention } from "../records/mention.ts";
import { charClass, classOf, isAt } from "../text/char-class.ts";
import { boundAfter } from "./date-bound.ts";
import { clockEnd } from "./date-clock.ts";
import { type Core, NO_LEANS, undated } from "./date-core.ts";
import { intervalOf, precisionOf, type WrittenDate } from "./date-interval.ts";
import { countedCore, fromEventCore, sinceLengthCore, termCore } from "./date-length.ts";
import { namedPeriod, namedPeriodTriggers } from "./date-named.ts";
import { connectorLength, type DateText, monthsAfter, quartersAfter, writtenDate, yearPair } from "./date-written.ts";
import { isDocumentYear, wordReading } from "./date-word.ts";
import {
  type Concluded,
  type DocumentState,
  type Point,
  sameDate,
  thisMonth,
  yearInForce,
  yearOfLimit,
} from "./document-state.ts";
import { bounded } from "./date-bounded.ts";
import { inherited, rangePrecision } from "./date-meant.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Recogniser, type Scan, type Surroundings } from "./scan.ts";
import { wordAt, wordBefore } from "./word-table.ts";

/**
 * 时间. Finds dates, ranges, halves and quarters, plan periods, relative and vague words, stretches counted from events, with
 * what bounds them (到, 截至, 以来, 前). What the words leave out is concluded from the document's state and named in `leansOn`.
 */
export const dateRecogniser: Recogniser = {
  name: "date",
  *triggers(lexicon: Lexicon) {
    for (const character of "0123456789〇零一二三四五六七八九十两几数百自元前头") yield character.charCodeAt(0);
    yield* lexicon.timeWords.byFirst.keys();
    yield* lexicon.namedTimes.byFirst.keys();
    yield* namedPeriodTriggers();
  },
  read(scan, at, { state, covered }: Surroundings) {
    const core = coreAt(scan, at, state);
    return core
      ? bounded(scan, core, {
          state,
          titled: covered.title > at,
          listed: isListed(scan, at, { state, end: covered.date }),
        })
      : null;
  },
};

function isListed({ text }: Scan, at: number, { state, end }: { state: DocumentState; end: number }): boolean {
  if (end === 0 || end !== at - 1 || state.goal === null || state.goal.paragraph !== state.paragraph) return false;
  const isLast = state.last === null || state.last.paragraph !== state.paragraph || state.goal.start > state.last.start;
  return isLast && "、和及".includes(text.charAt(at - 1));
}

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

function coreAt(scan: Scan, at: number, state: DocumentState): Core | null {
  const bits = classOf(scan.text.charCodeAt(at));
  if (bits & charClass.digit) return numeralCore(scan, at, state);
  const named = namedCore(scan, at, state);
  if (named) return named;
  if (bits & NUMERAL) {
    const figures = numeralCore(scan, at, state);
    if (figures) return figures;
  } else {
    const special = specialCore(scan, at, state);
    if (special) return special;
  }
  return wordCore(scan, at, state) ?? (bits & NUMERAL ? null : sinceSeveral(scan, at));
}

/** 自印发之日起, 元月25日, 前11个月: what begins with a character of its own. */
function specialCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const { text, sentence } = scan;
  switch (text.charAt(at)) {
    case "自":
      return fromEventCore(scan, at, state);
    case "元": {
      if (at > sentence.start && isAt(text, at - 1, NUMERAL)) return null;
      const date = writtenDate(dateText(scan), at);
      return date ? ranged(scan, at, { left: complete(scan, date, state), state }) : null;
    }
    case "前":
    case "头": {
      const date = monthsAfter(text, { year: null, month: null, day: null, part: null, end: at }, sentence.end);
      return date ? ranged(scan, at, { left: { ...complete(scan, date, state), class: "relative" }, state }) : null;
    }
    default:
      return null;
  }
}

/** 几年来 and 数年来 have no numeral in front. */
function sinceSeveral(scan: Scan, at: number): Core | null {
  const character = scan.text.charAt(at);
  return character === "几" || character === "数" ? sinceLengthCore(scan, at) : null;
}

/** Reads figures only from their first digit: 1.2018年, 第三月 and the 30日 of an impossible 2月30日 are no dates. */
function numeralCore(scan: Scan, at: number, state: DocumentState): Core | null {
  if (at > scan.sentence.start && goesOn(scan.text, at)) return null;
  const source = dateText(scan);
  const left = writtenDate(source, at);
  if (!left)
    return (
      quartersCore(scan, at, state) ?? pairCore(source, at) ?? decadeNumber(scan, at) ?? lengthCore(scan, at, state)
    );
  if (left.year === null && left.month === null && left.day === null) return null;
  if (left.month === null && left.part === null && left.year !== null && scan.text.charCodeAt(left.end) === 0x4ee3)
    return decadeCore(at, left);
  if (
    left.year === null &&
    left.day === null &&
    !isAt(scan.text, at, charClass.digit) &&
    notAfterMonth.has(scan.text.charAt(left.end))
  )
    return null;
  if (left.year === null && left.month === null && !isDayDate(scan, at, state)) {
    scan.trace?.refuse(scan, { start: at, end: left.end }, { by: "date", reason: "is-length" });
    return lengthCore(scan, at, state);
  }
  return ranged(scan, at, { left: complete(scan, left, state), state });
}

/** 三月三, 二月兰, 十月革命. */
const notAfterMonth = new Set("三兰革怀围红");

/** 一、二季度, 1-3季度 of the year in force. */
function quartersCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const date = quartersAfter(scan.text, { year: null, month: null, day: null, part: null, end: at }, scan.sentence.end);
  return date ? ranged(scan, at, { left: { ...complete(scan, date, state), class: "explicit" }, state }) : null;
}

const dateText = ({ text, sentence, lexicon }: Scan): DateText => ({
  text,
  limit: sentence.end,
  words: lexicon.timeWords,
});

/** 第一季度 and 三季度 begin with a numeral too: they are words of the table. */
function decadeNumber(scan: Scan, at: number): Core | null {
  if (classOf(scan.text.charCodeAt(at)) & charClass.hanDigit) return null;
  const period = namedPeriod(scan.text, at, scan.sentence.end);
  return period
    ? {
        ...undated(at, period.end, { class: "explicit", type: null }),
        interval: period.interval,
        precision: period.precision,
        moves: false,
      }
    : null;
}

function goesOn(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (isAt(text, at - 1, NUMERAL) || before === "." || before === "第") return true;
  return (
    (before === "年" || before === "月") &&
    isAt(text, at - 2, NUMERAL) &&
    !(classOf(text.charCodeAt(at)) & charClass.digit && text.charAt(at + 4) === "年")
  );
}

/** 1980年代. */
function decadeCore(start: number, { year, end }: WrittenDate): Core {
  const first = Math.floor((year ?? 0) / 10) * 10;
  const interval = { start: `${first}-01-01`, end: `${first + 9}-12-31` };
  return { ...undated(start, end + 1, { class: "explicit", type: null }), interval, precision: "multi-year" };
}

function pairCore(source: DateText, at: number): Core | null {
  const pair = yearPair(source, at);
  if (!pair) return null;
  const interval = { start: `${pair.from}-01-01`, end: `${pair.to}-12-31` };
  return { ...undated(at, pair.end, { class: "explicit", type: null }), interval, precision: "multi-year" };
}

const lengthCore = (scan: Scan, at: number, state: DocumentState): Core | null =>
  termCore(scan, at) ?? sinceLengthCore(scan, at) ?? countedCore(scan, at, state);

/** Words before a day's number that make it a length: 不少于30日, 连续10日, 提前5日. */
const lengthBefore = [
  "连续",
  "历时",
  "为期",
  "提前",
  "期限",
  "公示",
  "至少",
  "最多",
  "延长",
  "每隔",
  "试行",
  "第",
  "满",
  "逾",
  "前",
  "后",
  "共",
  "每",
  "超",
  "达",
];

/** 26日 by itself is a day where nothing measures; in Han numerals only after a date or under a heading that gives the month. */
function isDayDate(scan: Scan, at: number, state: DocumentState): boolean {
  const { text, sentence, lexicon } = scan;
  if (wordBefore(lexicon.comparators.before, text, at, sentence.start)) return false;
  if (lengthBefore.some((word) => at - word.length >= sentence.start && text.startsWith(word, at - word.length)))
    return false;
  if (classOf(text.charCodeAt(at)) & charClass.digit) return true;
  return (
    state.calendar.month !== null ||
    state.entry !== null ||
    (state.last !== null && state.last.paragraph === state.paragraph && state.last.month !== null)
  );
}

function namedCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const { text, sentence, lexicon } = scan;
  const period = namedPeriod(text, at, sentence.end);
  if (period) {
    const base = undated(at, period.end, { class: "explicit", type: null });
    return joined(scan, { ...base, interval: period.interval, precision: period.precision }, state);
  }
  const word = wordAt(lexicon.namedTimes, text, at, sentence.end);
  if (!word) return null;
  const end = afterWords.reduce(
    (here, written) => (text.startsWith(written, here) ? here + written.length : here),
    at + word.written.length,
  );
  const bound = boundAfter(text, end, sentence.end);
  const bounds = bound.type === "since" ? !text.startsWith("起", end) : bound.type === "deadline";
  if (!bounds || isAt(text, at - 1, NUMERAL)) return null;
  return { ...undated(at, end, { class: "explicit", type: null }), interval: word.value, precision: "day" };
}

/** What may stand between the name of a congress and 以来. */
const afterWords = ["召开", "胜利"];

/** “十一五”至“十三五”: a second period after a dash or 至. */
function joined(scan: Scan, left: Core, _state: DocumentState): Core {
  const connector = connectorLength(scan.text, left.end);
  if (connector === 0 || !left.interval) return left;
  const right = namedPeriod(scan.text, left.end + connector, scan.sentence.end);
  if (!right || right.interval.end < left.interval.start) return left;
  return {
    ...left,
    end: right.end,
    interval: { start: left.interval.start, end: right.interval.end },
    precision: "multi-year",
  };
}

function wordCore(scan: Scan, at: number, state: DocumentState): Core | null {
  const reading = wordReading(scan, at, state);
  if (!reading) return null;
  if (reading.kind === "core") return clocked(scan, reading.core);
  const { date, leansOn, moves, floating } = reading;
  const core = ranged(scan, at, { left: { date, leansOn, class: reading.class, floating }, state });
  if (!core) return undated(at, date.end, { class: "relative", type: "interval" });
  return { ...core, moves: core.moves && moves };
}

interface Completed {
  readonly date: WrittenDate;
  readonly leansOn: Core["leansOn"];
  readonly class: DateMention["class"];
  readonly floating: boolean;
}

/** Fills in year and month from the state. */
function complete(scan: Scan, date: WrittenDate, state: DocumentState): Completed {
  if (date.year !== null) return { date, leansOn: NO_LEANS, class: "explicit", floating: false };
  if (date.month === null && date.day !== null) {
    const here = state.last && state.last.month !== null && state.last.paragraph === state.paragraph;
    const month: Concluded<Point | null> = here ? sameDate(state) : thisMonth(state);
    const year = month.value?.year ?? null;
    const full = { ...date, year, month: month.value?.month ?? null };
    return { date: full, leansOn: month.leansOn, class: "explicit", floating: false };
  }
  const limits = boundAfter(scan.text, date.end, scan.sentence.end).type === "deadline";
  const year = limits ? yearOfLimit(state) : yearInForce(state, date.day !== null);
  const floating =
    isDocumentYear(year) || (limits && year.leansOn[0]?.on === "earlier-date" && year.value === state.day?.year);
  return { date: { ...date, year: year.value }, leansOn: year.leansOn, class: "explicit", floating };
}

/** Joins a second end when a dash, 至 or 到 and another date follow; it inherits what it leaves out. */
function ranged(scan: Scan, start: number, { left, state }: { left: Completed; state: DocumentState }): Core | null {
  const { text, sentence } = scan;
  const { date } = left;
  const interval = intervalOf(date);
  if (!interval && date.year !== null) {
    scan.trace?.refuse(scan, { start, end: date.end }, { by: "date", reason: "no-such-day" });
    return null;
  }
  const single: Core = {
    start,
    end: date.day === null ? date.end : clockEnd(text, date.end, sentence.end),
    interval,
    precision: interval ? precisionOf(date) : null,
    class: left.class,
    leansOn: interval ? left.leansOn : NO_LEANS,
    limit: endsTime(text, date),
    floating: left.floating,
    moves: interval !== null,
    type: null,
  };
  if (single.end >= sentence.end) return single;
  const comma = text.charCodeAt(single.end) === 0x3001;
  const fromHere = text.charAt(single.end) === "起" && connectorLength(text, single.end + 1) === 1 ? 1 : 0;
  const connector = comma ? 1 : fromHere + connectorLength(text, single.end + fromHere);
  if (connector === 0) return single;
  const right =
    writtenDate(dateText(scan), single.end + connector) ??
    (comma ? null : wordRight(scan, single.end + connector, state));
  if (!right) return single;
  const whole = inherited(date, right);
  if (!interval) return date.year === null && right.year === null && !comma ? { ...single, end: right.end } : single;
  const until = intervalOf(whole);
  if (!until || until.end < interval.start || (comma && !isNextDay(date, right))) return single;
  const end = whole.day === null ? right.end : clockEnd(text, right.end, sentence.end);
  return {
    ...single,
    end,
    interval: { start: interval.start, end: until.end },
    precision: rangePrecision(date, whole),
    limit: false,
    stretch: true,
  };
}

/** 25、26日 is one stretch: the first number has no unit of its own and the second follows it. */
const isNextDay = (left: WrittenDate, right: WrittenDate): boolean =>
  right.year === null &&
  (left.day === null
    ? left.month !== null && left.part === null && right.month === left.month + 1 && right.day === null
    : right.month === null && right.day === left.day + 1);

function wordRight(scan: Scan, at: number, state: DocumentState): WrittenDate | null {
  const reading = wordReading(scan, at, state);
  return reading?.kind === "date" && reading.date.year !== null ? reading.date : null;
}

const endsTime = (text: string, date: WrittenDate): boolean => {
  const last = text.charAt(date.end - 1);
  return date.day === null && (last === "底" || last === "末");
};

/** 当日上午9时. */
function clocked(scan: Scan, core: Core): Core {
  if (core.precision !== "day" || core.type === "since" || core.type === "deadline") return core;
  return { ...core, end: clockEnd(scan.text, core.end, scan.sentence.end) };
}
