import { charClass, isAt } from "../text/char-class.ts";
import { boundAfter } from "./date-bound.ts";
import { type Core, NO_LEANS, undated } from "./date-core.ts";
import {
  addDays,
  type Interval,
  intervalOf,
  isoDay,
  type Part,
  precisionOf,
  shiftYears,
  weekOf,
  type WrittenDate,
} from "./date-interval.ts";
import { reachCore } from "./date-length.ts";
import { edgeOf, restOfYear, writtenDate } from "./date-written.ts";
import {
  type Anchor,
  type Concluded,
  type DocumentState,
  nearestDate,
  ownDay,
  type Point,
  sameDate,
  thisMonth,
  thisYear,
  yearInForce,
  yearOfLimit,
} from "./document-state.ts";
import type { Scan } from "./scan.ts";
import type { TimeMeaning } from "./time-word.ts";
import { type Word, wordAt } from "./word-table.ts";

/** 词读成. What a word of time says: a date that goes on as a written one does, or a finished core. */
export type WordReading =
  | {
      readonly kind: "date";
      readonly date: WrittenDate;
      readonly leansOn: Core["leansOn"];
      readonly moves: boolean;
      readonly floating: boolean;
      readonly class: Core["class"];
    }
  | { readonly kind: "core"; readonly core: Core };

/** 词时. Reads a word of time and what may follow it: 今年上半年, 明年9月, 同年8月, 本月20日, 次日, 近五年, 目前, 每年11月底. */
export function wordReading(scan: Scan, at: number, state: DocumentState): WordReading | null {
  const word = wordAt(scan.lexicon.timeWords, scan.text, at, scan.sentence.end);
  if (!word || isInsideWord(scan, at, word)) return null;
  const { value } = word;
  const end = at + word.written.length;
  switch (value.unit) {
    case "year":
      return samePeriod(at, end, { word, state }) ?? yearWord(scan, end, { meaning: value, state });
    case "part":
      return partWord(scan, at, { word, state });
    case "month":
      return monthWord(scan, end, { meaning: value, state });
    case "quarter":
      return quarterWord(end, value, state);
    case "days":
      return daysWord(end, value, state);
    case "day":
      return core(dayWord(at, end, { meaning: value, state }));
    case "week":
      return core(weekWord(at, end, { by: value.by, state }));
    case "feast":
      return feastWord(scan, end, { meaning: value, state });
    case "then":
      return core(thenWord(at, end, { state, isThen: word.written !== "同期" }));
    case "set":
      return core(setWord(scan, at, end));
    case "length":
      return lengthWord(scan, at, { end, state });
    case "vague":
      return core(undated(at, end, { class: "vague", type: value.type }));
  }
}

const core = (one: Core | null): WordReading | null => (one ? { kind: "core", core: one } : null);

/** 今年 of 当今年轻人 is no date: a word's neighbours may make it another. */
function isInsideWord({ text, sentence }: Scan, at: number, { written, value }: Word<TimeMeaning>): boolean {
  if (value.notAfter !== "" && at > sentence.start && value.notAfter.includes(text.charAt(at - 1))) return true;
  const end = at + written.length;
  return value.notBefore !== "" && end < sentence.end && value.notBefore.includes(text.charAt(end));
}

function lengthWord(scan: Scan, at: number, { end, state }: { end: number; state: DocumentState }): WordReading | null {
  const reach = reachCore(scan, at, end);
  if (reach) return { kind: "core", core: headed(scan, reach, state) };
  return standsAlone.has(scan.text.slice(at, end)) && isAdverb(scan, at, end)
    ? core(undated(at, end, { class: "vague", type: "interval" }))
    : null;
}

/** 未来 names a time where it begins a clause or a comma follows; 面向未来 and 未来感 speak of no time. */
function isAdverb({ text, sentence }: Scan, at: number, end: number): boolean {
  const opens =
    at === sentence.start || !isAt(text, at - 1, charClass.han) || "在于是对为".includes(text.charAt(at - 1));
  return opens && (end >= sentence.end || !"感图性之科产城".includes(text.charAt(end)));
}

