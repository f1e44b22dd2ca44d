import { readFile, rm, stat } from "node:fs/promises";
import type { JobHandler, JobWork } from "@qipan/ledger/jobs";
import { receiveDocument } from "@qipan/ledger/receive-document";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { visibility } from "@qipan/policy/records/jurisdiction";
import { z } from "zod";
import { checkSize, FileRefused } from "../ingest/file-refusal.ts";
import { readIncoming } from "../ingest/ingest-document.ts";
import type { Reader } from "../ingest/reader.ts";

/** Name under which files to take in stand in the queue. */
export const ingestJob = "ingest";

/** 收件作业. Where the file lies, and what to keep it as; a file that was handed in through the API is `ours` to delete. */
export const ingestPayload = z.object({
  path: z.string(),
  visibility,
  date: z.string().nullable(),
  ours: z.boolean(),
});
export type IngestPayload = z.infer<typeof ingestPayload>;

/**
 * 收件作业. Takes one file in. Doing it again, after a crash or because somebody asked twice, adds nothing. Progress is in
 * sentences; the message says what came of it.
 */
export function ingestHandler(reader: Reader): JobHandler {
  return async (work) => {
    const payload = ingestPayload.parse(work.job.payload);
    try {
      const answer = await takeIn(work, payload, reader);
      await discard(payload);
      return answer;
    } catch (failure) {
      if (failure instanceof FileRefused || failure instanceof LedgerRefusal) await discard(payload); // no other attempt follows
      throw failure;
    }
  };
}

async function takeIn(work: JobWork, payload: IngestPayload, reader: Reader): Promise<Awaited<ReturnType<JobHandler>>> {
  const { job } = work;
  const bytes = await bytesOf(job.subject, payload.path);
  work.signal.throwIfAborted();
  const received = await readIncoming(reader, {
    name: job.subject,
    bytes,
    ownership: { jurisdiction: job.jurisdiction, visibility: payload.visibility, sharedWith: [] },
    date: payload.date ?? undefined,
  });
  work.signal.throwIfAborted();
  work.progress({ done: 0, total: received.sentences.length, message: "read, being kept" });
  const { document, created, newReadings } = await work.as((tx) => receiveDocument(tx, received));
  work.progress({ done: document.sentenceCount, total: document.sentenceCount });
  const found = `${document.sentenceCount} sentences, ${newReadings} new readings`;
  return { document: document.id, message: created ? found : `already held: ${found}` };
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
