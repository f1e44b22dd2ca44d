import { type JobOptions, startJobs, type Workers } from "@qipan/ledger/jobs";
import type { Ledger } from "@qipan/ledger/open";
import { openReader } from "../ingest/reader.ts";
import { ledgerNames } from "../names/ledger-names.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { ingestHandler, ingestJob, isFileRefusal } from "./ingest-job.ts";
import { unpackHandler, unpackJob } from "./unpack-job.ts";

/** Names of jobs that keep a file in the data folder while they wait. */
export const jobsWithFiles: readonly string[] = [ingestJob, unpackJob];

/** 开工. Starts to work on every kind of job that Qipan has; `stop` ends it and what it reads with. */
export async function openWorkers(ledger: Ledger, lexicon: LexiconFolders, options: JobOptions = {}): Promise<Workers> {
  const reader = await openReader(lexicon, { names: ledgerNames(ledger) });
  const handlers = { [ingestJob]: ingestHandler(reader), [unpackJob]: unpackHandler };
  const workers = await startJobs(ledger, handlers, { isRefusal: isFileRefusal, ...options });
  return {
    idle: () => workers.idle(),
    stop: async () => {
      await workers.stop();
      await reader.close();
    },
  };
}
