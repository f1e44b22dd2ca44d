import { type Id, type Instant, instant } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { type Principal, role } from "@qipan/policy/records/principal";
import { type RawBuilder, sql } from "kysely";
import { insertRows } from "../bulk.ts";
import { LedgerRefusal } from "../refusal.ts";
import { requireWrite, type Tx } from "../transaction.ts";
import { newId } from "../uuid-v7.ts";
import type { JobOutcome, JobState } from "./job-state.ts";

/** 作业. Background work with its progress; `document` names what came of it, `origin` where a file lay before, `by` who asked. */
export interface Job {
  readonly id: Id;
  readonly jurisdiction: JurisdictionCode;
  readonly name: string;
  readonly subject: string;
  readonly state: JobState;
  readonly outcome: JobOutcome | null;
  readonly done: number;
  readonly total: number;
  readonly message: string | null;
  readonly document: Id | null;
  readonly batch: Id | null;
  readonly origin: string | null;
  readonly by: string;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

/** 新作业. `onlyOnce` names work of which one is enough: while such a job is open, asking again gives that one. */
export interface NewJob {
  readonly jurisdiction: JurisdictionCode;
  readonly name: string;
  readonly subject: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly total?: number;
  readonly onlyOnce?: string;
  readonly batch?: Id | null;
  readonly origin?: string | null;
}

/** 已毕作业. Work whose end is known when it is asked for: a file that is held already, or that is refused unread. */
export interface EndedJob extends Omit<NewJob, "onlyOnce" | "total"> {
  readonly outcome: JobOutcome;
  readonly message: string;
  readonly document?: Id | null;
  /** Steps that it would have had. */
  readonly done?: number;
}

/** 已取作业. A job as its worker gets it: with parameters and the principal on whose behalf it runs. */
export interface ClaimedJob extends Job {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
  readonly attempts: number;
}

/** A row of the queue as the database gives it. */
export interface JobRow extends Omit<Job, "createdAt" | "finishedAt" | "by"> {
  readonly actor: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

interface ClaimedRow extends JobRow {
  readonly payload: Record<string, unknown>;
  readonly role: string;
  readonly reads: JurisdictionCode[];
  readonly writes: JurisdictionCode[];
  readonly attempts: number;
}

const columns = sql.raw(
  "id, jurisdiction, name, subject, state, outcome, done, total, message, document, batch, origin, actor, created_at, finished_at",
);

/**
 * 提交作业. Puts work into the queue in the caller's transaction: it starts when that commits, and never when it does not.
 * The job runs with the rights of the principal who asks. Refuses a unit that the principal may not write.
 */
export async function enqueueJob(tx: Tx, job: NewJob): Promise<Job> {
  return (await enqueueOnce(tx, job)).job;
}

/** 提交一次. The same, with whether the job is new: with `onlyOnce` it may be one that is open already. */
export async function enqueueOnce(tx: Tx, job: NewJob): Promise<{ readonly job: Job; readonly isNew: boolean }> {
  requireWrite(tx, job.jurisdiction);
  const payload = JSON.stringify(job.payload ?? {});
  const { rows } = await sql<JobRow>`
    insert into job (jurisdiction, id, name, subject, total, payload, only_once, batch, origin, actor, role, reads, writes, created_at)
    values (${job.jurisdiction}, ${newId(tx.now)}, ${job.name}, ${job.subject}, ${job.total ?? 0}, ${payload},
      ${job.onlyOnce ?? null}, ${job.batch ?? null}, ${job.origin ?? null}, '', '', '{}', '{}', ${tx.now})
    on conflict do nothing returning ${columns}`.execute(tx.db);
  const [row] = rows;
  return row === undefined ? { job: await openJob(tx, job), isNew: false } : { job: jobOf(row), isNew: true };
}

/** 记已毕作业. Puts work that has ended onto record, in the order given; nobody works on it. Gives the jobs. */
export async function recordEndedJobs(tx: Tx, jobs: readonly EndedJob[]): Promise<readonly Job[]> {
  const rows = jobs.map(({ jurisdiction, name, subject, outcome, message, ...job }) => {
    requireWrite(tx, jurisdiction);
    const state: JobState = outcome === "created" || outcome === "held" ? "done" : "failed";
    const { document = null, batch = null, origin = null, done = 0, payload = {} } = job;
    const what = { jurisdiction, id: newId(tx.now), name, subject, state, outcome, message, document, batch, origin };
    const who = { actor: "", role: "", reads: [], writes: [] }; // set by the store
    return { ...what, ...who, payload, attempts: 0, done, total: done, createdAt: tx.now, finishedAt: tx.now };
  });
  await insertRows(tx.db, "job", rows);
  return rows.map(({ createdAt, finishedAt, ...row }) =>
    jobOf({ ...row, createdAt, finishedAt, actor: tx.principal.actor }),
  );
}

async function openJob(tx: Tx, { jurisdiction, name, onlyOnce }: NewJob): Promise<Job> {
  const { rows } = await sql<JobRow>`select ${columns} from job where jurisdiction = ${jurisdiction} and name = ${name}
    and only_once = ${onlyOnce ?? null} and state in ('waiting', 'running')`.execute(tx.db);
  const [row] = rows;
  if (row !== undefined) return jobOf(row);
  throw new LedgerRefusal(
    "conflict",
    `The job ${name} for ${onlyOnce ?? ""} ended while it was asked for again. Ask once more.`,
  );
}

/** 作业查询. One job of a unit that the principal reads; refused as not found otherwise. */
export async function jobById(tx: Tx, id: Id): Promise<Job> {
  const { rows } = await sql<JobRow>`select ${columns} from job where id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (row === undefined) throw new LedgerRefusal("not-found", `No job ${id} is held. Check its id.`);
  return jobOf(row);
}

/** 多个作业. Those of the ids that the principal reads, in no order. */
export async function jobsByIds(tx: Tx, ids: readonly Id[]): Promise<readonly Job[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<JobRow>`select ${columns} from job where id = any(${[...ids]}::uuid[])`.execute(tx.db);
  return rows.map(jobOf);
}

/** 待办参数. Parameters of the jobs of these names that wait or run, for whoever keeps files for them. */
export async function openPayloads(
  tx: Tx,
  names: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Pick<ClaimedRow, "payload">>`
    select payload from job where name = any(${[...names]}) and state in ('waiting', 'running')`.execute(tx.db);
  return rows.map(({ payload }) => payload);
}

/** 新近作业. The newest jobs of the units that the principal reads, newest first, at most `limit`. */
export async function newestJobs(tx: Tx, limit: number): Promise<readonly Job[]> {
  const { rows } =
    await sql<JobRow>`select ${columns} from job order by created_at desc, id desc limit ${limit}`.execute(tx.db);
  return rows.map(jobOf);
}

/**
 * 取作业. Takes the oldest job that waits, or that a dead worker left, for `worker`; undefined when there is none. Jobs
 * that another worker is just taking are passed over.
 */
export async function claimJob(tx: Tx, worker: number, names: readonly string[]): Promise<ClaimedJob | undefined> {
  const { rows } = await sql<ClaimedRow>`
    update job set state = 'running', worker = ${worker}, attempts = attempts + 1, message = null
    where (jurisdiction, id) = (
      select jurisdiction, id from job
      where name = any(${names}) and (state = 'waiting' or (state = 'running' and not worker = any(qipan.living_workers())))
      order by created_at, id limit 1 for update skip locked)
    returning ${columns}, payload, actor, role, reads, writes, attempts`.execute(tx.db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { actor, reads, writes, payload, attempts } = row;
  return { ...jobOf(row), payload, attempts, principal: { actor, role: role.parse(row.role), reads, writes } };
}

/** 更新作业. Writes what is given onto a job, as long as `worker` still has it. */
export async function updateJob(
  tx: Tx,
  { job, worker }: { readonly job: Id; readonly worker: number },
  change: Partial<Pick<Job, "state" | "outcome" | "done" | "total" | "message" | "document">>,
): Promise<void> {
  const sets: RawBuilder<unknown>[] = Object.entries(change).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  const ended = change.state === "done" || change.state === "failed";
  if (ended) sets.push(sql`finished_at = ${tx.now}`);
  if (sets.length === 0) return;
  await sql`update job set ${sql.join(sets)} where id = ${job} and worker = ${worker} and state = 'running'`.execute(
    tx.db,
  );
}

/** A row as a job: only the columns of a job, whatever else stands in the row. */
export function jobOf(row: JobRow): Job {
  const { id, jurisdiction, name, subject, state, outcome, done, total, message, document, batch, origin } = row;
  const createdAt = instant.parse(row.createdAt);
  const finishedAt = row.finishedAt === null ? null : instant.parse(row.finishedAt);
  const what = { id, jurisdiction, name, subject, state, outcome, done, total, message, document };
  return { ...what, batch, origin, by: row.actor, createdAt, finishedAt };
}
