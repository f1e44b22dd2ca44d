import type { Lean } from "../records/mention.ts";
import type { CalendarHeading } from "../text/outline-calendar.ts";
import type { Span } from "../text/span.ts";
import { type Interval, intervalOf } from "./date-interval.ts";

/** 日子. A calendar point known to the year, month or day. */
export interface Point {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** 锚. A date already read, and the words it was read from (offsets raw). */
export interface Anchor extends Point, Span {
  readonly text: string;
  readonly last: Point;
  readonly paragraph: number;
  /** What it may serve later: any date, the whole year that a heading may put in force, or a limit. */
  readonly use: "date" | "year" | "goal";
  /** Its days. */
  readonly days: Interval;
}

/**
 * 文内状态. What a relative expression may lean on while a document is read from top to bottom: the document's own day,
 * the year and month of the headings, the date of the chronicle entry and of the one before, the last date read.
 */
export interface DocumentState {
  readonly day: Point | null;
  readonly calendar: CalendarHeading;
  readonly entry: Anchor | null;
  readonly previousEntry: Anchor | null;
  readonly last: Anchor | null;
  /** The last limit read (2025年6月底前), which a limit without a year leans on. */
  readonly goal: Anchor | null;
  /** The one year that the document's title names: of a 2018年统计公报 it is 2018, whatever its own day. */
  readonly subject: Anchor | null;
  /** The one year that a heading above names (一、2018年工作回顾), and the level of that heading. */
  readonly section: Anchor | null;
  readonly sectionLevel: number;
  readonly paragraph: number;
}

/** 初态. State at the top of a document. */
export function initialState(day: Point | null): DocumentState {
  const calendar = { year: null, yearFrom: null, month: null, monthFrom: null };
  return {
    day,
    calendar,
    entry: null,
    previousEntry: null,
    last: null,
    goal: null,
    subject: null,
    section: null,
    sectionLevel: 0,
    paragraph: 0,
  };
}

/**
 * 段首. Where a paragraph stands; `opens` when it begins something new, so that no entry before it reaches into it; `level`
 * of a heading, null for any other paragraph.
 */
export interface ParagraphStart {
  readonly index: number;
  readonly opens: boolean;
  readonly level: number | null;
  readonly calendar: CalendarHeading;
}

/** 入段. State at the top of a paragraph; the date of the entry before stays at hand for 同日. */
export function enterParagraph(state: DocumentState, { index, opens, level, calendar }: ParagraphStart): DocumentState {
  const leaves = level !== null && level <= state.sectionLevel;
  const moved = { ...state, paragraph: index, calendar, section: leaves ? null : state.section };
  return opens ? { ...moved, entry: null, previousEntry: state.entry ?? state.previousEntry } : moved;
}

/** 依据与值. A value concluded from the state and what it leaned on. */
export interface Concluded<T> {
  readonly value: T;
  readonly leansOn: readonly Lean[];
}

const NONE = { value: null, leansOn: [] } as const;

/** Paragraphs at the top of a document among which its title stands. */
const HEAD = 4;

/** 读后. State after a date: it becomes the last one, dates the entry whose marker it is, names the year of a heading. */
export function afterDate(state: DocumentState, { anchor, at, marker, level }: DateRead): DocumentState {
  if (!anchor) return state;
  if (anchor.use === "goal") return { ...state, goal: anchor };
  const entry = marker === at ? anchor : state.entry;
  if (level === null || anchor.use !== "year" || anchor.year === null) return { ...state, last: anchor, entry };
  if (state.paragraph < HEAD) {
    const titled = state.subject;
    if (titled === null) return { ...state, last: anchor, entry, subject: anchor };
    if (titled.paragraph === state.paragraph && titled.year !== anchor.year)
      return { ...state, last: anchor, entry, subject: { ...titled, year: null } };
  }
  return { ...state, last: anchor, entry, section: anchor, sectionLevel: level };
}

/** 读到的日期. The anchor a date leaves, where it stands, where the marker of its entry stands, the level of its heading. */
export interface DateRead {
  readonly anchor: Anchor | null;
  readonly at: number;
  readonly marker: number | null;
  readonly level: number | null;
}

/**
 * 所属年. Year of a date written without one: the last date of the same paragraph, else the entry, the calendar heading,
 * the year of the section, that of the title, the document's own, the last date at all. Null where nothing says.
 */
export function yearInForce(state: DocumentState, ofDay = false): Concluded<number | null> {
  const { last, entry, calendar, section } = state;
  if (last && last.paragraph === state.paragraph && last.year !== null)
    return fromAnchor(last.year, last, "earlier-date");
  if (entry && entry.year !== null) return fromAnchor(entry.year, entry, "entry-date");
  if (calendar.year !== null && calendar.yearFrom)
    return fromAnchor(calendar.year, calendar.yearFrom, calendar.yearFrom.on);
  if (section && section.year !== null) return fromAnchor(section.year, section, "heading");
  return yearOfDocument(state, ofDay);
}

/** A report may come out this many years after the one its title names. */
const BEHIND = 3;

/** Paragraphs over which a text without a day of its own goes on telling of the year it named last. */
const TOLD = 6;

/**
 * Year of the title where it lies beside the document's own day, else that day's, else the last one read. Where only the
 * year is known, and that from what the text tells, what it told right before counts first; but a day (`ofDay`) opens a
 * scene of its own.
 */
function yearOfDocument({ subject, day, last, paragraph }: DocumentState, ofDay: boolean): Concluded<number | null> {
  const own = day?.year ?? null;
  const titled = subject?.year ?? null;
  if (subject && titled !== null && (own === null || (titled <= own + 1 && titled >= own - BEHIND)))
    return fromAnchor(titled, subject, "heading");
  if (!ofDay && last && last.year !== null && day?.month === null && paragraph - last.paragraph <= TOLD)
    return fromAnchor(last.year, last, "earlier-date");
  if (day && own !== null) return { value: own, leansOn: [documentDay(day)] };
  return last && last.year !== null ? fromAnchor(last.year, last, "earlier-date") : NONE;
}

/** 时限之年. Year of a limit written without one: as of any date, but the limit before it counts before the document's. */
export function yearOfLimit(state: DocumentState): Concluded<number | null> {
  const { goal, last } = state;
  const isNear = goal !== null && (last === null || goal.start > last.start || last.paragraph !== state.paragraph);
  if (goal && isNear && goal.year !== null && state.paragraph - goal.paragraph <= NEAR)
    return fromAnchor(goal.year, goal, "earlier-date");
  return yearInForce(state);
}

/** Paragraphs over which the limits of a list of tasks hang together. */
const NEAR = 3;

/** 今年之年. Year that 今年 means: the entry's in a chronicle, else the document's own, else the headings'. */
export function thisYear(state: DocumentState): Concluded<number | null> {
  const { entry, day, calendar, subject, section } = state;
  if (entry && entry.year !== null) return fromAnchor(entry.year, entry, "entry-date");
  if (day?.year) return { value: day.year, leansOn: [documentDay(day)] };
  if (calendar.year !== null && calendar.yearFrom)
    return fromAnchor(calendar.year, calendar.yearFrom, calendar.yearFrom.on);
  if (section && section.year !== null) return fromAnchor(section.year, section, "heading");
  return subject && subject.year !== null ? fromAnchor(subject.year, subject, "heading") : NONE;
}

/** 本月之月. Month that 本月 means: the headings' in a chronicle, else the entry's, else the document's own. */
export function thisMonth(state: DocumentState): Concluded<Point | null> {
  const { calendar, entry, day } = state;
  if (calendar.year !== null && calendar.month !== null && calendar.yearFrom && calendar.monthFrom) {
    const value = { year: calendar.year, month: calendar.month, day: null };
    return { value, leansOn: [lean(calendar.yearFrom, calendar.yearFrom.on), lean(calendar.monthFrom, "heading")] };
  }
  if (entry && entry.month !== null)
    return fromAnchor({ year: entry.year, month: entry.month, day: null }, entry, "entry-date");
  if (day?.month) return { value: { year: day.year, month: day.month, day: null }, leansOn: [documentDay(day)] };
  return NONE;
}

/**
 * 同日之日. Date that 同日, 同月 and 同年 repeat: the last one of the paragraph, else its entry's, else (at the marker of an
 * entry) the entry before, else the last one at all. Null where there is none.
 */
export function sameDate({ last, entry, previousEntry, paragraph }: DocumentState): Concluded<Anchor | null> {
  if (last && last.paragraph === paragraph) return fromAnchor(last, last, "earlier-date");
  if (entry) return fromAnchor(entry, entry, "entry-date");
  if (previousEntry) return fromAnchor(previousEntry, previousEntry, "entry-date");
  return last ? fromAnchor(last, last, "earlier-date") : NONE;
}

function fromAnchor<T>(value: T, source: Span & { readonly text: string }, on: Lean["on"]): Concluded<T> {
  return { value, leansOn: [lean(source, on)] };
}

function lean({ text, start, end }: Span & { readonly text: string }, on: Lean["on"]): Lean {
  return { on, text, start, end };
}

function documentDay({ year, month, day }: Point): Lean {
  const parts = [year, month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, "0"));
  return { on: "document-day", text: parts.join("-"), start: null, end: null };
}

/** 文件日. The document's own day where it is known to the day, `YYYY-MM-DD`; null otherwise. */
export function ownDay({ day }: DocumentState): Concluded<string | null> {
  if (day?.year == null || day.month === null || day.day === null) return NONE;
  const known = intervalOf({ ...day, part: null, end: 0 });
  return known ? { value: known.start, leansOn: [documentDay(day)] } : NONE;
}

/** 段内前一日期. The last date read in the same paragraph, a limit among them; null when none was. */
export function nearestDate({ last, goal, paragraph }: DocumentState): Concluded<Anchor | null> {
  const here = last && last.paragraph === paragraph ? last : null;
  const limit = goal && goal.paragraph === paragraph ? goal : null;
  const nearest = here && limit ? (limit.start > here.start ? limit : here) : (here ?? limit);
  return nearest ? fromAnchor(nearest, nearest, "earlier-date") : NONE;
}
