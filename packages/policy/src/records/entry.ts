import { z } from "zod";
import { evidence, visibleEvidence } from "./evidence.ts";
import { id, instant, sha256 } from "./identity.ts";
import { ownership } from "./jurisdiction.ts";
import { confidence } from "./provenance.ts";
import { type EntryKind, entryKinds, type FieldsOf } from "./registers.ts";

/** 来路. How an entry came to be: a data pack, an accepted reading, a hand-made form, an imported table. */
export const entryOrigin = z.enum(["pack", "reading", "hand", "import"]);
export type EntryOrigin = z.infer<typeof entryOrigin>;

/** 变更. What a version did. `redact` leaves the digest of a version and removes what it said. */
export const versionAction = z.enum(["create", "change", "merge", "withdraw", "restore"]);
export type VersionAction = z.infer<typeof versionAction>;

export const entryKind = z.enum(entryKinds);

/**
 * 条目. An accepted row as of a day. `key` is the row's name inside its kind and jurisdiction (a pack's id, or made from
 * the id); `fields` are those of the kind's register; `withdrawn` entries are only given when asked for.
 */
export const entry = z.object({
  id,
  kind: entryKind,
  key: z.string(),
  ...ownership.shape,
  origin: entryOrigin,
  confidence,
  version: z.int().positive(),
  recordedAt: instant,
  withdrawn: z.boolean(),
  title: z.string(),
  titleEn: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()),
  evidence: visibleEvidence,
});
export type Entry = z.infer<typeof entry>;

/** An entry whose kind is known. */
export type EntryOf<K extends EntryKind> = Omit<Entry, "kind" | "fields"> & { kind: K; fields: FieldsOf<K> };

/** 版本. One change of an entry: who, when, why, what, chained by hash to the one before. */
export const entryVersion = z.object({
  entry: id,
  version: z.int().positive(),
  action: versionAction,
  actor: z.string(),
  recordedAt: instant,
  reason: z.string().nullable(),
  fields: z.record(z.string(), z.unknown()).nullable(),
  evidence: z.array(evidence),
  redacted: z.boolean(),
  previousHash: sha256.nullable(),
  hash: sha256,
});
export type EntryVersion = z.infer<typeof entryVersion>;
