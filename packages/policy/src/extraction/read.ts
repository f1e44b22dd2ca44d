import type { Diagnostic, Encoding, Profile, Sentence } from "../records/document-text.ts";
import type { Card } from "../records/card.ts";
import type { Mention } from "../records/mention.ts";
import type { SourceMark, SourceText } from "../records/source-text.ts";
import type { Reading } from "../records/reading.ts";
import type { Refusal } from "../records/refusal.ts";
import { dayPoint } from "../mention/day-point.ts";
import type { Lexicon } from "../mention/lexicon.ts";
import { type Passage, passagesOf } from "../mention/passages.ts";
import { startTrace } from "../mention/trace.ts";
import { decode } from "../text/decode.ts";
import { outlineOf } from "../text/outline.ts";
import { profileOf } from "../text/profile.ts";
import { repair } from "../text/repair.ts";
import { readCard } from "./card/read-card.ts";
import { agreementReadings } from "./agreement.ts";
import { declarationReadings } from "./declaration.ts";
import { eventReadings } from "./event.ts";
import { milestoneReadings } from "./milestone.ts";
import { observationReadings } from "./observation.ts";
import { organisationChangeReadings } from "./organisation-change.ts";
import { planReadings } from "./plan.ts";
import type { ReadingMatter } from "./reading-matter.ts";
import { copyRefinement } from "./refine/copy.ts";
import { keyRefinement } from "./refine/key.ts";
import { orderRefinement } from "./refine/order.ts";
import { overlapRefinement } from "./refine/overlap.ts";
import type { Refinement } from "./refine/refinement.ts";
import { requirementReadings } from "./requirement.ts";
import { targetReadings } from "./target.ts";
import { homeOf } from "./region-of.ts";
import { undertakingReadings } from "./undertaking/undertakings.ts";

/**
 * 读法. Name of the document, its day when the caller knows it (`YYYY-MM-DD`), the lexicon to read with, and whether to keep
 * what was looked at and left.
 */
export interface ReadOptions {
  readonly doc: string;
  readonly date?: string | undefined;
  readonly lexicon: Lexicon;
  readonly trace?: boolean | undefined;
}

/** 读毕. Everything that was read from one document; `text` is the text exactly as stored, which all offsets count in. */
export interface ReadResult {
  readonly doc: string;
  readonly text: string;
  readonly encoding: Encoding | null;
  readonly profile: Profile;
  readonly card: Card;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly readings: readonly Reading[];
  /** What was looked at and left, in text order; empty unless `trace` asked for it. */
  readonly refusals: readonly Refusal[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The kinds of reading, each a file. A new kind is a file and a row here. */
const kinds: readonly ((matter: ReadingMatter) => readonly Reading[])[] = [
  eventReadings,
  observationReadings,
  targetReadings,
  agreementReadings,
  planReadings,
  milestoneReadings,
  organisationChangeReadings,
  requirementReadings,
];

/** The passes over all readings, in order. */
const refinements: readonly Refinement[] = [overlapRefinement, orderRefinement, keyRefinement, copyRefinement];

/**
 * 读文件. Decodes the bytes of a text file and reads it. Never throws on any bytes: what is no text gives an empty result
 * with the diagnostic `not-text`.
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions): ReadResult {
  return readSource({ ...decode(bytes), format: "text", marks: [] }, options);
}

/** 读源文. Reads the text that was taken out of a file of any format, with what the file says of its structure. */
export function readSource({ text, encoding, marks, diagnostics }: SourceText, options: ReadOptions): ReadResult {
  const result = readText(text, options, marks);
  return { ...result, encoding, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/**
 * 读文本. Repairs a text, divides it into addressed sentences, finds the mentions in each and puts readings together from
 * them. A pure function of its arguments; linear in the length of the text; an empty text gives empty lists.
 */
export function readText(
  text: string,
  { doc, date, lexicon, trace = false }: ReadOptions,
  marks: readonly SourceMark[] = [],
): ReadResult {
  const repaired = repair(text, marks);
  const profile = profileOf(repaired);
  const day = date ?? profile.date?.value ?? null;
  const kept = trace ? startTrace() : null;
  const passages = passagesOf(repaired, outlineOf(repaired, profile), { day: dayPoint(day), lexicon, trace: kept });
  const matter = {
    passages,
    day: day !== null && day.length === 10 ? day : null,
    home: homeOf(passages, profile),
    title: profile.title?.value ?? null,
  };
  const card = readCard(passages, profile, lexicon);
  const found = [
    ...kinds.flatMap((read): readonly Reading[] => read(matter)),
    ...undertakingReadings(matter, card),
    ...declarationReadings(card.declares),
  ];
  const readings = refinements.reduce((list: readonly Reading[], pass) => pass.apply(list), found);
  return {
    doc,
    text,
    encoding: "utf-8",
    profile,
    card,
    sentences: passages.map(({ sentence }) => sentence),
    mentions: mentionsOf(passages),
    readings,
    refusals: kept?.refusals() ?? [],
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  };
}

function mentionsOf(passages: readonly Passage[]): readonly Mention[] {
  const all: Mention[] = [];
  for (const { mentions } of passages) for (const { mention } of mentions) all.push(mention);
  return all;
}
