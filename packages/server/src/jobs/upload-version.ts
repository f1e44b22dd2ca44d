import { enqueueOnce, type Job } from "@qipan/ledger/jobs/job";
import type { Tx } from "@qipan/ledger/transaction";
import type { Correcting, Upload } from "../http/job-desk.ts";
import { isArchiveName } from "../ingest/file-name.ts";
import { FileRefused } from "../ingest/file-refusal.ts";
import { discardFiles, keepSpooled } from "./incoming.ts";
import { ingestJob, type IngestPayload } from "./ingest-job.ts";

/** 更正上传. A file that was handed in as the next version of a document, under its bare name. */
export interface NamedUpload {
  readonly name: string;
  readonly upload: Upload;
  readonly folder: string;
}

/**
 * 排更正件. Puts a corrected file into the queue, also when its bytes are known: whether they can be a version is for the ledger
 * to say. The same file for the same document waits once. Throws `FileRefused` for an archive.
 */
export async function queueVersion(tx: Tx, { name, upload, folder }: NamedUpload, corrects: Correcting): Promise<Job> {
  if (isArchiveName(name))
    throw new FileRefused(
      "unsupported",
      `${name} is an archive; a version is one file. Hand in the corrected file itself.`,
    );
  const { visibility, date, source, file } = upload;
  const { document, jurisdiction, reason } = corrects;
  const path = await keepSpooled(folder, file.path);
  const kept = { path, visibility, date: date ?? null, source: source ?? null, ours: true, sha256: file.sha256 };
  const payload: IngestPayload = { ...kept, corrects: { document, reason } };
  const order = { jurisdiction, name: ingestJob, subject: name, origin: upload.name, batch: null, payload };
  try {
    const { job, isNew } = await enqueueOnce(tx, { ...order, onlyOnce: `${document} ${file.sha256}` });
    if (!isNew) await discardFiles([path]);
    return job;
  } catch (failure) {
    await discardFiles([path]);
    throw failure;
  }
}
