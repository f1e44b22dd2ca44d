import type { Profile } from "../records/document-text.ts";
import type { Paragraph, Repaired } from "./repair.ts";
import { readNumeral } from "./numeral.ts";
import type { Span } from "./span.ts";
import { rawSpan, type View } from "./view.ts";

/** 所据. Words that fix a year or month for the text below them; offsets raw. */
export interface CalendarSource extends Span {
  readonly on: "heading" | "coverage" | "contents";
  readonly text: string;
}

/** 在效年月. Year and month that headings put in force for a paragraph, each with the words it rests on. */
export interface CalendarHeading {
  readonly year: number | null;
  readonly yearFrom: CalendarSource | null;
  readonly month: number | null;
  readonly monthFrom: CalendarSource | null;
}

const NOTHING: CalendarHeading = { year: null, yearFrom: null, month: null, monthFrom: null };

/**
 * 年月标题. For each paragraph the year and month that headings above it put in force. A month heading without a year takes
 * the year heading above it; where none stands, the first year that the title's coverage or the contents page names, one
 * more each time the months start over.
 */
export function calendarsOf(repaired: Repaired, profile: Profile): readonly CalendarHeading[] {
  const { view, paragraphs } = repaired;
  const inferred = firstYear(repaired, profile);
  let calendar = NOTHING;
  return paragraphs.map((paragraph, index) => {
    const point = paragraph.kind === "heading" ? calendarPoint(view, paragraph) : null;
    if (point && leadsText(paragraphs, index)) calendar = advance(calendar, point, inferred);
    return calendar;
  });
}

/** 年月. What a calendar heading says. */
export interface CalendarPoint {
  readonly year: number | null;
  readonly month: number | null;
  readonly from: CalendarSource;
}

const hanMonths = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
// 2014年      2月      2014年2月      near miss: 2月工作要点
const pattern =
  /^(?:(?<year>(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年)?(?:(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?$/u;

/** 年月点. Year or month that a heading names and nothing else; null for any other paragraph. */
export function calendarPoint(view: View, paragraph: Paragraph): CalendarPoint | null {
  if (paragraph.end - paragraph.start > 10) return null;
  const parts = pattern.exec(view.folded.slice(paragraph.start, paragraph.end))?.groups;
  if (!parts || (!parts.year && !parts.month)) return null;
  const month = parts.month ? hanMonths.indexOf(parts.month) + 1 || Number(parts.month) : null;
  if (month !== null && !(month >= 1 && month <= 12)) return null;
  const from = {
    on: "heading",
    text: view.text.slice(paragraph.start, paragraph.end),
    ...rawSpan(view, paragraph),
  } as const;
  return { year: parts.year ? (readNumeral(parts.year, 0, parts.year.length)?.value ?? null) : null, month, from };
}

/** 领起正文. A signature's date stands before a heading, a contents page or the end; a calendar heading stands before text. */
export function leadsText(paragraphs: readonly Paragraph[], index: number): boolean {
  const next = paragraphs.slice(index + 1, index + 4).find(({ kind }) => kind !== "furniture");
  return (
    next !== undefined &&
    (next.kind === "prose" || next.kind === "entry" || (next.kind === "heading" && next.level >= 9))
  );
}

interface InferredYear {
  readonly year: number;
  readonly from: CalendarSource;
}

function advance(calendar: CalendarHeading, point: CalendarPoint, inferred: InferredYear | null): CalendarHeading {
  const month = { month: point.month, monthFrom: point.month === null ? null : point.from };
  if (point.year !== null) return { year: point.year, yearFrom: point.from, ...month };
  if (calendar.year === null) return { year: inferred?.year ?? null, yearFrom: inferred?.from ?? null, ...month };
  const startsOver = calendar.yearFrom?.on !== "heading" && point.month !== null && point.month < (calendar.month ?? 0);
  return { year: calendar.year + (startsOver ? 1 : 0), yearFrom: calendar.yearFrom, ...month };
}

function firstYear({ view, paragraphs }: Repaired, { coverage }: Profile): InferredYear | null {
  if (coverage) {
    const { start, end } = coverage;
    return {
      year: Number(coverage.from.slice(0, 4)),
      from: { on: "coverage", text: view.stored.slice(start, end), start, end },
    };
  }
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== "contents") continue;
    const year = /^((?:19|20)\d\d)\s*年/u.exec(view.folded.slice(paragraph.start, paragraph.end))?.[1];
    if (!year) continue;
    const text = view.text.slice(paragraph.start, paragraph.end);
    return { year: Number(year), from: { on: "contents", text, ...rawSpan(view, paragraph) } };
  }
  return null;
}
