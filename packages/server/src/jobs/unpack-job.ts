import { dirname } from "node:path";
import type { JobHandler, JobWork } from "@qipan/ledger/jobs";
import { visibility } from "@qipan/policy/records/jurisdiction";
import { z } from "zod";
import { type Arrival, type IngestOrder, placeArrivals, recordRefused } from "./arrival.ts";
import { discardFiles } from "./incoming.ts";
import { isFileRefusal, recordRefusal } from "./ingest-job.ts";
import { type Member, unpack } from "./unpack.ts";

/** Name under which archives to take apart stand in the queue. */
export const unpackJob = "unpack";

/** 拆档参数. Where the archive lies, and how its files are to be kept. */
export const unpackPayload = z.object({
  path: z.string(),
  visibility,
  date: z.string().nullable(),
  source: z.string().nullable(),
});
export type UnpackPayload = z.infer<typeof unpackPayload>;

/**
 * 拆档作业. Takes an archive that waits in the data folder apart: each file of it becomes a job of the same batch, all in one
 * transaction, so that a kill at any moment leaves all of them or none; done again, those on record stay as they are.
 */
export const unpackHandler: JobHandler = async (work) => {
  const payload = unpackPayload.parse(work.job.payload);
  try {
    const members = await unpack({ name: work.job.subject, path: payload.path }, dirname(payload.path));
    const { queued, refused } = await place(work, members, payload);
    await discardFiles([payload.path]);
    return { message: `${members.length} files: ${queued} to be read, ${refused} refused` };
  } catch (failure) {
    if (!isFileRefusal(failure)) throw failure;
    await recordRefusal(work, failure);
    await discardFiles([payload.path]);
    throw failure;
  }
};

async function place(
  { job, as, signal }: JobWork,
  members: readonly Member[],
  { visibility: seenBy, date, source }: UnpackPayload,
): Promise<{ queued: number; refused: number }> {
  const arrivals = members.filter((member): member is Arrival => "path" in member);
  const refused = members.flatMap((member) =>
    "refused" in member ? { name: member.name, origin: member.origin, message: member.refused.message } : [],
  );
  const { jurisdiction, batch } = job;
  const order: IngestOrder = { jurisdiction, visibility: seenBy, date, source, batch, again: false };
  try {
    signal.throwIfAborted();
    const placed = await as(async (tx) => {
      if (batch !== null) await recordRefused(tx, refused, { jurisdiction, batch });
      return placeArrivals(tx, arrivals, order);
    });
    const queued = placed.filter((one) => one.outcome === null && one.isNew);
    const taken = new Set(queued.map(({ arrival }) => arrival.path));
    await discardFiles(arrivals.map(({ path }) => path).filter((path) => !taken.has(path)));
    return { queued: queued.length, refused: refused.length };
  } catch (failure) {
    await discardFiles(arrivals.map(({ path }) => path));
    throw failure;
  }
}
