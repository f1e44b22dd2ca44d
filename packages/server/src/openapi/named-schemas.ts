import { document, sentence } from "@qipan/policy/records/document";
import { entry, entryVersion } from "@qipan/policy/records/entry";
import { evidence, visibleEvidence } from "@qipan/policy/records/evidence";
import { mention } from "@qipan/policy/records/mention";
import { observation } from "@qipan/policy/records/observation";
import { reading } from "@qipan/policy/records/reading";
import { entryKinds, registerOf } from "@qipan/policy/records/registers";
import { candidate, storedReading } from "@qipan/policy/records/stored-reading";
import { typedValue } from "@qipan/policy/records/value";
import type { z } from "zod";
import { batch } from "../contract/batches.ts";
import { readerSentence } from "../contract/documents.ts";
import { names } from "../contract/entries.ts";
import { auditRecord, checkpoint } from "../contract/integrity.ts";
import { job } from "../contract/jobs.ts";
import { monitoringRow, verdict } from "../contract/observations.ts";
import { place } from "../contract/places.ts";
import { problem } from "../contract/problem.ts";
import { registerDescription } from "../contract/registers.ts";
import { hit } from "../contract/search.ts";

/** Fields of each register, as `EventFields` and so on: what stands in `fields` of an entry of that kind. */
const fieldSchemas: readonly (readonly [string, z.ZodType])[] = entryKinds.map((kind) => [
  `${kind[0]?.toUpperCase()}${kind.slice(1)}Fields`,
  registerOf(kind).fields,
]);

/** 具名模式. Schemas that the OpenAPI document keeps under a name and refers to. */
export const namedSchemas: readonly (readonly [string, z.ZodType])[] = [
  ["Problem", problem],
  ["Entry", entry],
  ["EntryVersion", entryVersion],
  ["Evidence", evidence],
  ["VisibleEvidence", visibleEvidence],
  ["Names", names],
  ["Document", document],
  ["Sentence", sentence],
  ["ReaderSentence", readerSentence],
  ["Mention", mention],
  ["Reading", reading],
  ["StoredReading", storedReading],
  ["Candidate", candidate],
  ["Observation", observation],
  ["TypedValue", typedValue],
  ["MonitoringRow", monitoringRow],
  ["Verdict", verdict],
  ["Place", place],
  ["RegisterDescription", registerDescription],
  ["Hit", hit],
  ["Job", job],
  ["Batch", batch],
  ["Checkpoint", checkpoint],
  ["AuditRecord", auditRecord],
  ...fieldSchemas,
];
