import { jobById, newestJobs } from "@qipan/ledger/jobs/job";
import type { Handlers } from "../http/handlers.ts";
import { shownJob } from "../jobs/shown.ts";

/** Jobs shown at most: what somebody still remembers having started. */
const mostJobs = 50;

/** 作业. Background work of the units that the caller reads. */
export const jobHandlers: Pick<Handlers, "listJobs" | "getJob"> = {
  listJobs: async (_, { within }) => ({ items: (await within((tx) => newestJobs(tx, mostJobs))).map(shownJob) }),
  getJob: ({ params }, { within }) => within(async (tx) => shownJob(await jobById(tx, params.id))),
};
