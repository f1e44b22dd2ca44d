import { type JobOptions, startJobs, type Workers } from "@qipan/ledger/jobs";
import type { Ledger } from "@qipan/ledger/open";
import { openReader } from "../ingest/reader.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { ingestHandler, ingestJob } from "./ingest-job.ts";

/** 开工. Starts to work on every kind of job that Qipan has; `stop` ends it and what it reads with. */
export async function openWorkers(ledger: Ledger, lexicon: LexiconFolders, options: JobOptions = {}): Promise<Workers> {
  const reader = await openReader(lexicon);
  const workers = await startJobs(ledger, { [ingestJob]: ingestHandler(reader) }, options);
  return {
    idle: () => workers.idle(),
    stop: async () => {
      await workers.stop();
      await reader.close();
    },
  };
}