/** 一、过去一年的工作: early in a year, a heading that speaks of the year gone by means the calendar year before. */
function headed({ paragraph, text }: Scan, reach: Core, { day }: DocumentState): Core {
  if (paragraph.kind !== "heading" || day?.year == null || day.month === null || day.month > 6) return reach;
  if (!pastYears.has(text.slice(reach.start, reach.end))) return reach;
  const year = day.year - 1;
  const leansOn = [{ on: "document-day", text: String(day.year), start: null, end: null }] as const;
  const interval = { start: isoDay(year, 1, 1), end: isoDay(year, 12, 31) };
  return { ...reach, interval, precision: "year", class: "relative", type: "duration", leansOn, moves: true };
}

const pastYears = new Set(["过去一年", "过去的一年", "过去1年"]);

/** Words that may have a length after them and mean something without. */
const standsAlone = new Set(["未来", "今后"]);

/** 上年同期 of 1—7月 are those months of the year before, of a whole year that year. */
function samePeriod(
  start: number,
  end: number,
  { word, state }: { word: Word<TimeMeaning>; state: DocumentState },
): WordReading | null {
  const { last, paragraph } = state;
  if (
    !word.written.endsWith("同期") ||
    last?.paragraph !== paragraph ||
    last.days.end.slice(0, 4) !== last.days.start.slice(0, 4)
  )
    return null;
  const isWhole = last.days.start.endsWith("-01-01") && last.days.end.endsWith("-12-31");
  if (isWhole || last.days.start === last.days.end) return null;
  const interval = shiftYears(last.days, word.value.by);
  const leansOn = [{ on: "earlier-date", text: last.text, start: last.start, end: last.end }] as const;
  return {
    kind: "core",
    core: { ...undated(start, end, { class: "relative", type: "interval" }), interval, precision: "month", leansOn },
  };
}

function yearMeant({ from, by }: TimeMeaning, state: DocumentState): Concluded<number | null> {
  if (from === "same") {
    const { last, calendar, paragraph } = state;
    if (calendar.year !== null && last?.paragraph !== paragraph) return yearInForce(state);
    const same = sameDate(state);
    return { value: same.value?.year ?? null, leansOn: same.leansOn };
  }
  const year = from === "text" ? yearInForce(state) : thisYear(state);
  return { ...year, value: year.value === null ? null : year.value + by };
}

function yearWord(
  scan: Scan,
  end: number,
  { meaning, state }: { meaning: TimeMeaning; state: DocumentState },
): WordReading {
  const year = yearMeant(meaning, state);
  const source = { text: scan.text, limit: scan.sentence.end, words: scan.lexicon.timeWords };
  const date = restOfYear(source, year.value, end);
  const moves = !(meaning.from === "text" && meaning.by < 0);
  return { kind: "date", date, leansOn: year.leansOn, moves, floating: false, class: "relative" };
}

/** 国庆节前, 元旦期间: a feast is a date only where something is bounded by it. */
function feastWord(scan: Scan, end: number, { meaning, state }: WordPlace): WordReading | null {
  if (boundAfter(scan.text, end, scan.sentence.end).length === 0) return null;
  const year = yearOfLimit(state);
  const date: WrittenDate = { year: year.value, month: meaning.first, day: meaning.last, part: null, end };
  return { kind: "date", date, leansOn: year.leansOn, moves: false, floating: isDocumentYear(year), class: "relative" };
}

const bare = (end: number): WrittenDate => ({ year: null, month: null, day: null, part: null, end });

/** 上半年 and 年底 alone are of the year in force; 三季度 says as much as 3月 does. */
function partWord(
  scan: Scan,
  at: number,
  { word, state }: { word: Word<TimeMeaning>; state: DocumentState },
): WordReading | null {
  const { first, last } = word.value;
  if (at > scan.sentence.start && isAt(scan.text, at - 1, charClass.digit)) return null;
  const edge = edgeOf(scan.text, at + word.written.length, word.value);
  const end = at + word.written.length + (edge === word.value ? 0 : 1);
  const part: Part = { of: "year", first: edge.first, last: edge.last };
  const isQuarter = last - first === 2;
  const year =
    last === 12 && first === 12
      ? yearOfLimit(state)
      : isQuarter && scan.text.charAt(end) === "前"
        ? yearOfLimit(state)
        : yearOfPart(state, part);
  const date = { ...bare(end), year: year.value, part };
  return {
    kind: "date",
    date,
    leansOn: year.leansOn,
    moves: false,
    floating: isDocumentYear(year),
    class: isQuarter ? "explicit" : "relative",
  };
}

