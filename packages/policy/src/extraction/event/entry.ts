import type { DateMention } from "../../records/mention.ts";
import type { EventReading } from "../../records/reading.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { endsThought } from "../../text/repair/line-words.ts";
import type { Span } from "../../text/span.ts";
import { clausesOf, datesOf, mentionsIn } from "../reading-matter.ts";
import { isMeasure } from "../observation/counted.ts";
import { eventHead } from "./head.ts";
import { eventReading, twofold } from "./reading.ts";

/**
 * 条目之事. Events of a sentence of a chronicle entry: what the first sentence tells under the marker of the entry, and what
 * another tells that begins with a day of its own. A figure alone (是年 收入1万元) is no happening.
 */
export function entryEvents(passage: Passage, last: Passage | undefined): readonly EventReading[] {
  const { scan, sentence, opens } = passage;
  const starts = dayStarts(passage);
  const first = starts[0];
  if (!opens && first?.start !== scan.sentence.start) return [];
  const cut = last?.sentence.paragraph === sentence.paragraph && breaksOff(last);
  const found: EventReading[] = [];
  const marker = scan.paragraph.marker ?? { start: scan.sentence.start, end: scan.sentence.start };
  const heads = opens && first?.start !== marker.start ? [null, ...starts] : starts;
  for (const [index, date] of heads.entries()) {
    const until = heads[index + 1]?.start ?? scan.sentence.end;
    const begins = date ?? marker;
    const from = afterMarks(scan.text, Math.max(date?.end ?? 0, opens && index === 0 ? marker.end : 0));
    found.push(
      ...entryEvent(passage, { span: { start: begins.start, end: until }, from, date: date?.mention ?? null, cut }),
    );
  }
  return found;
}

interface Entry {
  readonly span: Span;
  readonly from: number;
  readonly date: DateMention | null;
  readonly cut: boolean;
}

function entryEvent(passage: Passage, { span, from, date, cut }: Entry): readonly EventReading[] {
  const within = { start: from, end: withoutStop(passage.scan.text, { start: from, end: span.end }) };
  if (within.end <= within.start) return [];
  const head = eventHead(passage, within);
  if (!head && isFigure(passage, within)) return [];
  const end = head && head.kind !== "other" ? head.end : narrativeEnd(passage, within, head?.end ?? 0);
  const told = { span: { start: span.start, end }, title: { start: head?.title.start ?? from, end }, head, date, cut };
  return head?.kind === "visit" ? twofold(passage, told) : [eventReading(passage, told)];
}

/** Dates that open a part of the sentence: the first words of it, or of a line or a row of their own. */
function dayStarts(passage: Passage): readonly Located<DateMention>[] {
  const { scan } = passage;
  return datesOf(passage).filter(
    ({ start }, index) =>
      start === scan.sentence.start ||
      (index === 0 && start === scan.paragraph.marker?.start) ||
      scan.view.stored.charAt((scan.view.raw[start] ?? 0) - 1) === "\n",
  );
}

/** Clauses of comment, measure and consequence, which belong to no happening. */
const comment =
  /^(?:这|此|该|标志|为|是|其中|总|投资|占地|面积|全长|全文|预计|计划|将|要求|强调|提出|由此|至此|据|可)/u;

/** 山洪冲入遗址，部分废墟被掩埋: what happens without a verb of the list is told to the end of its sentence or its first comment. */
function narrativeEnd(passage: Passage, within: Span, least: number): number {
  let end = least;
  for (const clause of clausesOf(passage, within)) {
    if (
      end > 0 &&
      clause.start >= least &&
      (comment.test(passage.scan.text.slice(clause.start, clause.start + 2)) || endsInMeasure(passage, clause))
    )
      break;
    if (clause.end > end) end = clause.end;
    if (end - within.start > LONGEST) break;
  }
  return end === 0 ? within.end : end;
}

/** How long what is told without a verb of the list may be. */
const LONGEST = 60;

function isFigure(passage: Passage, within: Span): boolean {
  const first = clausesOf(passage, within)[0];
  return first !== undefined && endsInMeasure(passage, first);
}

const endsInMeasure = (passage: Passage, clause: Span): boolean =>
  mentionsIn(passage, "quantity", clause).some(
    ({ end, mention }) => end === clause.end && mention.kind === "quantity" && isMeasure(mention.unit),
  );

function afterMarks(text: string, at: number): number {
  let start = at;
  while (isAt(text, start, charClass.space | charClass.pause)) start += 1;
  return start;
}

/** 去句末点. End of a range without the stops at its end. */
export function withoutStop(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && isAt(text, at - 1, charClass.terminal | charClass.space)) at -= 1;
  return at;
}

/** Whether the text stops inside a sentence: no sentence end, or a quotation that never closes. */
function breaksOff({ sentence, scan }: Passage): boolean {
  return !endsThought(sentence.text) || scan.pairs.loose >= scan.sentence.start;
}
