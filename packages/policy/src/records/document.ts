import { z } from "zod";
import { genres, levels, standings } from "./card.ts";
import { cellSpan, diagnostic, piece } from "./document-text.ts";
import { calendarDate, id, instant, sha256 } from "./identity.ts";
import { ownership } from "./jurisdiction.ts";

/**
 * 文件. One file as received. `purged` documents keep their hash and a tombstone, no bytes, text or quotes. What stands from
 * `title` to `source` is what its card says, as lists need it; `source` is a key of the source list or a name as written.
 * `previous` is the document that this one corrects, `newer` the one that corrects it, as far as the caller sees them.
 */
export const document = z.object({
  id,
  ...ownership.shape,
  name: z.string(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  date: calendarDate.nullable(),
  genre: z.enum(genres).nullable(),
  level: z.enum(levels).nullable(),
  standing: z.enum(standings).nullable(),
  source: z.string().nullable(),
  mediaType: z.string(),
  encoding: z.string(),
  origin: z.string().nullable(),
  diagnostics: z.array(diagnostic),
  byteLength: z.int().nonnegative(),
  textLength: z.int().nonnegative(),
  sha256,
  textSha256: sha256,
  sentenceCount: z.int().nonnegative(),
  readingCount: z.int().nonnegative(),
  pendingCount: z.int().nonnegative(),
  receivedAt: instant,
  receivedBy: z.string(),
  version: z.int().positive(),
  previous: id.nullable(),
  newer: id.nullable(),
  purged: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});
export type Document = z.infer<typeof document>;

/** 标题路径. A heading above a sentence. */
export const heading = z.object({ level: z.int().positive(), text: z.string() });

/**
 * 句. Unit of evidence with a stable address. `start` and `end` are UTF-16 offsets into the stored text, `raw` is that
 * slice, `text` its repaired form (line breaks inside words joined).
 */
export const sentence = z.object({
  document: id,
  address: z.string(),
  paragraph: z.int().positive(),
  ordinal: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  raw: z.string(),
  text: z.string(),
  headings: z.array(z.string()),
  kind: z.string(),
  pieces: z.array(piece),
  copyOf: z.string().nullable(),
  page: z.int().positive().nullable(),
  sheet: z.string().nullable(),
  cells: z.array(cellSpan),
});
export type Sentence = z.infer<typeof sentence>;
