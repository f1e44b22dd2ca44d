import { z } from "zod";
import { id, instant } from "@qipan/policy/records/identity";
import { op } from "./operation.ts";

/**
 * 收件结果. What became of a file: taken in; held already; refused, with the reason; failed by a fault of ours; cancelled
 * before it began. Null while it waits or runs, and for work that is about no file.
 */
export const jobOutcome = z.enum(["created", "held", "refused", "failed", "cancelled"]);
export type JobOutcome = z.infer<typeof jobOutcome>;

/**
 * 作业. Background work with its progress; `document` is there once it is. `origin` is where a file lay before it came here
 * (`资料.zip!2024/通报.docx`), `by` who handed it in.
 */
export const job = z.object({
  id,
  name: z.string(),
  subject: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  outcome: jobOutcome.nullable(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  message: z.string().nullable(),
  document: id.nullable(),
  batch: id.nullable(),
  origin: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type Job = z.infer<typeof job>;

export const listJobs = op({
  method: "GET",
  path: "/api/jobs",
  topic: "jobs",
  summary: "The newest background jobs of the caller's unit",
  role: "officer",
  response: z.object({ items: z.array(job) }),
});

export const getJob = op({
  method: "GET",
  path: "/api/jobs/{id}",
  topic: "jobs",
  summary: "One background job with its progress",
  role: "officer",
  params: z.object({ id }),
  response: job,
});
