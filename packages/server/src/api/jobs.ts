import { type Job as HeldJob, jobById, newestJobs } from "@qipan/ledger/jobs/job";
import type { Job } from "../contract/jobs.ts";
import type { Handlers } from "../http/handlers.ts";

/** Jobs shown at most: what somebody still remembers having started. */
const mostJobs = 50;

/** 作业. Background work of the units that the caller reads. */
export const jobHandlers: Pick<Handlers, "listJobs" | "getJob"> = {
  listJobs: async (_, { within }) => ({ items: (await within((tx) => newestJobs(tx, mostJobs))).map(shown) }),
  getJob: ({ params }, { within }) => within(async (tx) => shown(await jobById(tx, params.id))),
};

/** A job as the contract has it: without the unit. */
function shown({ id, name, subject, state, done, total, message, document, createdAt, finishedAt }: HeldJob): Job {
  return { id, name, subject, state, done, total, message, document, createdAt, finishedAt };
}
