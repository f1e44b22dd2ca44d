import { explain } from "../extraction/explain.ts";
import { type OutputRecord, recordsOf } from "../extraction/record.ts";
import { readDocument, type ReadResult, readText } from "../extraction/read.ts";
import type { Lexicon } from "../mention/lexicon.ts";
import { mentionsOf as readMentions } from "../mention/mentions-of.ts";
import type { Mention } from "../records/mention.ts";
import { loadLexicon } from "./load-lexicon.ts";

/**
 * 读法. How to read; everything may be left out.
 * - `date`: day of the document, `YYYY-MM-DD`, where the text does not say it: 今年 and 3月1日 lean on it.
 * - `doc`: name of the document in records; `text` without it.
 * - `lexicon`: what `loadLexicon` gave; the packed one without it.
 * - `trace`: also keep what recognisers looked at and left, which `explainReading` shows; reading is slower then.
 */
export interface PolicyOptions {
  readonly date?: string | undefined;
  readonly doc?: string | undefined;
  readonly lexicon?: Lexicon | undefined;
  readonly trace?: boolean | undefined;
}

/**
 * 读政策文件. What a document says: its card, its sentences, what they mention, what they state. Bytes are decoded first (UTF-8,
 * UTF-16, GB 18030). All offsets count UTF-16 units of `text`, the text exactly as given. Never throws on any text or
 * bytes; an empty one gives empty lists. Throws `RangeError` for a `date` that is no day.
 * @example
 * const read = readPolicy("2025年底前，市水务局牵头新建污水处理厂3座。", { date: "2024-03-01" });
 * read.readings.map(({ type }) => type) // ["commitment"]
 * @example readPolicy("").sentences.length // 0
 */
export function readPolicy(input: string | Uint8Array, options: PolicyOptions = {}): ReadResult {
  const { doc = "text", lexicon = loadLexicon(), trace = false } = options;
  const how = { doc, lexicon, trace, date: dayOf(options.date) };
  return typeof input === "string" ? readText(input, how) : readDocument(input, how);
}

/** 所求提及. As for `readPolicy`; `kinds` are the kinds of mention wanted, all of them where it is left out. */
export interface MentionOptions {
  readonly kinds?: readonly Mention["kind"][] | undefined;
  readonly date?: string | undefined;
  readonly lexicon?: Lexicon | undefined;
}

/**
 * 找提及. Dates, quantities, names, regions and bodies of clean text, in text order: each line is taken as a paragraph, nothing is
 * repaired, no heading and no card is read. Much faster than `readPolicy`, most with the kinds that are wanted. Never throws
 * on any text; throws `RangeError` for a `date` that is no day.
 * @example mentionsOf("今年投资约3.5亿元", { kinds: ["quantity"] }).map((found) => [found.text, found.kind]) // [["约3.5亿元", "quantity"]]
 */
export function mentionsOf(text: string, { kinds, date, lexicon }: MentionOptions = {}): readonly Mention[] {
  const words = lexicon ?? loadLexicon();
  return readMentions(text, { lexicon: words, date: dayOf(date), ...(kinds ? { kinds } : {}) });
}

/**
 * 成行. All mentions and readings as plain objects, in text order, the longer first where two begin together: what `qipan read`
 * prints, one a line. Dates are `date_start`, regions joined by commas, offsets and the stored text in every one.
 * @example toRecords(readPolicy("投资12亿元。"))[0]?.value // 1200000000
 */
export function toRecords(read: ReadResult): readonly OutputRecord[] {
  return recordsOf(read);
}

/**
 * 讲解读法. Why it was read so: each sentence with carets below every span, the recogniser, what it leaned on, the fields and,
 * where `readPolicy` kept a `trace`, what was left and why. Plain text for a fixed-width font, a Han character two columns wide.
 * @example explainReading(readPolicy("2019年9月25日，大桥通车。")).includes("2019-09-25") // true
 */
export function explainReading(read: ReadResult): string {
  return explain(read);
}

function dayOf(date: string | undefined): string | undefined {
  if (date === undefined || isDay(date)) return date;
  throw new RangeError(`Found date "${date}", expected a day as YYYY-MM-DD, or nothing.`);
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
