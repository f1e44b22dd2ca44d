import { setTimeout as sleep } from "node:timers/promises";
import type { Workers } from "@qipan/ledger/jobs";
import { enqueueJob, type Job, jobById } from "@qipan/ledger/jobs/job";
import type { Ledger } from "@qipan/ledger/open";
import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Visibility } from "@qipan/policy/records/jurisdiction";
import type { Principal } from "@qipan/policy/records/principal";
import { bareName } from "../ingest/file-name.ts";
import { ingestJob, type IngestPayload } from "./ingest-job.ts";

/** 送审. For whom files are taken in and how they are kept. */
export interface IngestOrder {
  readonly principal: Principal;
  readonly jurisdiction: JurisdictionCode;
  readonly visibility: Visibility;
  readonly date: string | null;
}

/** As many jobs are queued in one transaction. */
const chunk = 200;

/**
 * 排队收件. Queues one job a file, in the order given, and answers with the jobs. A file that waits already from a command
 * that was killed is not queued twice. The files stay where they are and must be there until their job is done.
 */
export async function queueFiles(ledger: Ledger, paths: readonly string[], order: IngestOrder): Promise<readonly Id[]> {
  const ids: Id[] = [];
  for (let at = 0; at < paths.length; at += chunk)
    ids.push(
      ...(await ledger.as(order.principal, async (tx) => {
        const jobs: Id[] = [];
        for (const path of paths.slice(at, at + chunk)) jobs.push((await enqueueJob(tx, jobFor(path, order))).id);
        return jobs;
      })),
    );
  return ids;
}

function jobFor(path: string, { jurisdiction, visibility, date }: IngestOrder): Parameters<typeof enqueueJob>[1] {
  const payload: IngestPayload = { path, visibility, date, ours: false };
  return { jurisdiction, name: ingestJob, subject: bareName(path), payload, onlyOnce: `${visibility} ${path}` };
}

/** How often jobs are looked at, and how many of them at a time. */
const [lookMs, looked] = [200, 100];

/**
 * 待毕. Waits until every job has ended, in this process or in another that works on the same ledger, and gives each as it
 * is found ended.
 */
export async function* endedJobs(
  ledger: Ledger,
  ids: readonly Id[],
  { principal, workers }: { readonly principal: Principal; readonly workers: Workers },
): AsyncGenerator<Job> {
  const open = new Set(ids);
  while (open.size > 0) {
    await Promise.race([workers.idle(), sleep(lookMs)]);
    const jobs = await ledger.as(principal, (tx) => inOrder([...open].slice(0, looked), (id) => jobById(tx, id)));
    const ended = jobs.filter(({ state }) => state === "done" || state === "failed");
    for (const job of ended) open.delete(job.id);
    yield* ended;
    if (ended.length === 0) await sleep(lookMs);
  }
}

/** One after the other: a transaction has one connection. */
async function inOrder<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<readonly R[]> {
  const answers: R[] = [];
  for (const item of items) answers.push(await ask(item));
  return answers;
}
