import { z } from "zod";
import { document, sentence } from "@qipan/policy/records/document";
import { entry } from "@qipan/policy/records/entry";
import { calendarDate, id } from "@qipan/policy/records/identity";
import { mention } from "@qipan/policy/records/mention";
import { observation } from "@qipan/policy/records/observation";
import { page } from "@qipan/policy/records/page";
import { storedReading } from "@qipan/policy/records/stored-reading";
import { job } from "./jobs.ts";
import { fileAnswer, op } from "./operation.ts";
import { pageQuery, reason } from "./paging.ts";

const topic = "documents";
const params = z.object({ id });

/** 读者页. A sentence with what was found in it: mentions for the spans, readings for the margin. */
export const readerSentence = sentence.extend({
  kind: z.string(),
  mentions: z.array(mention),
  readings: z.array(
    z.object({ id, type: z.string(), state: z.string(), start: z.int(), end: z.int(), entry: id.nullable() }),
  ),
});
export type ReaderSentence = z.infer<typeof readerSentence>;

export const listDocuments = op({
  method: "GET",
  path: "/api/documents",
  topic,
  summary: "Documents held, newest first; of corrected ones the newest version unless all are asked for",
  role: null,
  query: z.object({
    q: z.string().max(200).optional(),
    versions: z.enum(["newest", "all"]).default("newest"),
    ...pageQuery,
  }),
  response: page(document),
  formats: ["json", "csv", "xlsx"],
});

export const getDocument = op({
  method: "GET",
  path: "/api/documents/{id}",
  topic,
  summary: "One document: what it is, how it was read, what is still to be reviewed",
  role: null,
  params,
  response: document,
});

export const uploadDocument = op({
  method: "POST",
  path: "/api/documents",
  topic,
  summary: "Hand in a file or a zip archive of files; it is read in the background",
  role: "clerk",
  query: z.object({
    name: z.string().trim().min(1).max(1000).describe("Name of the file, with its folder where it has one"),
    visibility: z.enum(["draft", "public"]).default("draft"),
    date: calendarDate.optional().describe("Day of the document where its text does not say it"),
    source: z.string().trim().min(1).max(200).optional().describe("Key or name of a listed source"),
    batch: id.optional().describe("Batch that the file belongs to"),
  }),
  binary: true,
  spooled: true,
  bodyLimitBytes: 256 * 1024 * 1024,
  response: z.object({ job }),
  status: 202,
  errors: ["too-large", "invalid", "not-found", "conflict", "too-many"],
});

export const downloadDocument = op({
  method: "GET",
  path: "/api/documents/{id}/file",
  topic,
  summary: "The file as it was received, always as an attachment",
  role: null,
  params,
  download: true,
  response: fileAnswer,
  errors: ["gone"],
});

export const readDocument = op({
  method: "GET",
  path: "/api/documents/{id}/sentences",
  topic,
  summary: "The sentences of a document in order, with mentions and readings",
  role: null,
  params,
  query: z.object({ cursor: pageQuery.cursor, limit: z.coerce.number().int().min(1).max(1000).default(300) }),
  response: page(readerSentence),
});

export const getSentence = op({
  method: "GET",
  path: "/api/documents/{id}/sentences/{address}",
  topic,
  summary: "One sentence with its readings, entries and observations",
  role: null,
  params: z.object({ id, address: z.string().regex(/^p\d+\.s\d+$/u, "expected an address such as p12.s3") }),
  response: z.object({
    sentence,
    readings: z.array(storedReading),
    entries: z.array(entry),
    observations: z.array(observation),
  }),
});

export const purgeDocument = op({
  method: "POST",
  path: "/api/documents/{id}/purge",
  topic,
  summary: "Remove bytes, text and quotes for good; hash and tombstone stay",
  role: "administrator",
  params,
  body: z.strictObject({ reason }),
  response: document,
});
