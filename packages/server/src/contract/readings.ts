import { z } from "zod";
import { entry } from "@qipan/policy/records/entry";
import { ground } from "@qipan/policy/records/ground";
import { id } from "@qipan/policy/records/identity";
import { observation } from "@qipan/policy/records/observation";
import { page } from "@qipan/policy/records/page";
import { readingTypes } from "@qipan/policy/records/reading-types";
import { candidate, readingState, storedReading } from "@qipan/policy/records/stored-reading";
import { op } from "./operation.ts";
import { pageQuery, reason } from "./paging.ts";

const topic = "readings";
const params = z.object({ id });
const decided = z.object({ reading: storedReading, entry: entry.nullable(), observation: observation.nullable() });

export const listReadings = op({
  method: "GET",
  path: "/api/readings",
  topic,
  summary: "Readings by document, state and type",
  role: null,
  query: z.object({
    document: id.optional(),
    state: readingState.optional(),
    type: z.enum(readingTypes).optional(),
    ...pageQuery,
  }),
  response: page(storedReading.extend({ candidates: z.array(candidate) })),
  formats: ["json", "csv", "xlsx"],
});

export const getReading = op({
  method: "GET",
  path: "/api/readings/{id}",
  topic,
  summary: "One reading, the entry it proposes and the entries it may be the same as",
  role: null,
  params,
  response: z.object({
    reading: storedReading,
    proposal: z.object({ kind: z.string(), fields: z.record(z.string(), z.unknown()) }).nullable(),
    /** Why there is no proposal: what an officer has to say first. */
    why: ground.nullable(),
    candidates: z.array(candidate),
  }),
});

export const acceptReading = op({
  method: "POST",
  path: "/api/readings/{id}/accept",
  topic,
  summary: "Make the reading an entry (or an observation), as proposed or with changed fields",
  role: "clerk",
  params,
  body: z.strictObject({ fields: z.record(z.string(), z.unknown()).optional(), reason: reason.optional() }),
  response: decided,
  errors: ["conflict", "invalid", "forbidden"],
});

export const mergeReading = op({
  method: "POST",
  path: "/api/readings/{id}/merge",
  topic,
  summary: "Add the reading's sentence as evidence to an entry that is the same thing",
  role: "clerk",
  params,
  body: z.strictObject({ into: id, reason: reason.optional() }),
  response: decided,
  errors: ["conflict", "forbidden"],
});

/** 分出之条. Words of the reading's sentence, by offsets into the stored text, and what they become; no `becomes` waits. */
const part = z.strictObject({
  spans: z
    .array(z.object({ start: z.int().nonnegative(), end: z.int().positive() }))
    .min(1)
    .max(20),
  becomes: z
    .discriminatedUnion("state", [
      z.strictObject({ state: z.literal("accepted"), fields: z.record(z.string(), z.unknown()).optional() }),
      z.strictObject({ state: z.literal("merged"), into: id }),
    ])
    .optional(),
});

export const splitReading = op({
  method: "POST",
  path: "/api/readings/{id}/split",
  topic,
  summary:
    "Divide a reading that holds several things: each part has its own words and becomes its own entry, or waits",
  role: "clerk",
  params,
  body: z.strictObject({ parts: z.array(part).min(2).max(20), reason: reason.optional() }),
  response: z.object({ reading: storedReading, parts: z.array(decided) }),
  errors: ["conflict", "invalid", "forbidden"],
});

export const rejectReading = op({
  method: "POST",
  path: "/api/readings/{id}/reject",
  topic,
  summary: "Turn the reading down; it stays turned down when the file is read again",
  role: "clerk",
  params,
  body: z.strictObject({ reason }),
  response: decided,
  errors: ["conflict", "forbidden"],
});

export const undoReading = op({
  method: "POST",
  path: "/api/readings/{id}/undo",
  topic,
  summary: "Take the last decision on the reading back; the history keeps both",
  role: "clerk",
  params,
  body: z.strictObject({ reason: reason.optional() }),
  response: decided,
  errors: ["conflict", "forbidden"],
});

export const acceptBatch = op({
  method: "POST",
  path: "/api/readings/batch",
  topic,
  summary: "Accept the pending readings of a document: each into its likeliest entry, the rest as new entries",
  role: "clerk",
  body: z.strictObject({
    document: id,
    types: z.array(z.string()).min(1),
    dryRun: z.boolean().default(false),
    reason: reason.optional(),
  }),
  response: z.object({
    merged: z.array(z.object({ reading: id, entry: id, title: z.string(), why: ground })),
    created: z.array(z.object({ reading: id, entry: id.nullable(), title: z.string() })),
    left: z.array(z.object({ reading: id, why: ground })),
  }),
});
