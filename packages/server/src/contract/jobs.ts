import { z } from "zod";
import { id, instant } from "@qipan/policy/records/identity";
import { op } from "./operation.ts";

/** 作业. Background work with its progress; `result` names the document once it is there. */
export const job = z.object({
  id,
  name: z.string(),
  subject: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  message: z.string().nullable(),
  document: id.nullable(),
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
