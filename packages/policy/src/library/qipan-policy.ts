/**
 * `@qipan/policy`: what Chinese policy documents say, each finding with the words it stands on. This file is the whole public
 * API of the archive; everything else in it may change.
 */
export {
  explainReading,
  type MentionOptions,
  mentionsOf,
  type PolicyOptions,
  readPolicy,
  toRecords,
} from "./read-policy.ts";
export { loadLexicon, packedLexicon } from "./load-lexicon.ts";
export { validateLexicon } from "./validate-lexicon.ts";
export type { LexiconPack, WholePack } from "./lexicon-pack.ts";
export type { ReadResult } from "../extraction/read.ts";
export { type OutputRecord, toRecord } from "../extraction/record.ts";
export type { KnownName } from "../mention/known-name.ts";
export { type Lexicon, lexiconFiles, type OrganisationRow, type PlaceRow } from "../mention/lexicon.ts";
export type { Finding } from "../pack/finding.ts";
export type { Card } from "../records/card.ts";
export type { Diagnostic, Sentence, TextSpan } from "../records/document-text.ts";
export type {
  DateMention,
  Mention,
  OrganisationMention,
  QuantityMention,
  RegionMention,
  TitleMention,
} from "../records/mention.ts";
export type { Reading } from "../records/reading.ts";
export { type Refusal, type RefusalReason, refusalReasons } from "../records/refusal.ts";
