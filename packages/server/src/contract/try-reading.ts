import { z } from "zod";
import { diagnostic, profile, sentence } from "@qipan/policy/records/document-text";
import { calendarDate } from "@qipan/policy/records/identity";
import { mention } from "@qipan/policy/records/mention";
import { reading } from "@qipan/policy/records/reading";
import { refusal } from "@qipan/policy/records/refusal";
import { op } from "./operation.ts";

/** Characters of a text that is read at once; a longer one is handed in as a file. */
export const mostTriedCharacters = 200_000;

export const tryReading = op({
  method: "POST",
  path: "/api/try",
  topic: "readings",
  summary: "Read a text and answer with what was read; nothing is stored",
  role: null,
  keepsNothing: true,
  body: z.strictObject({
    text: z.string().max(mostTriedCharacters),
    date: calendarDate.optional().describe("Day of the document where its text does not say it"),
  }),
  bodyLimitBytes: 6 * mostTriedCharacters + 1024, // every character may come as \uXXXX
  response: z.object({
    profile,
    sentences: z.array(sentence),
    mentions: z.array(mention),
    readings: z.array(reading),
    /** Spans that a recogniser looked at and left, with the reason. */
    refusals: z.array(refusal),
    diagnostics: z.array(diagnostic),
    /** Names of the divisions that the codes above mean. */
    places: z.record(z.string(), z.string()),
    /** How much was found in all, given or not. */
    found: z.object({ mentions: z.int().nonnegative(), readings: z.int().nonnegative() }),
    /** Whether more was found than is given. */
    cut: z.boolean(),
  }),
  errors: ["too-large", "too-many", "timed-out"],
});
