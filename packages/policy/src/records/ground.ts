import { z } from "zod";

/** 缘由代码. Why two things may be the same, or why a reading was left; the words are the reader's, in their language. */
export const groundCodes = [
  "same-dates",
  "dates-touch",
  "told-twice",
  "only-one-left",
  "joins-new",
  "repeats-left",
  "held-elsewhere",
  "same-value-held",
  "other-value-held",
  "not-an-event",
  "no-register",
  "no-day",
  "no-indicator",
  "no-period",
  "other-unit",
  "no-level",
  "source-unlisted",
  "binds-nobody",
  "same-name",
  "lacks-fields",
] as const;
export type GroundCode = (typeof groundCodes)[number];

/**
 * 缘由. A code with what it speaks of: `share` is the part of the words that agree, from 0 to 1; `detail` a title or values
 * as they stand in the ledger. Null where a code has none.
 */
export const ground = z.object({
  code: z.enum(groundCodes),
  share: z.number().nullable(),
  detail: z.string().nullable(),
});
export type Ground = z.infer<typeof ground>;

/** Makes a ground. */
export function groundOf(code: GroundCode, { share = null, detail = null }: Partial<Ground> = {}): Ground {
  return { code, share, detail };
}

const texts: Record<GroundCode, (share: string, detail: string) => string> = {
  "same-dates": (share) => `same dates, ${share} of words`,
  "dates-touch": (share) => `dates touch, ${share} of words`,
  "told-twice": (share) => `told twice in the document, ${share} of words`,
  "only-one-left": () => "the only one left of these days, and the entry names this document as its source",
  "joins-new": (share, detail) => `told twice in the document, ${share} of words; it will join "${detail}"`,
  "repeats-left": (share) => `told twice in the document, ${share} of words; what it repeats was left`,
  "held-elsewhere": (_, detail) => `"${detail}" tells the same and belongs to another unit: ask its editor to merge`,
  "same-value-held": () => "the ledger holds this very value already",
  "other-value-held": (_, detail) =>
    `the ledger holds ${detail} for the same indicator, region and period: compare, then decide`,
  "not-an-event": () => "it is no event",
  "no-register": (_, detail) => `no register takes a ${detail} yet; it stays in review`,
  "no-day": () => "the text does not say on which day it happened: give the day",
  "no-indicator": () => "no indicator of the catalogue has exactly this name: choose one, or add it",
  "no-period": () => "the sentence does not say for which period: give first and last day",
  "other-unit": () => "its unit is not that of the indicator: give the value in the indicator's unit",
  "no-level": () => "it states a change without a level: give the level, or leave it",
  "source-unlisted": (_, detail) =>
    `the document names ${detail} as its source, which is not on the source list: add it to the list, or correct the card of the document`,
  "same-name": () => "an entry of this very name is held",
  "lacks-fields": (_, detail) => `the text does not say ${detail}: give it, or leave the reading`,
  "binds-nobody": (_, detail) => `${detail}: no task, target or commitment is made of it`,
};

/** 缘由文字. The English words, for the audit record and the command line. */
export function groundText({ code, share, detail }: Ground): string {
  return texts[code](`${Math.round((share ?? 0) * 100)} %`, detail ?? "");
}
