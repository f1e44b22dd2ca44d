import type { Lean } from "../records/mention.ts";
import type { CalendarHeading } from "../text/outline-calendar.ts";
import type { Span } from "../text/span.ts";

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
  readonly paragraph: number;
}

/** 初态. State at the top of a document. */
export function initialState(day: Point | null): DocumentState {
  const calendar = { year: null, yearFrom: null, month: null, monthFrom: null };
  return { day, calendar, entry: null, previousEntry: null, last: null, paragraph: 0 };
}

/** 段首. Where a paragraph stands; `opens` when it begins something new, so that no entry before it reaches into it. */
export interface ParagraphStart {
  readonly index: number;
  readonly opens: boolean;
  readonly calendar: CalendarHeading;
}

/** 入段. State at the top of a paragraph; the date of the entry before stays at hand for 同日. */
export function enterParagraph(state: DocumentState, { index, opens, calendar }: ParagraphStart): DocumentState {
  const moved = { ...state, paragraph: index, calendar };
  return opens ? { ...moved, entry: null, previousEntry: state.entry ?? state.previousEntry } : moved;
}

/** 依据与值. A value concluded from the state and what it leaned on. */
export interface Concluded<T> {
  readonly value: T;
  readonly leansOn: readonly Lean[];
}

const NONE = { value: null, leansOn: [] } as const;

/**
 * 所属年. Year of a date written without one: the last date of the same paragraph, else the entry, else the heading, else
 * the document's own year, else the last date at all. Null where nothing says.
 */
export function yearInForce(state: DocumentState): Concluded<number | null> {
  const { last, entry, calendar, day } = state;
  if (last && last.paragraph === state.paragraph && last.year !== null)
    return fromAnchor(last.year, last, "earlier-date");
  if (entry && entry.year !== null) return fromAnchor(entry.year, entry, "entry-date");
  if (calendar.year !== null && calendar.yearFrom)
    return fromAnchor(calendar.year, calendar.yearFrom, calendar.yearFrom.on);
  if (day?.year) return { value: day.year, leansOn: [documentDay(day)] };
  if (last && last.year !== null) return fromAnchor(last.year, last, "earlier-date");
  return NONE;
}

/** 今年之年. Year that 今年 means: the entry's in a chronicle, else the document's own, else the headings'. */
export function thisYear(state: DocumentState): Concluded<number | null> {
  const { entry, day, calendar } = state;
  if (entry && entry.year !== null) return fromAnchor(entry.year, entry, "entry-date");
  if (day?.year) return { value: day.year, leansOn: [documentDay(day)] };
  if (calendar.year !== null && calendar.yearFrom)
    return fromAnchor(calendar.year, calendar.yearFrom, calendar.yearFrom.on);
  return NONE;
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
