import { z } from "zod";
import { id } from "./identity.ts";
import { confidence } from "./provenance.ts";

/** 句据. A span of a sentence of a held document; `start` and `end` are UTF-16 offsets into the stored text. */
export const sentenceEvidence = z.object({
  kind: z.literal("sentence"),
  document: id,
  address: z.string().regex(/^p\d+\.s\d+$/u, "expected an address such as p12.s3"),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
});

/**
 * 表据. A cell range of a held table, from its top left to its bottom right cell. `quote` is the words of its cells as
 * stored: cells of a row parted by TAB, rows by LF; empty cells count as empty words, but some word must stand there.
 */
export const cellEvidence = z.object({
  kind: z.literal("cell"),
  document: id,
  sheet: z.string(),
  range: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?$/u, "expected a cell range such as B3 or B3:D3"),
  quote: z.string().min(1),
});

/** 包据. A row of a data pack, with the source that the row names. */
export const packEvidence = z.object({
  kind: z.literal("pack"),
  pack: z.string(),
  table: z.string(),
  row: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  confidence,
});

/** 决定. A decision or transition recorded in Qipan itself, for example a merge or a closing. */
export const decisionEvidence = z.object({
  kind: z.literal("decision"),
  decision: id,
  note: z.string().min(1),
});

/** 证明. What a named officer attests, with an attachment where there is one. */
export const attestationEvidence = z.object({
  kind: z.literal("attestation"),
  officer: z.string().min(1),
  statement: z.string().min(1).max(2000),
  attachment: id.nullable(),
});

/** 依据. Why an entry may exist. */
export const evidence = z.discriminatedUnion("kind", [
  sentenceEvidence,
  cellEvidence,
  packEvidence,
  decisionEvidence,
  attestationEvidence,
]);
export type Evidence = z.infer<typeof evidence>;
export type SentenceEvidence = z.infer<typeof sentenceEvidence>;
export type CellEvidence = z.infer<typeof cellEvidence>;
export type PackEvidence = z.infer<typeof packEvidence>;

/**
 * 所见依据. Evidence as a caller may see it: what lies in documents the caller may not see is counted, never named, and
 * what a purge removed says so.
 */
export const visibleEvidence = z.object({
  shown: z.array(evidence),
  hidden: z.int().nonnegative(),
  purged: z.int().nonnegative(),
});
export type VisibleEvidence = z.infer<typeof visibleEvidence>;
