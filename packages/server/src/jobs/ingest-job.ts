import { readFile, rm, stat } from "node:fs/promises";
import { record } from "@qipan/ledger/audit";
import { heldFiles } from "@qipan/ledger/held-files";
import type { JobAnswer, JobHandler, JobWork } from "@qipan/ledger/jobs";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { id } from "@qipan/policy/records/identity";
import { visibility } from "@qipan/policy/records/jurisdiction";
import { z } from "zod";
import { checkSize, FileRefused } from "../ingest/file-refusal.ts";
import { readIncoming } from "../ingest/ingest-document.ts";
import { keepReceived } from "../ingest/keep-received.ts";
import type { Reader } from "../ingest/reader.ts";

/** Name under which files to take in stand in the queue. */
export const ingestJob = "ingest";

/**
 * 收件参数. Where the file lies, and what to keep it as; a file that waits in the data folder is `ours` to delete. `source` is
 * a key or name of a listed source, `sha256` of the bytes as they were when the file was queued.
 */
export const ingestPayload = z.object({
  path: z.string(),
  visibility,
  date: z.string().nullable(),
  source: z.string().nullable().default(null),
  ours: z.boolean(),
  sha256: z.string().nullable().default(null),
  /** The document that the file corrects, and why; none for a document of its own. */
  corrects: z.object({ document: id, reason: z.string() }).nullish(),
});
export type IngestPayload = z.infer<typeof ingestPayload>;

/**
 * 收件作业. Takes one file in. Doing it again, after a crash or because somebody asked twice, adds nothing. Progress is in
 * sentences; the message says what came of it. A refusal of a file that was handed in stays in the audit record.
 */
export function ingestHandler(reader: Reader): JobHandler {
  return async (work) => {
    const payload = ingestPayload.parse(work.job.payload);
    try {
      const answer = await takeIn(work, payload, reader);
      await discard(payload);
      return answer;
    } catch (failure) {
      if (!isFileRefusal(failure)) throw failure;
      await recordRefusal(work, failure);
      await discard(payload); // no other attempt follows
      throw failure;
    }
  };
}

/** 是否拒收. Whether a failure says no to a file, rather than that something broke. */
export function isFileRefusal(failure: unknown): failure is FileRefused | LedgerRefusal {
  return failure instanceof FileRefused || failure instanceof LedgerRefusal;
}

/** 记拒收. Leaves on record who handed in which file that was refused, and why. */
export async function recordRefusal(
  { job, as }: JobWork,
  { code, message }: FileRefused | LedgerRefusal,
): Promise<void> {
  const { subject, jurisdiction, origin } = job;
  const deed = { action: "refuse-file", subject: { kind: "file", id: origin ?? subject }, jurisdiction };
  await as((tx) => record(tx, { ...deed, reason: message, details: { code, job: job.id } }));
}

/** From so many sentences on, keeping them takes long enough to tell of it. */
const manySentences = 2000;

async function takeIn(work: JobWork, payload: IngestPayload, reader: Reader): Promise<JobAnswer> {
  const { job } = work;
  const before = await takenBefore(work, payload);
  if (before) return before;
  const bytes = await bytesOf(job.subject, payload.path);
  work.signal.throwIfAborted();
  const received = await readIncoming(reader, {
    name: job.subject,
    bytes,
    ownership: { jurisdiction: job.jurisdiction, visibility: payload.visibility, sharedWith: [] },
    date: payload.date ?? undefined,
    source: payload.source ?? undefined,
    origin: job.origin,
  });
  work.signal.throwIfAborted();
  const total = received.sentences.length;
  if (total > manySentences) work.progress({ done: 0, total, message: "read, being kept" });
  const corrects = payload.corrects ?? null;
  const { document, created, message } = await work.as((tx) => keepReceived(tx, received, corrects));
  work.progress({ done: document.sentenceCount, total: document.sentenceCount });
  return { document: document.id, message, outcome: created ? "created" : "held" };
}

/**
 * What an attempt that was killed between keeping the file and telling so has done already: our copy is gone, its bytes are
 * held. Null where the file is there to be read.
 */
async function takenBefore({ job, as }: JobWork, { path, ours, sha256 }: IngestPayload): Promise<JobAnswer | null> {
  if (!ours || !sha256 || (await stat(path).catch(() => null))) return null;
  const held = (await as((tx) => heldFiles(tx, job.jurisdiction, [sha256]))).get(sha256);
  if (!held || held.purged !== null) return null;
  return { document: held.document, message: `${held.sentenceCount} sentences`, outcome: "created" };
}

async function bytesOf(name: string, path: string): Promise<Uint8Array> {
  try {
    checkSize(name, (await stat(path)).size);
    return await readFile(path);
  } catch (failure) {
    if (failure instanceof FileRefused) throw failure;
    const { code } = failure as NodeJS.ErrnoException; // fs throws these
    throw new FileRefused("unreadable", `${path} cannot be read (${code ?? String(failure)}). Hand it in again.`);
  }
}

async function discard({ path, ours }: IngestPayload): Promise<void> {
  if (ours) await rm(path, { force: true });
}
