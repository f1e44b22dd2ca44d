import { z } from "zod";
import { offset } from "./document-text.ts";

/**
 * 锚. Where words stand in a text, told twice (W3C Web Annotation Data Model, 4.2.4 and 4.2.5): by `position`, raw
 * offsets, and by `quote`, the words with some of what stands before and after. `address` is the sentence they lie in.
 */
export const anchor = z.object({
  address: z.string(),
  position: z.object({ start: offset, end: offset }),
  quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
});
export type Anchor = z.infer<typeof anchor>;

/**
 * 重定. What became of words or of a sentence in a newer text:
 * - `same` 未变: the same words at the same place among their neighbours (offsets and address may differ).
 * - `moved` 移位: the same words elsewhere in the order of the text.
 * - `changed` 改动: words that are like them, where they stood or elsewhere.
 * - `lost` 消失: nothing like them.
 */
export const fate = z.enum(["same", "moved", "changed", "lost"]);
export type Fate = z.infer<typeof fate>;

/** 重定之锚. `likeness` 0 to 1, 1 for equal words; address and offsets are null when `lost`. */
export const reanchored = z.object({
  state: fate,
  address: z.string().nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
  likeness: z.number().min(0).max(1),
});
export type Reanchored = z.infer<typeof reanchored>;

/** 句之去向. A sentence of the older text and the one that it became; `newAddress` is null when it was `lost`. */
export const sentenceFate = z.object({
  oldAddress: z.string(),
  newAddress: z.string().nullable(),
  state: fate,
  likeness: z.number().min(0).max(1),
});
export type SentenceFate = z.infer<typeof sentenceFate>;
