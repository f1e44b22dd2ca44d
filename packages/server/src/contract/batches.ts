import { z } from "zod";
import { id, instant } from "@qipan/policy/records/identity";
import { jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { page } from "@qipan/policy/records/page";
import { job } from "./jobs.ts";
import { op } from "./operation.ts";
import { pageQuery } from "./paging.ts";

const topic = "jobs";
const params = z.object({ id });
const count = z.int().nonnegative();

/**
 * 批次. Files handed in together. `counts.files` is the sum of the others; archives that are still being unpacked count as
 * one file. A batch is `open` while anything of it waits or runs.
 */
export const batch = z.object({
  id,
  jurisdiction: jurisdictionCode,
  name: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  cancelledAt: instant.nullable(),
  open: z.boolean(),
  counts: z.object({
    files: count,
    waiting: count,
    running: count,
    created: count,
    held: count,
    refused: count,
    failed: count,
    cancelled: count,
  }),
  /** Sentences of the documents that were taken in or held already. */
  sentences: count,
});
export type Batch = z.infer<typeof batch>;

/** States by which the files of a batch are listed: the outcomes, and the two before one is there. */
export const batchFileState = z.enum(["waiting", "running", "created", "held", "refused", "failed", "cancelled"]);

export const createBatch = op({
  method: "POST",
  path: "/api/batches",
  topic,
  summary: "Begin a batch; files are handed in under its id",
  role: "clerk",
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  response: batch,
  status: 201,
});

export const listBatches = op({
  method: "GET",
  path: "/api/batches",
  topic,
  summary: "Batches of the caller's units, newest first",
  role: "officer",
  query: z.object(pageQuery),
  response: page(batch),
});

export const getBatch = op({
  method: "GET",
  path: "/api/batches/{id}",
  topic,
  summary: "One batch with its counts and a page of its files, in the order they were handed in",
  role: "officer",
  params,
  query: z.object({ state: batchFileState.optional(), ...pageQuery }),
  response: z.object({ batch, files: page(job) }),
});

export const cancelBatch = op({
  method: "POST",
  path: "/api/batches/{id}/cancel",
  topic,
  summary: "Cancel what waits of a batch; what runs ends, what was taken in stays",
  role: "clerk",
  params,
  response: batch,
});
