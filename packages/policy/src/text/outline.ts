import type { Heading, Profile } from "../records/document-text.ts";
import { type CalendarHeading, calendarPoint, calendarsOf, leadsText } from "./outline-calendar.ts";
import { climb, type Step } from "./outline-ladder.ts";
import { type OutlineMark, outlineMark } from "./outline-marks.ts";
import { nestingOf } from "./outline-nesting.ts";
import type { Paragraph, Repaired } from "./repair.ts";
import { isDateLine } from "./repair/line-words.ts";
import { rawSpan, type View } from "./view.ts";

/** Level of a heading that neither the file nor a number ranks; bare years and months come after it. */
const BARE = 9;

/** 段落所处. What stands above a paragraph; a heading counts itself. */
export interface Standing {
  readonly headings: readonly Heading[];
  readonly calendar: CalendarHeading;
}

/**
 * 章节. For each paragraph, the headings above it and the year and month they put in force (`outline-calendar.ts`). Levels
 * are relative to what the document uses (`outline-ladder.ts`). A numbered sentence is no heading but closes those it
 * steps back over; a signature, with its date before the next part, heads nothing.
 */
export function outlineOf(repaired: Repaired, profile: Profile): readonly Standing[] {
  const { paragraphs } = repaired;
  const steps = stepsOf(repaired, profile);
  const marks = steps.flatMap((step) => (step?.kind === "numbered" ? [step.mark] : []));
  const ladders = climb(
    steps.filter((step) => step !== null),
    nestingOf(marks),
  );
  const calendars = calendarsOf(repaired, profile);
  let taken = 0;
  return paragraphs.map((_, index) => {
    if (steps[index]) taken += 1;
    const [headings, calendar] = [ladders[taken - 1] ?? [], calendars[index]];
    if (!calendar) throw new Error(`Paragraph ${index} has no calendar: expected one for each of ${paragraphs.length}`);
    return { headings, calendar };
  });
}

/**
 * What each paragraph is to the ladder; null for text that neither heads nor counts. Of the bare headings at the top one
 * is the title; what stands before it (name of the issuing body, number) heads nothing.
 */
function stepsOf({ view, paragraphs }: Repaired, profile: Profile): readonly (Step | null)[] {
  const steps = paragraphs.map((paragraph, index) =>
    paragraph.kind === "heading" ? headingStep(view, paragraphs, index) : proseStep(view, paragraph),
  );
  const title = titleAmong(steps.slice(0, headOf(steps, { view, paragraphs })), profile);
  return steps.map((step, index) => {
    if (step?.kind !== "bare" || index > title) return step;
    return index < title ? null : { ...step, isTitle: true };
  });
}

/** How many paragraphs stand before the first sentence, entry or ranked part. */
function headOf(steps: readonly (Step | null)[], { view, paragraphs }: Pick<Repaired, "view" | "paragraphs">): number {
  const head = paragraphs.findIndex((paragraph, index) => {
    const step = steps[index];
    return step ? step.kind !== "bare" : paragraph.kind === "entry" || isSentence(view, paragraph);
  });
  return head < 0 ? paragraphs.length : head;
}

/** The bare heading that the profile takes for the title, else the first; -1 when there is none. */
function titleAmong(steps: readonly (Step | null)[], { title }: Profile): number {
  const named = steps.findIndex((step) => step?.kind === "bare" && step.heading.start === title?.start);
  return named >= 0 ? named : steps.findIndex((step) => step?.kind === "bare");
}

const isSentence = (view: View, { kind, start, end }: Paragraph): boolean =>
  kind === "prose" && /[。；]/u.test(view.folded.slice(start, end));

function headingStep(view: View, paragraphs: readonly Paragraph[], index: number): Step | null {
  const paragraph = paragraphs[index];
  if (!paragraph) return null;
  if (paragraphs[index + 1]?.kind === "contents") return { kind: "contents" };
  const heading = { level: 1, text: view.text.slice(paragraph.start, paragraph.end), ...rawSpan(view, paragraph) };
  const point = calendarPoint(view, paragraph);
  if (point) {
    return leadsText(paragraphs, index) ? { kind: "calendar", rank: point.month === null ? 0 : 1, heading } : null;
  }
  const mark = markOf(view, paragraph);
  const fileLevel =
    paragraph.level > 0 && paragraph.level < BARE && paragraph.level !== mark?.level ? paragraph.level : null;
  if (mark) return { kind: "numbered", mark, fileLevel, heading };
  if (fileLevel !== null) return { kind: "ranked", fileLevel, heading };
  return isSignature(view, paragraphs, index) ? null : { kind: "bare", isTitle: false, heading };
}

/** The number at the beginning of a sentence, or the mark of an article (第一条), which heads its own paragraph. */
function proseStep(view: View, paragraph: Paragraph): Step | null {
  const mark = paragraph.kind === "prose" ? markOf(view, paragraph) : null;
  if (!mark) return null;
  const span = { start: paragraph.start, end: paragraph.start + mark.length };
  const heading = { level: 1, text: view.text.slice(span.start, span.end), ...rawSpan(view, span) };
  return { kind: "numbered", mark, fileLevel: null, heading: mark.standsAlone ? heading : null };
}

/** Read from the stored text, where the space of `1.1 目的` still stands; its length counts in the view. */
function markOf(view: View, { start, end }: Paragraph): OutlineMark | null {
  const first = view.raw[start] ?? 0;
  const found = outlineMark(view.stored.slice(first, Math.min(first + 16, (view.raw[end - 1] ?? first) + 1)));
  if (!found) return null;
  let length = 0;
  while (start + length < end && (view.raw[start + length] ?? 0) < first + found.length) length += 1;
  return { ...found, length };
}

// 编者                       near miss: a heading, its date and then text
// 2018年2月      then a heading, a contents page or the end
function isSignature(view: View, paragraphs: readonly Paragraph[], index: number): boolean {
  const [date, after] = paragraphs.slice(index + 1, index + 6).filter(({ kind }) => kind !== "furniture");
  if (!date || !isDateLine(view.folded.slice(date.start, date.end))) return false;
  return after === undefined || after.kind === "contents" || after.kind === "heading";
}
