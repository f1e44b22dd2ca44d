import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { enqueueJob, type Job as HeldJob } from "@qipan/ledger/jobs/job";
import type { Ledger } from "@qipan/ledger/open";
import type { Tx } from "@qipan/ledger/transaction";
import type { Job } from "../contract/jobs.ts";
import type { ProblemCode } from "../contract/operation.ts";
import type { JobDesk, Upload } from "../http/job-desk.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { bareName, mediaTypeOf } from "../ingest/file-name.ts";
import { checkSize, FileRefused } from "../ingest/file-refusal.ts";
import type { Logger } from "../log.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { homeOf } from "./home-unit.ts";
import { ingestJob, type IngestPayload } from "./ingest-job.ts";
import { startSealing } from "./sealing.ts";
import { openWorkers } from "./workers.ts";

/** 作业台所需. Where uploads wait, what to read with, and where failures are told. */
export interface DeskGround {
  readonly ledger: Ledger;
  readonly dataDirectory: string;
  readonly lexicon: LexiconFolders;
  readonly log: Logger;
}

/**
 * 开作业台. Takes jobs of the queue up and works on them, and takes uploads in for the HTTP side. An upload waits as a file
 * in the data folder, so that a kill between its arrival and its reading loses nothing.
 */
export async function openDesk({ ledger, dataDirectory, lexicon, log }: DeskGround): Promise<JobDesk> {
  const workers = await openWorkers(ledger, lexicon, {
    onFailure: (job, failure) => log.warn({ job: job.id, name: job.name, failure: nameOf(failure) }, "job failed"),
  });
  const sealing = startSealing(ledger, log);
  const incoming = join(dataDirectory, "incoming");
  await sweep(incoming, ledger.now());
  return {
    submit: async (tx, upload) => jobOf(await submit(tx, upload, incoming)),
    stop: async () => {
      await workers.stop();
      await sealing.stop();
    },
  };
}

/** Refuses at once what would be refused later, then keeps the bytes and puts the job into the queue. */
async function submit(tx: Tx, upload: Upload, folder: string): Promise<HeldJob> {
  const subject = acceptableName(upload);
  const jurisdiction = homeOf(tx.principal);
  const path = join(folder, randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, upload.bytes, { mode: 0o600, flush: true });
  const payload: IngestPayload = { path, visibility: upload.visibility, date: null, ours: true };
  return enqueueJob(tx, { jurisdiction, name: ingestJob, subject, payload });
}

/** After so long no job can still be waiting for its file: the process was killed before the job was in the queue. */
const orphanedMs = 30 * 24 * 3_600_000;

async function sweep(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const age = now.getTime() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now.getTime());
    if (age > orphanedMs) await rm(path, { force: true });
  }
}

/** Problems by which a caller of the API hears why a file is not taken in. */
const problems: Partial<Record<FileRefused["code"], ProblemCode>> = {
  unsupported: "unsupported-media-type",
  "too-large": "too-large",
};

function acceptableName({ name, bytes }: Upload): string {
  try {
    const subject = bareName(name);
    mediaTypeOf(subject);
    checkSize(subject, bytes.byteLength);
    return subject;
  } catch (failure) {
    if (!(failure instanceof FileRefused)) throw failure;
    throw new RequestRefused(problems[failure.code] ?? "invalid", failure.message);
  }
}

/** A job as the contract has it: without the unit. */
function jobOf(held: HeldJob): Job {
  const { jurisdiction: _unit, ...job } = held;
  return job;
}

function nameOf(failure: unknown): string {
  return failure instanceof Error ? failure.name : "unknown";
}