/** Early in a year, a whole year that is over is the year before, when the text has just spoken of it. */
function yearOfPart(state: DocumentState, { first, last }: Part): Concluded<number | null> {
  const year = yearInForce(state);
  const { day, last: spoken } = state;
  const isWhole = first === 1 && last === 12;
  if (!isWhole || !isDocumentYear(year) || day?.month == null || day.month > 4 || spoken?.year == null) return year;
  if (spoken.year + 1 !== day.year) return year;
  return {
    value: spoken.year,
    leansOn: [{ on: "earlier-date", text: spoken.text, start: spoken.start, end: spoken.end }],
  };
}

/** 文年. Whether a year was concluded from the document's own day only. */
export const isDocumentYear = ({ leansOn }: Concluded<unknown>): boolean => leansOn[0]?.on === "document-day";

function monthMeant({ from, by }: TimeMeaning, state: DocumentState): Concluded<Point | null> {
  if (from === "document" && by === 0) return thisMonth(state);
  const known: Concluded<Anchor | Point | null> = from === "document" ? thisMonth(state) : sameDate(state);
  const { year = null, month = null } = known.value ?? {};
  if (year === null || month === null) return { value: null, leansOn: known.leansOn };
  const index = year * 12 + month - 1 + by;
  return { value: { year: Math.floor(index / 12), month: (index % 12) + 1, day: null }, leansOn: known.leansOn };
}

/** 本月20日, 同月上旬: the day that follows a month by word lies in that month. */
function monthWord(
  scan: Scan,
  end: number,
  { meaning, state }: { meaning: TimeMeaning; state: DocumentState },
): WordReading {
  const month = monthMeant(meaning, state);
  if (month.value?.month == null) {
    const open = { ...bare(end), end: withDay(scan, bare(end)).end };
    return { kind: "date", date: open, leansOn: NO_LEANS, moves: false, floating: false, class: "relative" };
  }
  const date: WrittenDate = { ...bare(end), year: month.value.year, month: month.value.month };
  const narrowed = withDay(scan, date);
  return { kind: "date", date: narrowed, leansOn: month.leansOn, moves: true, floating: false, class: "relative" };
}

function withDay(scan: Scan, date: WrittenDate): WrittenDate {
  const source = { text: scan.text, limit: scan.sentence.end, words: scan.lexicon.timeWords };
  const right = writtenDate(source, date.end);
  if (right && right.year === null && right.month === null && right.day !== null) {
    const full = { ...date, day: right.day, end: right.end };
    return date.month === null || intervalOf(full) ? full : date;
  }
  const word = wordAt(scan.lexicon.timeWords, scan.text, date.end, scan.sentence.end);
  if (word?.value.unit === "days")
    return {
      ...date,
      part: { of: "month", first: word.value.first, last: word.value.last },
      end: date.end + word.written.length,
    };
  const edge = "底末".includes(scan.text.charAt(date.end) || " ") ? 21 : scan.text.charAt(date.end) === "初" ? 1 : 0;
  return edge > 0
    ? { ...date, part: { of: "month", first: edge, last: edge === 1 ? 10 : 31 }, end: date.end + 1 }
    : date;
}

function quarterWord(end: number, { by }: TimeMeaning, state: DocumentState): WordReading {
  const month = thisMonth(state);
  const { year = null, month: number = null } = month.value ?? {};
  if (year === null || number === null)
    return { kind: "date", date: bare(end), leansOn: NO_LEANS, moves: false, floating: false, class: "relative" };
  const index = year * 4 + Math.floor((number - 1) / 3) + by;
  const first = (index % 4) * 3 + 1;
  const date: WrittenDate = { ...bare(end), year: Math.floor(index / 4), part: { of: "year", first, last: first + 2 } };
  return { kind: "date", date, leansOn: month.leansOn, moves: true, floating: false, class: "relative" };
}

