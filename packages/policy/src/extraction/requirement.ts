import type { RequirementReading } from "../records/document-reading.ts";
import type { DateMention } from "../records/mention.ts";
import type { Passage } from "../mention/passages.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";
import { readNumeral } from "../text/numeral.ts";
import { indexWithin } from "../text/search.ts";
import { clausesOf, datesOf, isRead, type ReadingMatter } from "./reading-matter.ts";
import { commonFields } from "./common-fields.ts";
import { daysOf, wordsOf } from "./step/step-reading.ts";

/**
 * 要求. Sets of points that somebody demanded on a day: 就推进某事提出7点要求. `by` is the subject as written, `matter` what they
 * are about, the words of the set where the text does not say. Document order.
 */
export function requirementReadings({ passages }: ReadingMatter): readonly RequirementReading[] {
  return passages.flatMap((passage, index) =>
    isRead(passage)
      ? setsIn(passage).map((set) => requirementReading(passage, set, dateBefore(passages, index, set.verb.start)))
      : [],
  );
}

/** A number of points, the noun after it, and the verb of demanding before it. */
interface PointSet {
  readonly count: number;
  readonly number: Span;
  readonly noun: Span;
  readonly verb: Span;
}

function requirementReading(
  passage: Passage,
  { count, number, noun, verb }: PointSet,
  date: Located<DateMention> | null,
): RequirementReading {
  const isHere = date !== null && date.start >= passage.scan.sentence.start;
  const by = subjectBefore(passage, verb, isHere ? date : null);
  const about = aboutBefore(passage, verb);
  return {
    type: "requirement",
    ...commonFields(passage, {
      recogniser: "requirement",
      span: { start: (about ?? verb).start, end: noun.end },
      certainty: {
        count: "stated",
        matter: about ? "stated" : "implied",
        by: "stated",
        date: date?.mention.certainty ?? "stated",
      },
    }),
    ...daysOf(date),
    by: by ? wordsOf(passage, by) : null,
    count,
    matter:
      wordsOf(passage, about ?? { start: verb.end, end: noun.end }) ||
      wordsOf(passage, { start: number.start, end: noun.end }),
  };
}

const demands = ["要求", "指示", "希望"];
// 7点要求    三个方面的具体要求      near miss: 三项任务 (no demand), 落实要求 (no number)
const counted = /(?<number>[一二两三四五六七八九十\d]{1,3})(?:点|条|项|个方面|方面)的?(?:重要|具体|明确|工作|总体)*$/u;

/** Nouns of demanding in a sentence with a number of points right before them and a verb of demanding before that. */
function setsIn({ scan }: Passage): readonly PointSet[] {
  const { text, sentence } = scan;
  return demands.flatMap((noun) => {
    const sets: PointSet[] = [];
    const next = (start: number): number => indexWithin(text, noun, { start, end: sentence.end });
    for (let at = next(sentence.start); at >= 0; at = next(at + 1)) {
      const from = Math.max(sentence.start, at - 14);
      const number = counted.exec(text.slice(from, at));
      const count = number?.groups?.["number"] ? readNumeral(number.groups["number"], 0, 3)?.value : null;
      if (!number || !count || !Number.isInteger(count)) continue;
      const start = from + number.index;
      const verb = verbBefore(scan, start);
      if (verb) sets.push({ count, number: { start, end: at }, noun: { start: at, end: at + noun.length }, verb });
    }
    return sets;
  });
}

const verbs = ["明确提出", "提出了", "提出", "作出了", "作出", "讲了"];
/** How far before the number its verb may stand: 提出着力加强统筹等七点要求. */
const VERB_REACH = 30;

/** The last verb of demanding before the number in its clause. */
function verbBefore({ text, sentence }: Passage["scan"], end: number): Span | null {
  for (let at = end - 1; at >= Math.max(sentence.start, end - VERB_REACH); at -= 1) {
    if ("，。；：".includes(text.charAt(at))) return null;
    const verb = verbs.find((written) => text.startsWith(written, at) && at + written.length <= end);
    if (verb) return { start: at, end: at + verb.length };
  }
  return null;
}

/** 就推进某事提出, 对某事提出: the words between. */
function aboutBefore({ scan }: Passage, verb: Span): Span | null {
  for (let at = verb.start - 2; at >= Math.max(scan.sentence.start, verb.start - 40); at -= 1) {
    const letter = scan.text.charAt(at);
    if ("，。；：".includes(letter)) return null;
    if (letter === "就" || letter === "对") return { start: at + 1, end: verb.start };
  }
  return null;
}

/** How many sentences back the day of a demand may stand. */
const LOOK_BACK = 6;

/** The last day before the verb: in the sentence, else in those before it under the same headings. */
function dateBefore(passages: readonly Passage[], index: number, before: number): Located<DateMention> | null {
  const here = passages[index];
  if (!here) return null;
  const own = lastDay(here, before);
  if (own) return own;
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK); at -= 1) {
    const passage = passages[at];
    if (!passage || !isSameSection(passage, here)) return null;
    const day = lastDay(passage, passage.scan.sentence.end);
    if (day) return { ...day, mention: { ...day.mention, certainty: "implied" } };
  }
  return null;
}

const lastDay = (passage: Passage, before: number): Located<DateMention> | null =>
  datesOf(passage).findLast(
    ({ start, mention }) =>
      start < before && mention.timeType === "interval" && mention.precision === "day" && mention.dateStart !== null,
  ) ?? null;

const isSameSection = (a: Passage, b: Passage): boolean =>
  a.sentence.headings.at(-1)?.text === b.sentence.headings.at(-1)?.text;

/** Words at the head of the first clause after the date that name a person or body: short, and no verb of going before. */
function subjectBefore(passage: Passage, verb: Span, date: Span | null): Span | null {
  const from = date && date.end < verb.start ? date.end : passage.scan.sentence.start;
  const [first] = clausesOf(passage, { start: skipComma(passage, from), end: verb.start });
  if (!first) return null;
  const words = passage.scan.text.slice(first.start, first.end);
  const end =
    first.start +
    (/(?:在|到|赴|来到|主持|考察|视察|听取|就|对|明确|强调|指出|提出)/u.exec(words)?.index ?? words.length);
  return end - first.start >= 2 && end - first.start <= 24 ? { start: first.start, end } : null;
}

const skipComma = ({ scan }: Passage, at: number): number =>
  "，,、 ".includes(scan.text.charAt(at) || "x") ? at + 1 : at;
