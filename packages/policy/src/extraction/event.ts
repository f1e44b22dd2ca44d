import type { Diagnostic } from "../records/document-text.ts";
import type { DateMention } from "../records/mention.ts";
import type { EventReading } from "../records/reading.ts";
import type { Located } from "../mention/scan.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { endsThought } from "../text/repair/line-words.ts";
import type { Span } from "../text/span.ts";
import { eventHead, type EventHead } from "./event-head.ts";
import type { Passage } from "../mention/passages.ts";
import { clausesOf, datesOf, mentionsIn, type ReadingMatter, spanOf } from "./reading-matter.ts";

/**
 * 事件. Reads dated happenings: every entry of a chronicle is one event, dated by its marker; in running text a day or
 * month at the head of a clause with a verb of happenings after it. Document order; none is an empty list.
 */
export function eventReadings(matter: ReadingMatter): readonly EventReading[] {
  const last = matter.passages.findLast(
    ({ sentence }) => sentence.kind !== "furniture" && sentence.kind !== "contents",
  );
  return matter.passages.flatMap((passage) => {
    const { kind } = passage.sentence;
    if (kind === "entry") return passage.opens ? [entryEvent(passage, last)] : [];
    return kind === "prose" ? narratedEvents(passage, matter) : [];
  });
}

function entryEvent(passage: Passage, last: Passage | undefined): EventReading {
  const { scan, mentions } = passage;
  const marker = scan.paragraph.marker ?? { start: scan.sentence.start, end: scan.sentence.start };
  const date = mentions.find(
    (located): located is Located<DateMention> => located.mention.kind === "date" && located.start === marker.start,
  );
  const from = afterSpaces(scan.text, Math.max(marker.end, date?.end ?? 0));
  const head = eventHead(passage, { start: from, end: withoutStop(scan.text, scan.sentence) });
  const end = head?.end ?? clausesOf(passage, { start: from, end: scan.sentence.end })[0]?.end ?? scan.sentence.end;
  const cut = last?.sentence.paragraph === passage.sentence.paragraph && breaksOff(last);
  return eventReading(passage, {
    span: { start: marker.start, end },
    title: { start: head?.title.start ?? from, end },
    head,
    date: date?.mention ?? null,
    cut,
  });
}

function afterSpaces(text: string, at: number): number {
  let start = at;
  while (isAt(text, start, charClass.space | charClass.pause)) start += 1;
  return start;
}

function withoutStop(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && isAt(text, at - 1, charClass.terminal)) at -= 1;
  return at;
}

/** Whether the text stops inside a sentence: no sentence end, or a quotation that never closes. */
function breaksOff({ sentence, scan }: Passage): boolean {
  return !endsThought(sentence.text) || scan.pairs.loose >= scan.sentence.start;
}

interface Happened {
  readonly span: Span;
  readonly title: Span;
  readonly head: EventHead | null;
  readonly date: DateMention | null;
  readonly cut: boolean;
}

function eventReading(passage: Passage, { span, title, head, date, cut }: Happened): EventReading {
  const { view } = passage.scan;
  return {
    type: "event",
    key: "",
    recogniser: "event",
    spans: [spanOf(passage, span)],
    certainty: {
      date: date?.certainty ?? "implied",
      title: "stated",
      kind: "implied",
      ...(head?.place ? { place: "stated" } : {}),
    },
    diagnostics: cut ? [cutDiagnostic(passage)] : [],
    refinements: [],
    dateStart: date?.dateStart ?? null,
    dateEnd: date?.dateEnd ?? null,
    precision: date?.precision ?? null,
    title: view.text.slice(title.start, title.end).trim(),
    kind: head?.kind ?? "other",
    place: head?.place ?? null,
    regions: mentionsIn(passage, "region", title).flatMap(({ mention }) =>
      mention.kind === "region" ? mention.codes : [],
    ),
    participants: [...(head?.participants ?? [])],
    cut,
  };
}

