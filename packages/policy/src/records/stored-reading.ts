import { z } from "zod";
import { ground } from "./ground.ts";
import { id, instant } from "./identity.ts";
import { ownership } from "./jurisdiction.ts";
import { reading } from "./reading.ts";

/**
 * 审核状态. Where a reading stands in review; `split` when an officer made several of it; `superseded` when a corrected
 * document, or a better reading of the same one, no longer says it.
 */
export const readingState = z.enum(["pending", "accepted", "merged", "split", "rejected", "superseded"]);
export type ReadingState = z.infer<typeof readingState>;

/**
 * 读出确度. That of its least certain part: all `stated` by the text, some `implied`, or `unsure` when reading it met a
 * difficulty or found no day or figure in it.
 */
export const readingCertainty = z.enum(["stated", "implied", "unsure"]);
export type ReadingCertainty = z.infer<typeof readingCertainty>;

/** 疑似同一. An entry that may be the same thing, with the reason; `likeness` from 0 to 1 orders them. */
export const candidate = z.object({ entry: id, title: z.string(), likeness: z.number(), why: ground });
export type Candidate = z.infer<typeof candidate>;

/**
 * 待审读出. A reading as the ledger keeps it, with the decision on it; `entry` is what it became or was merged into,
 * `partOf` the reading that was split into it, `alike` whether the ledger seems to hold the same already.
 */
export const storedReading = z.object({
  id,
  ...ownership.shape,
  document: id,
  documentName: z.string(),
  key: z.string(),
  type: z.string(),
  state: readingState,
  certainty: readingCertainty,
  alike: z.boolean(),
  partOf: id.nullable(),
  address: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string(),
  reading,
  entry: id.nullable(),
  observation: id.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
});
export type StoredReading = z.infer<typeof storedReading>;
