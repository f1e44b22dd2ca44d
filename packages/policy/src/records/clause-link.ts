import { z } from "zod";
import { id, instant } from "./identity.ts";
import { jurisdictionCode } from "./jurisdiction.ts";

/** 条款位置. A clause of a document: its path in the outline (`2.3`), the address of its first sentence, its heading. */
export const clausePlace = z.object({
  document: id,
  path: z.string(),
  address: z.string().regex(/^p\d+\.s\d+$/u, "expected an address such as p12.s3"),
  title: z.string(),
});
export type ClausePlace = z.infer<typeof clausePlace>;

/**
 * 条款对应. An officer's word that a clause of one document (`lower`) serves a clause of the document that it implements
 * (`upper`); `withdrawn` when it was taken back.
 */
export const clauseLink = z.object({
  id,
  /** Unit of the lower document. */
  jurisdiction: jurisdictionCode,
  lower: clausePlace,
  upper: clausePlace,
  linkedBy: z.string(),
  linkedAt: instant,
  reason: z.string().nullable(),
  withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
});
export type ClauseLink = z.infer<typeof clauseLink>;
