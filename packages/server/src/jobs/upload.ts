import { batchById, createBatch } from "@qipan/ledger/batches";
import { enqueueJob, type Job, recordEndedJobs } from "@qipan/ledger/jobs/job";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Upload } from "../http/job-desk.ts";
import { bareName, cleanPath, isArchiveName } from "../ingest/file-name.ts";
import { checkSize } from "../ingest/file-refusal.ts";
import { mediaTypeOf } from "../ingest/media-type.ts";
import { type Arrival, type IngestOrder, type Placed, placeArrivals } from "./arrival.ts";
import { homeOf } from "./home-unit.ts";
import { discardFiles, keepSpooled } from "./incoming.ts";
import { ingestJob } from "./ingest-job.ts";
import { checkArchiveSize } from "./unpack.ts";
import { unpackJob, type UnpackPayload } from "./unpack-job.ts";
import { queueVersion } from "./upload-version.ts";

/**
 * 收上传. Puts an upload into the queue and keeps its file in `folder` until its job is done; bytes that are held end at once,
 * unread. An archive gets a batch of its own unless it came in one. Throws `FileRefused` for what its name or size rules out.
 */
export async function receiveUpload(tx: Tx, upload: Upload, folder: string): Promise<Job> {
  const name = bareName(upload.name);
  const isArchive = isArchiveName(name);
  mediaTypeOf(name);
  if (isArchive) checkArchiveSize(name, upload.file.byteLength);
  else checkSize(name, upload.file.byteLength);
  if (upload.corrects) return queueVersion(tx, { name, upload, folder }, upload.corrects);
  const order = await orderOf(tx, upload);
  return isArchive ? queueArchive(tx, { name, upload, folder }, order) : queueFile(tx, { name, upload, folder }, order);
}

interface Named {
  readonly name: string;
  readonly upload: Upload;
  readonly folder: string;
}

async function orderOf(tx: Tx, { visibility, date, source, batch }: Upload): Promise<IngestOrder> {
  const jurisdiction = batch === undefined ? homeOf(tx.principal) : (await batchById(tx, batch)).jurisdiction;
  return { jurisdiction, visibility, date: date ?? null, source: source ?? null, batch: batch ?? null, again: false };
}

async function queueFile(tx: Tx, { name, upload, folder }: Named, order: IngestOrder): Promise<Job> {
  const path = await keepSpooled(folder, upload.file.path);
  const arrival: Arrival = { name, origin: cleanPath(upload.name), sha256: upload.file.sha256, path, ours: true };
  try {
    const [placed] = await placeArrivals(tx, [arrival], order);
    if (!placed) throw new Error("An arrival was not placed");
    if (placed.outcome !== null || !placed.isNew) await discardFiles([path]);
    return placed.job ?? (await endedJob(tx, placed, order));
  } catch (failure) {
    await discardFiles([path]);
    throw failure;
  }
}

/** Whoever hands a single file in hears of it by a job, even if nothing has to be done. */
async function endedJob(tx: Tx, placed: Placed, { jurisdiction, batch }: IngestOrder): Promise<Job> {
  if (placed.outcome === null) return placed.job;
  const { arrival, outcome, message, document } = placed;
  const { name: subject, origin, sha256 } = arrival;
  const [job] = await recordEndedJobs(tx, [
    { jurisdiction, name: ingestJob, subject, origin, outcome, message, document, batch, payload: { sha256 } },
  ]);
  if (!job) throw new Error("A job was just recorded and is not there");
  return job;
}

async function queueArchive(tx: Tx, { name, upload, folder }: Named, order: IngestOrder): Promise<Job> {
  const { jurisdiction, visibility, date, source } = order;
  const batch = order.batch ?? (await batchFor(tx, jurisdiction, name));
  const path = await keepSpooled(folder, upload.file.path);
  const payload: UnpackPayload = { path, visibility, date, source };
  return enqueueJob(tx, { jurisdiction, name: unpackJob, subject: name, origin: name, payload, batch });
}

async function batchFor(tx: Tx, jurisdiction: JurisdictionCode, name: string): Promise<Id> {
  return (await createBatch(tx, { jurisdiction, name })).id;
}
