import type { DateMention } from "../../records/mention.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt } from "../../mention/word-table.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";

/**
 * 语气. What a sentence does with its figures: the ranges in which they are aimed at, ruled or supposed; whether it supposes
 * for the sentences after it too (以下为假设); where it first shows that something has happened (已, 截至), -1 nowhere.
 */
export interface Mood {
  readonly barred: readonly Span[];
  readonly supposes: boolean;
  readonly past: number;
}

/** 语气. Reads the mood of a sentence from the words of plan-cues.tsv and from its dates. Linear in the sentence. */
export function moodOf(passage: Passage, dates: readonly Located<DateMention>[], day: string | null): Mood {
  const { text, sentence, lexicon, pairs } = passage.scan;
  const barred: Span[] = [];
  let past = -1;
  for (let at = sentence.start; at < sentence.end; at += 1) {
    if (text.charAt(at) === "《") {
      at = Math.max(at, Math.min(closerAt(pairs, at), sentence.end));
      continue;
    }
    const cue = wordAt(lexicon.figureCues, text, at, sentence.end);
    if (!cue || !standsFree(text, at, cue) || (cue.written === "将" && marksObject(text, at))) continue;
    const { scope } = cue.value;
    if (scope === "suppose" || scope === "sentence")
      return { barred: [sentence], supposes: scope === "suppose", past: -1 };
    if (scope === "past") past = past < 0 ? at : past;
    else if ((barred.at(-1)?.end ?? 0) <= at) barred.push({ start: at, end: partEnd(passage, at) });
    at += cue.written.length - 1;
  }
  return { barred: withDates(barred, passage, ahead(dates, day)), supposes: false, past };
}

const ahead = (dates: readonly Located<DateMention>[], day: string | null): readonly Located<DateMention>[] =>
  dates.filter(({ mention }) => isAhead(mention, day));

/** The barred ranges with those that times ahead open, in order and apart. */
function withDates(barred: readonly Span[], passage: Passage, dates: readonly Located<DateMention>[]): readonly Span[] {
  if (dates.length === 0) return barred;
  const merged: Span[] = [];
  for (const { start } of [...barred, ...dates].sort((a, b) => a.start - b.start)) {
    if ((merged.at(-1)?.end ?? 0) <= start) merged.push({ start, end: partEnd(passage, start) });
  }
  return merged;
}

/** 所禁. The barred range that ends after a position first; undefined when there is none. Found by halving. */
export function barredAfter({ barred }: Mood, position: number): Span | undefined {
  let low = 0;
  let high = barred.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((barred[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return barred[low];
}

/** 将某地作为遗址保留, 将六个村划归某县: the word leads in an object and no plan. */
const marksObject = (text: string, at: number): boolean =>
  /^将[^，,。；;]{1,24}?(?:作为|列为|划归|划入|改为|改称|更名为|视为|移交|交由)/u.test(text.slice(at, at + 30));

interface Cue {
  readonly written: string;
  readonly value: { readonly notAfter: string; readonly notBefore: string };
}

function standsFree(text: string, at: number, { written, value }: Cue): boolean {
  const { notAfter, notBefore } = value;
  if (at > 0 && notAfter.includes(text.charAt(at - 1))) return false;
  const next = text.charAt(at + written.length);
  return next === "" || !notBefore.includes(next);
}

/** A deadline or time that had not come when the document was written. Without a day, a deadline is one. */
function isAhead({ timeType, dateStart, dateEnd }: DateMention, day: string | null): boolean {
  if (timeType === "duration" || timeType === "set") return false;
  if (day === null) return timeType === "deadline";
  if (timeType === "deadline") return dateEnd === null || dateEnd > day;
  return dateStart !== null && dateStart > day;
}

/** A plan reaches to the next semicolon. */
function partEnd({ scan: { text, sentence } }: Passage, from: number): number {
  for (let at = from; at < sentence.end; at += 1) if (text.charAt(at) === ";" || text.charAt(at) === "；") return at;
  return sentence.end;
}
