import { z } from "zod";
import { fate } from "@qipan/policy/records/anchor";
import { document } from "@qipan/policy/records/document";
import { entry } from "@qipan/policy/records/entry";
import { id } from "@qipan/policy/records/identity";
import { observation } from "@qipan/policy/records/observation";
import { versionDiff } from "@qipan/policy/records/version-diff";
import { job } from "./jobs.ts";
import { op } from "./operation.ts";
import { reason } from "./paging.ts";

const topic = "document-versions";
const params = z.object({ id });
const address = z.string().regex(/^p\d+\.s\d+$/u, "expected an address such as p12.s3");

export const listVersions = op({
  method: "GET",
  path: "/api/documents/{id}/versions",
  topic,
  summary: "All versions of a document that you may see, oldest first",
  role: null,
  params,
  response: z.object({
    items: z.array(z.object({ document, reason: z.string().nullable(), current: z.boolean() })),
  }),
});

export const uploadVersion = op({
  method: "POST",
  path: "/api/documents/{id}/versions",
  topic,
  summary: "Hand in the corrected file of a document; it becomes its next version, read in the background",
  role: "clerk",
  params,
  query: z.object({
    name: z.string().trim().min(1).max(1000),
    reason,
    visibility: z.enum(["draft", "public"]).optional().meta({ description: "that of the older version unless told" }),
  }),
  binary: true,
  spooled: true,
  bodyLimitBytes: 256 * 1024 * 1024,
  response: z.object({ job }),
  status: 202,
  errors: ["too-large", "invalid", "not-found", "conflict", "forbidden", "too-many"],
});

export const compareVersions = op({
  method: "GET",
  path: "/api/documents/{id}/diff",
  topic,
  summary: "Clauses of a document against those of another version: added, removed, changed, moved",
  role: null,
  params,
  query: z.object({ against: id.optional().meta({ description: "the version before it unless told" }) }),
  response: versionDiff.extend({ older: document, newer: document }),
  errors: ["not-found", "invalid"],
});

/**
 * 受影响. What stands on a sentence of the version before that this version changes or no longer has; `entry` or
 * `observation`, the other null. `newAddress` and `newText` are null where the sentence is lost.
 */
export const affected = z.object({
  entry: entry.nullable(),
  observation: observation.nullable(),
  oldDocument: id,
  oldAddress: address,
  oldText: z.string(),
  quotes: z.array(z.string()),
  state: fate,
  newAddress: address.nullable(),
  newText: z.string().nullable(),
  likeness: z.number(),
  /** Whether you may settle it: it belongs to a unit that you write. */
  mine: z.boolean(),
});
export type Affected = z.infer<typeof affected>;

export const listAffected = op({
  method: "GET",
  path: "/api/documents/{id}/affected",
  topic,
  summary: "Entries and observations whose sentence this version changed or lost, not yet settled",
  role: null,
  params,
  response: z.object({ items: z.array(affected), settled: z.int().nonnegative() }),
});

export const settleAffected = op({
  method: "POST",
  path: "/api/documents/{id}/affected",
  topic,
  summary: "Settle one of them: it still holds, its fields are changed, or it is withdrawn",
  role: "clerk",
  params,
  body: z.discriminatedUnion("action", [
    /** Adds the sentence of this version as evidence: the aligned one, or the one named. */
    z.strictObject({
      action: z.literal("holds"),
      subject: id,
      oldAddress: address,
      address: address.optional(),
      reason,
    }),
    /** Changes the entry, adding the new sentence where there is one; without `fields` it was changed elsewhere. */
    z.strictObject({
      action: z.literal("edit"),
      subject: id,
      oldAddress: address,
      address: address.optional(),
      expectedVersion: z.int().positive(),
      fields: z.record(z.string(), z.unknown()).optional(),
      reason,
    }),
    z.strictObject({ action: z.literal("withdraw"), subject: id, oldAddress: address, reason }),
  ]),
  response: z.object({ entry: entry.nullable(), observation: observation.nullable(), left: z.int().nonnegative() }),
  errors: ["conflict", "invalid", "forbidden", "not-found"],
});
