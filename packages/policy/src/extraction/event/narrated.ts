import type { DateMention } from "../../records/mention.ts";
import type { EventReading } from "../../records/reading.ts";
import type { RefusalReason } from "../../records/refusal.ts";
import type { EventKind } from "../../mention/lexicon.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt } from "../../mention/word-table.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import type { Span } from "../../text/span.ts";
import { datesOf, mentionsIn } from "../reading-matter.ts";
import { withoutStop } from "./entry.ts";
import { eventHead, type EventHead } from "./head.ts";
import { twofold } from "./reading.ts";

/**
 * 叙述之事. Dated happenings of running text: a day or month before or inside the clause that says what happened, a year only
 * where works began or something opened. What is planned, said or merely measured is none.
 */
export function narratedEvents(passage: Passage, { day, plans }: Telling): readonly EventReading[] {
  const dates = datesOf(passage).filter(
    (date) => mayDateEvent(passage, date, day) && !(plans && isOpen(date.mention, day)),
  );
  return dates.flatMap((date, index) => narratedEvent(passage, date, dates[index + 1] ?? null) ?? []);
}

/** 所处. The document's day as far as known, and whether the passage stands in a part that plans. */
export interface Telling {
  readonly day: string | null;
  readonly plans: boolean;
}

/** Whether a time in a plan may be one of the plan: not over, or of a document without a day. */
const isOpen = ({ dateEnd, precision, class: kind }: DateMention, day: string | null): boolean =>
  day === null ? precision !== "day" : kind !== "explicit" || (dateEnd ?? "") > day;

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
  const limit = Math.min(
    next && next.start > from ? partStart(passage, next, from) : withoutStop(text, sentence),
    from + LONGEST,
  );
  const head = eventHead(passage, { start: from, end: limit });
  if (!head || head.verb.start - from > REACH) return null;
  if (head.said) return left(passage, head, "spoken");
  if (head.kind === "other" && !struck.test(text.slice(head.verb.start, head.verb.end))) return null;
  if (!mayHappen(passage, date, head)) return left(passage, head, "no-happening");
  const subject = subjectBefore(passage, date, head);
  if (subject === null && !hasSubject(passage, head, date)) return null;
  const start = subject ?? date.start;
  return twofold(passage, {
    span: { start, end: head.end },
    title: { start: subject ?? head.title.start, end: head.end },
    head,
    date: onItsDay(date.mention),
    cut: false,
  });
}

/** Notes a verb that makes no event. */
function left({ scan }: Passage, { verb }: EventHead, reason: RefusalReason): null {
  scan.trace?.refuse(scan, verb, { by: "event", reason });
  return null;
}

/** 1月1日起施行: the happening is of that day. */
const onItsDay = (mention: DateMention): DateMention =>
  mention.timeType === "since" ? { ...mention, dateEnd: mention.dateStart } : mention;

/** What befalls without anybody doing it. */
const struck = /^(?:发生|登陆|爆发|坍塌|决口|逝世|去世|停运|复航)$/u;

/** The next date with the subject before it begins another part: …开工，某机场2019年9月投运. */
function partStart({ scan: { text } }: Passage, next: Span, from: number): number {
  let at = next.start;
  while (at > from && !isAt(text, at - 1, charClass.pause | charClass.terminal)) at -= 1;
  return at > from ? at - 1 : next.start;
}

/** Kinds that a year alone may date, and that may go without a subject of their own. */
const started: ReadonlySet<EventKind> = new Set(["start-of-works", "opening", "relocation"]);

/** A figure that was reached is a measurement, and a year or a span of months dates only what began or opened then. */
function mayHappen(
  passage: Passage,
  { mention }: Located<DateMention>,
  { title, verb, kind, end }: EventHead,
): boolean {
  const amount = mentionsIn(passage, "quantity", { start: verb.start, end })[0];
  if (kind === "milestone" && amount && amount.start - verb.end <= 2) return false;
  const { precision, dateStart, dateEnd } = mention;
  if (precision === "year" && (mention.class !== "explicit" || end - verb.end > 6 || verb.start - title.start < 2))
    return false;
  const long = precision === "year" || (dateStart ?? "").slice(0, 7) !== (dateEnd ?? "").slice(0, 7);
  return !long || (started.has(kind) && !amount);
}

