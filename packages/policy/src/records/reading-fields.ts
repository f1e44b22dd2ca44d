import { z } from "zod";
import { day, diagnostic, textSpan } from "./document-text.ts";
import { comparator } from "./mention.ts";
import { certainty } from "./provenance.ts";

/** 数值. Exact (`value`) or a range (`low` to `high`, `value` null), with unit and comparator as in a quantity mention. */
export const readValue = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  comparator,
});
export type ReadValue = z.infer<typeof readValue>;

/** 期间. First and last day; a null side is open or not stated. */
export const period = z.object({ start: day.nullable(), end: day.nullable() });

/** 变化. Change that a sentence states beside a level: 同比下降15.2%, 比上年上升8个百分点. */
export const readChange = z.object({
  direction: z.enum(["up", "down"]),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  comparator,
  basePeriod: period.nullable(),
});
export type ReadChange = z.infer<typeof readChange>;

/**
 * `key` identifies the same reading in another import of the document: kind, normalised words of the first span and
 * an ordinal among equals, never an offset. `spans` are in text order, the first is the main one and never missing.
 * `certainty` names for each field that was read whether the text says it or it was concluded.
 */
export const readingFields = {
  key: z.string(),
  recogniser: z.string(),
  spans: z.array(textSpan).min(1),
  certainty: z.record(z.string(), certainty),
  diagnostics: z.array(diagnostic),
  refinements: z.array(z.string()),
};
