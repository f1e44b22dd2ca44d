import { type Id, type Instant, instant } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Page } from "@qipan/policy/records/page";
import { type Selectable, sql } from "kysely";
import { type Job, jobOf } from "./jobs/job.ts";
import type { JobOutcome } from "./jobs/job-state.ts";
import { pageOf, plainColumn } from "./paging.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Schema } from "./schema.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** States of a file of a batch: before its outcome is there, and the outcomes. */
export const batchFileStates = ["waiting", "running", "created", "held", "refused", "failed", "cancelled"] as const;
export type BatchFileState = "waiting" | "running" | JobOutcome;

/** 批次. Files handed in together, with how many of them are in which state and the sentences that they brought. */
export interface Batch {
  readonly id: Id;
  readonly jurisdiction: JurisdictionCode;
  readonly name: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly cancelledAt: Instant | null;
  readonly counts: Readonly<Record<BatchFileState, number>>;
  readonly sentences: number;
}

/** 建批次. Refuses a unit that the principal may not write. */
export async function createBatch(
  tx: Tx,
  { jurisdiction, name }: { readonly jurisdiction: JurisdictionCode; readonly name: string },
): Promise<Batch> {
  requireWrite(tx, jurisdiction);
  const head = { id: newId(tx.now), jurisdiction, name, createdAt: tx.now, createdBy: tx.principal.actor };
  await tx.db
    .insertInto("batch")
    .values({ ...head, cancelledAt: null, cancelledBy: null })
    .execute();
  return { ...head, cancelledAt: null, counts: noFiles, sentences: 0 };
}

/** 批次查询. Refused as not found when there is none that the principal reads. */
export async function batchById(tx: Tx, id: Id): Promise<Batch> {
  const rows = await tx.db.selectFrom("batch").selectAll().where("id", "=", id).execute();
  const [batch] = await batchesOf(tx, rows);
  if (batch) return batch;
  throw new LedgerRefusal("not-found", `No batch ${id} is held. Check its id.`);
}

/** 同名批次. The newest batch of this name that its principal made and nobody cancelled; null when there is none. */
export async function batchNamed(
  tx: Tx,
  { jurisdiction, name }: { readonly jurisdiction: JurisdictionCode; readonly name: string },
): Promise<Id | null> {
  const row = await tx.db
    .selectFrom("batch")
    .select("id")
    .where("jurisdiction", "=", jurisdiction)
    .where("name", "=", name)
    .where("createdBy", "=", tx.principal.actor)
    .where("cancelledAt", "is", null)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** 批次列表. Newest first. */
export async function batchesPage(
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | null; readonly limit: number },
): Promise<Page<Batch>> {
  const query = tx.db.selectFrom("batch").selectAll();
  const page = await pageOf(tx, query, { sort: plainColumn("created_at", "timestamptz", true), cursor, limit });
  return { ...page, items: await batchesOf(tx, page.items) };
}

/** 批次文件. Files of a batch in the order they were handed in, one state of them if told. */
export async function batchFiles(
  tx: Tx,
  batch: Id,
  {
    state,
    cursor,
    limit,
  }: { readonly state?: BatchFileState; readonly cursor?: string | null; readonly limit: number },
): Promise<Page<Job>> {
  let query = tx.db.selectFrom("job").selectAll().where("batch", "=", batch).where(isFile);
  if (state !== undefined) query = query.where(sql<boolean>`coalesce(outcome, state) = ${state}`);
  const page = await pageOf(tx, query, { sort: plainColumn("created_at", "timestamptz", false), cursor, limit });
  return { ...page, items: page.items.map(jobOf) };
}

/** 批次所记. What is on record of a file of a batch that was handed in before; no outcome while its job is open. */
export interface OnRecord {
  readonly outcome: JobOutcome | null;
  readonly message: string;
  readonly document: Id | null;
}

/**
 * 批次已记. The files of a batch that have ended or still wait for their end, by the hash that their job carries; cancelled
 * and failed ones may come again.
 */
export async function recordOfBatch(tx: Tx, batch: Id): Promise<ReadonlyMap<string, OnRecord>> {
  const { rows } = await sql<OnRecord & { sha256: string }>`
    select payload ->> 'sha256' as sha256, outcome, coalesce(message, '') as message, document from job
    where batch = ${batch} and (outcome is null or outcome in ('created', 'held', 'refused')) and payload ? 'sha256'
    order by outcome nulls first`.execute(tx.db);
  return new Map(rows.map(({ sha256, ...known }) => [sha256, known]));
}

/** 已拒来处. Where those files of a batch lay that were refused. */
export async function refusedOrigins(tx: Tx, batch: Id): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom("job")
    .select("origin")
    .where("batch", "=", batch)
    .where("outcome", "=", "refused")
    .execute();
  return new Set(rows.flatMap(({ origin }) => origin ?? []));
}

/** 取消结果. The parameters of the jobs that were cancelled, for whoever keeps files for them. */
export interface Cancelled {
  readonly batch: Batch;
  readonly payloads: readonly Record<string, unknown>[];
}

/** 取消批次. Ends what waits of a batch; what runs goes on, what was taken in stays. Doing it again changes nothing more. */
export async function cancelBatch(tx: Tx, id: Id): Promise<Cancelled> {
  const { jurisdiction } = await batchById(tx, id);
  requireWrite(tx, jurisdiction);
  const { actor } = tx.principal;
  await sql`update batch set cancelled_at = ${tx.now}, cancelled_by = ${actor} where id = ${id} and cancelled_at is null`.execute(
    tx.db,
  );
  const { rows } = await sql<{ payload: Record<string, unknown> }>`
    update job set state = 'failed', outcome = 'cancelled', finished_at = ${tx.now},
      message = ${`Cancelled by ${actor} before it began.`}
    where batch = ${id} and state = 'waiting' returning payload`.execute(tx.db);
  return { batch: await batchById(tx, id), payloads: rows.map(({ payload }) => payload) };
}

/** An archive that was unpacked ended without an outcome: its members stand for it. */
const isFile = sql<boolean>`not (state = 'done' and outcome is null)`;

const noFiles: Batch["counts"] = {
  waiting: 0,
  running: 0,
  created: 0,
  held: 0,
  refused: 0,
  failed: 0,
  cancelled: 0,
};

interface CountRow {
  readonly batch: Id;
  readonly state: BatchFileState;
  readonly files: number;
  readonly sentences: number;
}

async function batchesOf(tx: Tx, rows: readonly Selectable<Schema["batch"]>[]): Promise<readonly Batch[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counted = await sql<CountRow>`
    select batch, coalesce(outcome, state) as state, count(*) as files, sum(done) as sentences
    from job where batch = any(${ids}::uuid[]) and ${isFile} group by 1, 2`.execute(tx.db);
  const byBatch = Map.groupBy(counted.rows, ({ batch }) => batch);
  return rows.map(({ cancelledBy: _by, ...row }) => {
    const counts = byBatch.get(row.id) ?? [];
    return {
      ...row,
      createdAt: instant.parse(row.createdAt),
      counts: { ...noFiles, ...Object.fromEntries(counts.map(({ state, files }) => [state, files])) },
      sentences: counts
        .filter(({ state }) => state === "created" || state === "held")
        .reduce((sum, { sentences }) => sum + sentences, 0),
    };
  });
}
