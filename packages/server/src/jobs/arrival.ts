import { batchById, recordOfBatch, refusedOrigins } from "@qipan/ledger/batches";
import { type HeldFile, heldFiles } from "@qipan/ledger/held-files";
import { type EndedJob, enqueueOnce, type Job, recordEndedJobs } from "@qipan/ledger/jobs/job";
import type { JobOutcome } from "@qipan/ledger/jobs/job-state";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Visibility } from "@qipan/policy/records/jurisdiction";
import { ingestJob, type IngestPayload } from "./ingest-job.ts";

/**
 * 到件. A file that lies on the disk and is to be taken in: its bare name, where it lay before, the SHA-256 of its bytes. It
 * is `ours` to delete when it waits in the data folder.
 */
export interface Arrival {
  readonly name: string;
  readonly origin: string | null;
  readonly sha256: string;
  readonly path: string;
  readonly ours: boolean;
}

/** 送审. How files are kept: for which unit, who sees them, what is known of them, and with which others they came. */
export interface IngestOrder {
  readonly jurisdiction: JurisdictionCode;
  readonly visibility: Visibility;
  readonly date: string | null;
  /** Key or name of a listed source. */
  readonly source: string | null;
  readonly batch: Id | null;
  /** Read files again that are held already: what is read anew is added, decisions stay. */
  readonly again: boolean;
  /** The document that the file corrects, and why. */
  readonly corrects?: { readonly document: Id; readonly reason: string };
}

/** 安排. What becomes of an arrival: `queued` as a job, new or open already, or ended at once because its bytes are known. */
export type Placed = { readonly arrival: Arrival } & (
  | { readonly job: Job; readonly isNew: boolean; readonly outcome: null }
  | {
      readonly job: Job | null;
      readonly outcome: JobOutcome;
      readonly message: string;
      readonly document: Id | null;
      /** Of the document that is held. */
      readonly sentences: number;
    }
);

/**
 * 安排到件. Looks the hashes up all at once and queues only what is not held: nothing of a held file is read again. In a
 * batch the held ones are put onto record too, once. Arrivals of a cancelled batch are refused. The answers stand in the
 * order of the arrivals.
 */
export async function placeArrivals(
  tx: Tx,
  arrivals: readonly Arrival[],
  order: IngestOrder,
): Promise<readonly Placed[]> {
  const onRecord = await recordFor(tx, order.batch);
  const held = order.again || order.corrects ? new Map() : await heldFiles(tx, order.jurisdiction, hashesOf(arrivals));
  const placed: Placed[] = [];
  for (const arrival of arrivals) {
    const known = onRecord.get(arrival.sha256);
    const holds: HeldFile | undefined = held.get(arrival.sha256);
    if (holds) placed.push(await placeHeld(tx, { arrival, holds, isOnRecord: known !== undefined }, order));
    else if (known?.outcome === "refused" && !order.again)
      placed.push({ arrival, job: null, ...known, outcome: "refused", sentences: 0 });
    else placed.push({ arrival, ...(await enqueueOnce(tx, jobFor(arrival, order))), outcome: null });
  }
  return placed;
}

/** 未读即拒. A file that is refused before anything of it is queued; `origin` tells it from others of its name. */
export interface RefusedUnread {
  readonly name: string;
  readonly origin: string;
  readonly message: string;
}

/** 记拒收. Puts files of a batch onto record that are refused unread, each once. */
export async function recordRefused(
  tx: Tx,
  refused: readonly RefusedUnread[],
  { jurisdiction, batch }: { readonly jurisdiction: JurisdictionCode; readonly batch: Id },
): Promise<void> {
  if (refused.length === 0) return;
  const known = await refusedOrigins(tx, batch);
  const fresh = refused.filter(({ origin }) => !known.has(origin));
  const end = { jurisdiction, name: ingestJob, outcome: "refused", batch } as const;
  await recordEndedJobs(
    tx,
    fresh.map(({ name, origin, message }) => ({ ...end, subject: name, origin, message })),
  );
}

async function recordFor(tx: Tx, batch: Id | null): ReturnType<typeof recordOfBatch> {
  if (batch === null) return new Map();
  const { name, cancelledAt } = await batchById(tx, batch);
  if (cancelledAt === null) return recordOfBatch(tx, batch);
  throw new LedgerRefusal("conflict", `The batch ${name} was cancelled. Begin another one for these files.`);
}

const hashesOf = (arrivals: readonly Arrival[]): readonly string[] => [
  ...new Set(arrivals.map(({ sha256 }) => sha256)),
];

async function placeHeld(
  tx: Tx,
  { arrival, holds, isOnRecord }: { arrival: Arrival; holds: HeldFile; isOnRecord: boolean },
  order: IngestOrder,
): Promise<Placed> {
  const { purged, document, name, sentenceCount } = holds;
  const end =
    purged === null
      ? { outcome: "held" as const, message: heldWords(arrival.name, holds), document }
      : {
          outcome: "refused" as const,
          message: `These are the bytes of ${name}, which was purged on ${purged}. A purged document is not taken in again.`,
          document: null,
        };
  const placed = { arrival, ...end, sentences: purged === null ? sentenceCount : 0 };
  if (order.batch === null || isOnRecord) return { ...placed, job: null };
  const [job = null] = await recordEndedJobs(tx, [endedJob(arrival, { ...end, done: placed.sentences }, order)]);
  return { ...placed, job };
}

function heldWords(arrived: string, { name, sentenceCount }: HeldFile): string {
  return `already held${name === arrived ? "" : ` as ${name}`}: ${sentenceCount} sentences, 0 new readings`;
}

function endedJob(
  { name: subject, origin, sha256 }: Arrival,
  end: Pick<EndedJob, "outcome" | "message" | "document" | "done">,
  { jurisdiction, batch }: IngestOrder,
): EndedJob {
  return { jurisdiction, name: ingestJob, subject, origin, batch, payload: { sha256 }, ...end };
}

function jobFor(
  { name, origin, sha256, path, ours }: Arrival,
  { jurisdiction, visibility, date, source, batch, corrects }: IngestOrder,
): Parameters<typeof enqueueOnce>[1] {
  const payload: IngestPayload = { path, visibility, date, source, ours, sha256, ...(corrects ? { corrects } : {}) };
  const onlyOnce = `${visibility} ${corrects?.document ?? ""}${sha256}`;
  return { jurisdiction, name: ingestJob, subject: name, origin, batch, payload, onlyOnce };
}
