import type { Batch as HeldBatch } from "@qipan/ledger/batches";
import type { Job as HeldJob } from "@qipan/ledger/jobs/job";
import type { Batch } from "../contract/batches.ts";
import type { Job } from "../contract/jobs.ts";

/** 所示作业. A job as the contract has it: without the unit. */
export function shownJob({ jurisdiction: _unit, ...job }: HeldJob): Job {
  return job;
}

/** 所示批次. A batch as the contract has it: with the sum of its files and whether anything of it is still to be done. */
export function shownBatch({ counts, ...batch }: HeldBatch): Batch {
  const files = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...batch, open: counts.waiting + counts.running > 0, counts: { files, ...counts } };
}
