import type { TargetReading } from "../records/document-reading.ts";
import type { DateMention, QuantityMention } from "../records/mention.ts";
import type { Passage } from "../mention/passages.ts";
import type { Located } from "../mention/scan.ts";
import { type Word, wordAt, wordBefore } from "../mention/word-table.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { isRead, mentionsFrom, quantitiesOf, type ReadingMatter } from "./reading-matter.ts";
import { regionFor } from "./step/region-for.ts";
import { commonFields } from "./common-fields.ts";
import { wordsOf } from "./step/step-reading.ts";

/**
 * 目标. Numbers that an indicator shall reach: 到2020年，某指标降至56微克/立方米左右. The subject before the verb of state names the
 * indicator, the deadline of the sentence is when it is due. What was observed gives nothing. Document order.
 */
export function targetReadings({ passages, day, home }: ReadingMatter): readonly TargetReading[] {
  return passages.filter(isRead).flatMap((passage) =>
    quantitiesOf(passage).flatMap((quantity): TargetReading[] => {
      const verb = stateVerb(passage, quantity);
      if (!verb) return [];
      const due = dueOf(passage, quantity.start, day);
      if (due === null && !isAimed(passage, verb.start)) return [];
      const subject = subjectOf(passage, verb.start);
      if (!subject) return [];
      const { value, low, high, unit, comparator } = quantity.mention;
      return [
        {
          type: "target",
          ...commonFields(passage, {
            recogniser: "target",
            span: { start: subject.start, end: quantity.end },
            certainty: {
              indicator: "stated",
              value: "stated",
              due: "stated",
              region: "implied",
            },
          }),
          value,
          low,
          high,
          unit,
          comparator: verb.bound ?? comparator,
          indicator: wordsOf(passage, subject),
          region: regionFor(passage, subject, home),
          due,
        },
      ];
    }),
  );
}

interface StateVerb extends Span {
  /** The bound that the verb itself sets: 控制在…以内, 不低于. */
  readonly bound: QuantityMention["comparator"] | null;
}

/** Verbs after which a number says what an indicator is to be; those of data/lexicon/changes.tsv count too. */
const states: readonly (readonly [written: string, bound: StateVerb["bound"]])[] = [
  ["达到", null],
  ["保持在", null],
  ["稳定在", null],
  ["控制在", "<="],
  ["达", null],
  ["为", null],
];

function stateVerb({ scan }: Passage, { start, mention }: Located<QuantityMention>): StateVerb | null {
  const { text, lexicon, sentence } = scan;
  const change = wordBefore(lexicon.changes, text, start, sentence.start);
  if (change && !isCounter(mention.unit)) return { start: beforeVerb(start, change), end: start, bound: null };
  if (isBound(mention.comparator) && !isCounter(mention.unit) && startsWithBound(text, start))
    return { start, end: start, bound: null };
  const state = states.find(([written]) => text.startsWith(written, start - written.length));
  if (!state) return null;
  const own = mention.comparator === "=" ? state[1] : null;
  return { start: start - state[0].length, end: start, bound: own };
}

const beforeVerb = (start: number, { written }: Word<unknown>): number => start - written.length;
const isBound = (comparator: string): boolean => comparator === ">=" || comparator === "<=";
const startsWithBound = (text: string, at: number): boolean => text.startsWith("不", at) || text.startsWith("至少", at);

/** 100个 counts things that are made: a commitment. A share, a length, an amount or people describe a state. */
const isCounter = (unit: string | null): boolean => unit !== null && unit !== "人" && /^[\u4e00-\u9fff]+$/u.test(unit);

/** How far before a number its date may stand: reading must stay linear in sentences without end. */
const REACH = 300;

const datesNear = ({ mentions }: Passage, before: number): readonly Located<DateMention>[] =>
  mentionsFrom(mentions, { start: before - REACH, end: before }).filter(
    (located): located is Located<DateMention> => located.mention.kind === "date",
  );

/** The last deadline or coming year before the number, beyond the day of the document where that is known. */
function dueOf(passage: Passage, before: number, day: string | null): string | null {
  const date = datesNear(passage, before).findLast(
    ({ mention }) =>
      mention.dateEnd !== null &&
      (mention.timeType === "deadline" || (day !== null && (mention.dateStart ?? "") > day)),
  );
  return date?.mention.dateEnd ?? null;
}

/** Whether a word of aiming stands before the verb in its clause: 力争, 目标, 确保. */
function isAimed({ scan }: Passage, end: number): boolean {
  for (let at = clauseStart(scan, end); at < end; at += 1)
    if (wordAt(scan.lexicon.planCues, scan.text, at, end)) return true;
  return false;
}

function clauseStart({ text, sentence }: Passage["scan"], end: number): number {
  let start = end;
  while (
    start > sentence.start &&
    !(isAt(text, start - 1, charClass.pause | charClass.terminal) && text.charAt(start - 1) !== "、")
  )
    start -= 1;
  return start;
}

/** Longest name of an indicator. */
const LONGEST = 40;

/** The words before the verb in its clause, without date and word of aiming: what the number is of. */
function subjectOf(passage: Passage, end: number): Span | null {
  const { scan, mentions } = passage;
  let start = Math.max(clauseStart(scan, end), end - LONGEST);
  for (const located of mentionsFrom(mentions, { start: start - LONGEST, end })) {
    if (located.mention.kind === "date" && located.end > start) start = located.end;
  }
  for (let at = start; at < end; at += 1) {
    const cue = wordAt(scan.lexicon.planCues, scan.text, at, end);
    if (cue) start = at + cue.written.length;
  }
  while (start < end && isFiller(scan.text.charAt(start))) start += 1;
  let stop = end;
  while (
    stop > start &&
    "均都将应约年平要分别".includes(scan.text.charAt(stop - 1)) &&
    !"平均".includes(scan.text.slice(stop - 2, stop))
  )
    stop -= 1;
  return stop - start >= 2 ? { start, end: stop } : null;
}

const isFiller = (letter: string): boolean => letter !== "" && "，,、的使将让把对 ".includes(letter);