function cutDiagnostic({ sentence }: Passage): Diagnostic {
  return {
    code: "cut-entry",
    severity: "warning",
    message: `The text breaks off inside the entry at ${sentence.address}: no sentence end was found. Get the following pages before accepting it.`,
    start: sentence.start,
    end: sentence.end,
  };
}

/** Months and days that head a clause of running text and are followed by what happened then. */
function narratedEvents(passage: Passage, { day }: ReadingMatter): readonly EventReading[] {
  const dates = datesOf(passage).filter((date) => mayDateEvent(passage, date, day));
  return dates.flatMap((date, index) => narratedEvent(passage, date, dates[index + 1] ?? null) ?? []);
}

/** How far after its date the verb of an event may stand, and how long its head may be. */
const REACH = 60;
const LONGEST = 300;

function narratedEvent(
  passage: Passage,
  date: Located<DateMention>,
  next: Span | null,
): readonly EventReading[] | null {
  const { text, sentence } = passage.scan;
  const from = afterComma(text, date.end);
  const limit = Math.min(next?.start ?? withoutStop(text, sentence), from + LONGEST);
  const head = eventHead(passage, { start: from, end: limit });
  if (!head || head.kind === "other" || head.verb.start - from > REACH) return null;
  const subject = subjectBefore(passage, date);
  if (subject === null && !hasSubject(text, head)) return null;
  const start = subject ?? date.start;
  const told = {
    span: { start, end: head.end },
    title: { start: subject ?? head.title.start, end: head.end },
    head,
    date: date.mention,
    cut: false,
  };
  return twofold(passage, told);
}

/** Whether something other than an adverb stands before the verb: 得以实现 says not what. */
function hasSubject(text: string, { title, verb }: EventHead): boolean {
  return text.slice(title.start, verb.start).replace(/(?:得以|已经|已|全面|正式|开始|顺利|首次|将)/gu, "").length >= 2;
}

/** 某工程已于3月初开工: start of the clause when the date stands inside it after 于 or 在, null when it heads it. */
function subjectBefore(passage: Passage, date: Span): number | null {
  const before = passage.scan.text.charAt(date.start - 1);
  if (before !== "于" && before !== "在") return null;
  const { text, sentence } = passage.scan;
  let start = date.start;
  while (start > sentence.start && !isAt(text, start - 1, charClass.pause | charClass.terminal)) {
    start -= 1;
    if (date.start - start > REACH) return null;
  }
  return date.start - start >= 3 ? start : null;
}

/** A visit and a meeting in one clause are two events: 在某地考察并主持召开座谈会. */
function twofold(passage: Passage, told: Happened): readonly EventReading[] {
  const whole = eventReading(passage, told);
  const { text } = passage.scan;
  const joint = told.head?.kind === "visit" ? text.indexOf("并", told.head.verb.end) : -1;
  if (joint < 0 || joint >= told.span.end || joint - (told.head?.verb.end ?? 0) > 20) return [whole];
  const second = eventHead(passage, { start: joint + 1, end: told.span.end });
  if (second?.kind !== "meeting") return [whole];
  const rest = { start: joint + 1, end: told.span.end };
  return [
    eventReading(passage, {
      ...told,
      span: { start: told.span.start, end: joint },
      title: { start: told.title.start, end: joint },
    }),
    eventReading(passage, { ...told, span: rest, title: rest, head: second }),
  ];
}

/** A day or month that is fixed, past as far as known, and stands at the head of a clause. */
function mayDateEvent({ scan }: Passage, { start, end, mention }: Located<DateMention>, day: string | null): boolean {
  const { precision, timeType, dateStart, dateEnd } = mention;
  if (timeType !== "interval" || !dateStart || !dateEnd || mention.class === "vague") return false;
  if (precision !== "day" && precision !== "month") return false;
  if ((day !== null && dateStart > day) || scan.text.charAt(end) === "的") return false;
  const before = scan.text.charAt(start - 1);
  return start === scan.sentence.start || "，,。；;：: ”—、讯".includes(before) || before === "在" || before === "于";
}

function afterComma(text: string, at: number): number {
  let from = at;
  while (isAt(text, from, charClass.pause | charClass.space)) from += 1;
  return from;
}
