import { mentionsFrom } from "../reading-matter.ts";
import type { ReadValue } from "../../records/reading-fields.ts";
import { type Domain, domains } from "../../records/domain.ts";
import type { DateMention, QuantityMention } from "../../records/mention.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt } from "../../mention/word-table.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import type { Span } from "../../text/span.ts";
import { regionOf } from "../region-of.ts";
import type { Predicate } from "./predicate-record.ts";

/** 目标值. The quantity of an undertaking and where it stands; null where it has none. */
export interface Aim {
  readonly value: ReadValue;
  readonly span: Span;
}

const lengths = new Set(["年", "月", "d", "wk", "工作日", "位"]);

/**
 * 目标. The quantity that says how much of it: the result of a change; else one after the verb that ends its words, one after
 * the verb, one before it. Lengths of time, and small counts in words after a list (京唐、京滨两条城际铁路), are none.
 */
export function aimOf(passage: Passage, within: Span, predicate: Predicate | null): Aim | null {
  let best: Located<QuantityMention> | null = null;
  let most = -1;
  for (const located of mentionsFrom(passage.mentions, within)) {
    if (located.start < within.start) continue;
    if (located.start >= within.end) break;
    if (!isQuantity(located) || located.end > within.end || !measures(passage, located, within)) continue;
    const weight = weightOf(passage, located, predicate);
    if (weight <= most) continue;
    best = located;
    most = weight;
  }
  return best && aim(best);
}

function weightOf(
  { scan }: Passage,
  { start, end, mention }: Located<QuantityMention>,
  predicate: Predicate | null,
): number {
  if (mention.role === "to") return 5;
  if (mention.role === "from") return -1;
  const actor = predicate?.actor;
  if (actor && start >= actor.start && end <= actor.end) return -1;
  if (scan.text.charAt(end) === "的") return 1;
  const ends = !isAt(scan.text, end, charClass.han) || end >= scan.sentence.end;
  if (predicate && start < predicate.start) return ends ? 3 : 2;
  return ends ? 4 : 3;
}

const isQuantity = (located: Located): located is Located<QuantityMention> => located.mention.kind === "quantity";

function aim({ start, end, mention }: Located<QuantityMention>): Aim {
  const { value, low, high, unit, comparator } = mention;
  return { value: { value, low, high, unit, comparator }, span: { start, end } };
}

function measures({ scan }: Passage, { start, mention }: Located<QuantityMention>, within: Span): boolean {
  if (lengths.has(mention.unit ?? "")) return false;
  const spelt = isAt(scan.text, start, charClass.hanDigit | charClass.hanScale);
  return !(spelt && mention.value !== null && mention.value <= 10 && follows(scan.text, start, within));
}

/** Whether a list or name stands right before a number, which then only sums it up. */
function follows(text: string, start: number, within: Span): boolean {
  return (
    start > within.start &&
    isAt(text, start - 1, charClass.han) &&
    !"达到至的为于新增设建成".includes(text.charAt(start - 1))
  );
}

/** 期限. Last day of the date that limits a verb group, and where its words stand. */
export interface Due {
  readonly day: string;
  readonly span: Span;
  /** The year is written with it. */
  readonly explicit: boolean;
  /** The words say that it is a limit (年底前), not only when. */
  readonly limit: boolean;
}

/**
 * 期限. The date by which it is due among those of a range: a stated limit, or a date that stands before the verb. Dates that
 * are compared with, that qualify a noun (2018—2020年攻坚计划) or stand in a name are none.
 */
export function dueOf(passage: Passage, within: Span, verb: number): Due | null {
  let found: Due | null = null;
  const near = { start: Math.max(within.start, verb - DUE_REACH), end: Math.min(within.end, verb + DUE_REACH) };
  for (const located of mentionsFrom(passage.mentions, near)) {
    if (located.mention.kind !== "date") continue;
    const { start, end, mention } = located;
    if (!limits(passage, { start, end, mention }, verb) || mention.dateEnd === null) continue;
    const limit = mention.timeType === "deadline";
    found = { day: mention.dateEnd, span: { start, end }, limit, explicit: mention.class === "explicit" };
    if (limit) return found;
  }
  return found;
}

/** How far from its verb a date may stand: damaged text has clauses without end, and reading must stay linear. */
const DUE_REACH = 300;

function limits(passage: Passage, { start, end, mention }: Span & { mention: DateMention }, verb: number): boolean {
  const { text } = passage.scan;
  if (mention.timeType === "deadline") return true;
  if (mention.timeType !== "interval" || mention.class === "vague" || start > verb) return false;
  if (text.charAt(end) === "的" || "比较与由从自据按".includes(text.charAt(start - 1) || " ")) return false;
  const around = mentionsFrom(passage.mentions, { start: start - LONGEST_NAME, end: start + 1 });
  return !around.some((other) => other.mention.kind === "title" && end <= other.end);
}

/** Longest name that a date may stand in. */
const LONGEST_NAME = 150;

/** 领域. The field that most words of a range belong to, else of its headings; `other` when none does. */
export function domainOf({ scan, sentence }: Passage, within: Span): Domain {
  return (
    mostIn(scan.text, within, scan.lexicon) ??
    headingDomain(sentence.headings.at(-1)?.text ?? "", scan.lexicon) ??
    "other"
  );
}

function headingDomain(heading: string, lexicon: Passage["scan"]["lexicon"]): Domain | null {
  return mostIn(heading, { start: 0, end: heading.length }, lexicon);
}

/** Counts by position in the list of fields, made empty before each use. */
const counts = new Int32Array(domains.length);

function mostIn(text: string, { start, end }: Span, lexicon: Passage["scan"]["lexicon"]): Domain | null {
  let best = -1;
  counts.fill(0);
  for (let at = start; at < end; at += 1) {
    const word = wordAt(lexicon.domainWords, text, at, end);
    if (!word) continue;
    const field = domains.indexOf(word.value);
    const count = (counts[field] ?? 0) + 1;
    counts[field] = count;
    if (best < 0 || count > (counts[best] ?? 0)) best = field;
    at += word.written.length - 1;
  }
  return domains[best] ?? null;
}

/** 地区. Codes of the places that a range names, else of its document. */
export function regionIn(passage: Passage, within: Span, home: string | null): { region: string; stated: boolean } {
  return regionOf(passage, within, { clauseStart: within.start, home, carried: null });
}
