import { z } from "zod";
import { calendarDate } from "@qipan/policy/records/identity";

/** What every list accepts: page size and cursor. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: "Rows on a page" }),
  cursor: z.string().max(600).optional().meta({ description: "`next` of the page before" }),
};

/** The day for which a question is answered, and what was known when. Days of Asia/Shanghai. */
export const dayQuery = {
  asOf: calendarDate.optional().meta({ description: "截至日: the day for which the question is answered" }),
  knownOn: calendarDate.optional().meta({ description: "所知日: what the ledger knew at the end of that day" }),
};

/** Several values of one filter, separated by commas or repeated. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(",")).map((part) => part.trim()).filter(Boolean));

/** A reason that will stand in the audit record. */
export const reason = z.string().trim().min(2, "say why in a few words").max(500);