/** 上旬 and 月底 alone are those of the month in force. */
function daysWord(end: number, { first, last }: TimeMeaning, state: DocumentState): WordReading {
  const here =
    state.last && state.last.paragraph === state.paragraph && state.last.month !== null
      ? sameDate(state)
      : thisMonth(state);
  const { year = null, month = null } = here.value ?? {};
  const date: WrittenDate = { ...bare(end), year, month, part: { of: "month", first, last } };
  return {
    kind: "date",
    date: month === null ? bare(end) : date,
    leansOn: month === null ? NO_LEANS : here.leansOn,
    moves: false,
    floating: false,
    class: "relative",
  };
}

interface WordPlace {
  readonly meaning: TimeMeaning;
  readonly state: DocumentState;
}

/** 今天 is the document's day, 同日 the day spoken of last, 次日 the one after it. */
function dayWord(start: number, end: number, { meaning, state }: WordPlace): Core {
  const none = undated(start, end, { class: "relative", type: "interval" });
  if (meaning.from === "document") {
    const day = ownDay(state);
    if (day.value === null) return none;
    const that = addDays(day.value, meaning.by);
    return { ...none, interval: { start: that, end: that }, precision: "day", leansOn: day.leansOn, moves: true };
  }
  const same = sameDate(state);
  if (same.value?.day == null) return meaning.from === "same" ? none : { ...none, class: "vague" };
  const interval = anchorInterval(same.value);
  if (!interval) return none;
  if (meaning.from === "same") return { ...none, interval, precision: "day", leansOn: same.leansOn, moves: true };
  const that = addDays(meaning.by > 0 ? interval.end : interval.start, meaning.by);
  return { ...none, interval: { start: that, end: that }, precision: "day", leansOn: same.leansOn, moves: true };
}

function anchorInterval({ year, month, day, last }: Anchor): Interval | null {
  const from = intervalOf({ year, month, day, part: null, end: 0 });
  const to = intervalOf({ ...last, part: null, end: 0 });
  return from && to ? { start: from.start, end: to.end } : from;
}

function weekWord(start: number, end: number, { by, state }: { by: number; state: DocumentState }): Core {
  const none = undated(start, end, { class: "relative", type: "interval" });
  const day = ownDay(state);
  return day.value === null
    ? none
    : { ...none, interval: weekOf(day.value, by), precision: "day", leansOn: day.leansOn };
}

/** 届时 and 同期 are the time that the paragraph spoke of last. */
function thenWord(
  start: number,
  end: number,
  { state, isThen }: { state: DocumentState; isThen: boolean },
): Core | null {
  const then = nearestDate(state);
  const interval = then.value ? anchorInterval(then.value) : null;
  if (!then.value || !interval) return isThen ? undated(start, end, { class: "vague", type: "interval" }) : null;
  const { year, month, day } = then.value;
  const precision = precisionOf({ year, month, day, part: null, end: 0 });
  return {
    ...undated(start, end, { class: "relative", type: "interval" }),
    interval,
    precision,
    leansOn: then.leansOn,
  };
}

/** 每年, 每年11月底, 每月10日: comes round again and fixes no day. */
function setWord(scan: Scan, start: number, end: number): Core {
  const { text } = scan;
  const source = { text: scan.text, limit: scan.sentence.end, words: scan.lexicon.timeWords };
  const right = writtenDate(source, text.charCodeAt(end) === 32 ? end + 1 : end);
  const word = right ? null : wordAt(scan.lexicon.timeWords, scan.text, end, scan.sentence.end);
  const ends =
    right && right.year === null
      ? right.end
      : word && (word.value.unit === "part" || word.value.unit === "days")
        ? end + word.written.length
        : end;
  return undated(start, ends, { class: "explicit", type: "set" });
}

/** 日串. `YYYY-MM-DD` of a point that is known to the day, its last day where it is not; null without a year. */
export function lastDayOf(point: Point | null): string | null {
  if (point?.year == null) return null;
  return isoDay(point.year, point.month ?? 12, point.day ?? 31);
}
