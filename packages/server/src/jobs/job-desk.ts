import { join } from "node:path";
import { cancelBatch } from "@qipan/ledger/batches";
import type { Ledger } from "@qipan/ledger/open";
import type { ProblemCode } from "../contract/operation.ts";
import type { JobDesk } from "../http/job-desk.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { Logger } from "../log.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { discardFiles, incomingFolder, sweepIncoming } from "./incoming.ts";
import { startSealing } from "./sealing.ts";
import { shownBatch, shownJob } from "./shown.ts";
import { receiveUpload } from "./upload.ts";
import { jobsWithFiles, openWorkers } from "./workers.ts";

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
  const incoming = join(dataDirectory, incomingFolder);
  await sweepIncoming(ledger, incoming, jobsWithFiles);
  return {
    submit: async (tx, upload) => {
      const job = await receiveUpload(tx, upload, incoming).catch((failure: unknown) => {
        throw failure instanceof FileRefused ? problemOf(failure) : failure;
      });
      return shownJob(job);
    },
    cancel: async (tx, id) => {
      const { batch, payloads } = await cancelBatch(tx, id);
      await discardFiles(
        payloads.flatMap(({ path, ours }) => (typeof path === "string" && ours !== false ? path : [])),
      );
      return shownBatch(batch);
    },
    stop: async () => {
      await workers.stop();
      await sealing.stop();
    },
  };
}

/** Problems by which a caller of the API hears why a file is not taken in. */
const problems: Partial<Record<FileRefused["code"], ProblemCode>> = {
  unsupported: "unsupported-media-type",
  mislabelled: "unsupported-media-type",
  "too-large": "too-large",
};

function problemOf({ code, message }: FileRefused): RequestRefused {
  return new RequestRefused(problems[code] ?? "invalid", message);
}

function nameOf(failure: unknown): string {
  return failure instanceof Error ? failure.name : "unknown";
}