const adverbs = /(?:得以|已经|已|全面|正式|开始|顺利|首次|将|也|又|再|即|便|就|如期|率先|同时|起|上午|下午|晚|凌晨)/gu;
const phrase = /^(?:按|据|对|向|把|将|以|就|根据|通过|为|和|与)/u;

/** Whether something other than an adverb or a phrase stands before the verb: 得以实现 says not what. */
function hasSubject(passage: Passage, { title, verb, kind, end }: EventHead, date: Span): boolean {
  const { text, sentence } = passage.scan;
  const words = text.slice(title.start, verb.start).replace(adverbs, "");
  if (words.length >= 2 && !phrase.test(words)) return true;
  if (words.length >= 2) return kind !== "statement" || mentionsIn(passage, "organisation", title).length > 0;
  if (end - verb.end >= 4 && kind !== "statement" && kind !== "milestone") return true;
  return (
    (started.has(kind) || kind === "milestone") &&
    date.start > sentence.start + 4 &&
    !passage.scan.text.startsWith("当年", date.start)
  );
}

/** Words after which a date is no day of a happening: 从2014年, 比2013年, 2014年的. */
const noSubject = "从自到至由比较与和同的据即为是、年月日";

/**
 * 某工程已于3月初开工, 管理机构2021年9月揭牌: start of the clause when the date stands inside it, after 于 or 在 or right
 * before the verb; null when the date heads it.
 */
function subjectBefore(passage: Passage, date: Span, head: EventHead): number | null {
  const { text, sentence } = passage.scan;
  const before = text.charAt(date.start - 1);
  const inside = before === "于" || before === "在";
  if (!inside && (!isAt(text, date.start - 1, charClass.han | charClass.closer) || noSubject.includes(before)))
    return null;
  if (!inside && (head.verb.start - date.end > 8 || head.kind === "statement")) return null;
  let start = date.start;
  while (start > sentence.start && !isAt(text, start - 1, charClass.pause | charClass.terminal)) {
    start -= 1;
    if (date.start - start > REACH) return null;
  }
  return date.start - start >= 3 ? start : null;
}

/** A time that is fixed and past as far as known, at the head of a clause or after a subject with its verb behind it. */
function mayDateEvent(passage: Passage, { start, end, mention }: Located<DateMention>, day: string | null): boolean {
  const { precision, timeType, dateStart, dateEnd } = mention;
  const begins =
    timeType === "since" && precision === "day" && mention.text.endsWith("起") && !/^自|^从/u.test(mention.text);
  if (!dateStart || mention.class === "vague" || !(begins || (timeType === "interval" && dateEnd))) return false;
  if (precision !== "day" && precision !== "month" && precision !== "year") return false;
  const { text, lexicon, sentence } = passage.scan;
  if ((day !== null && dateStart > day) || text.charAt(end) === "的") return false;
  const before = text.charAt(start - 1);
  if (start === sentence.start || "，,。；;：: ”—、讯》)）在于".includes(before)) return true;
  if (noSubject.includes(before)) return false;
  return (
    isAt(text, start - 1, charClass.han) && verbSoon(end, { text, verbs: lexicon.eventVerbs, limit: sentence.end })
  );
}

function verbSoon(
  from: number,
  {
    text,
    verbs,
    limit,
  }: { readonly text: string; readonly verbs: Passage["scan"]["lexicon"]["eventVerbs"]; readonly limit: number },
): boolean {
  for (let at = from; at < Math.min(limit, from + 9); at += 1) {
    if (isAt(text, at, charClass.pause | charClass.terminal)) return false;
    if (wordAt(verbs, text, at, limit)) return true;
  }
  return false;
}

function afterComma(text: string, at: number): number {
  let from = at;
  while (isAt(text, from, charClass.pause | charClass.space)) from += 1;
  return from;
}
