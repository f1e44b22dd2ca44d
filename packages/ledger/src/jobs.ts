import { setTimeout as sleep } from "node:timers/promises";
import type { Id } from "@qipan/policy/records/identity";
import type { Ledger } from "./open.ts";
import { type ClaimedJob, claimJob, type Job } from "./jobs/job.ts";
import { takeWorkerLease, type WorkerLease } from "./jobs/lease.ts";
import type { JobOutcome } from "./jobs/job-state.ts";
import { isPassing } from "./jobs/passing-failure.ts";
import { type JobProgress, recorder } from "./jobs/recorder.ts";
import { LedgerRefusal } from "./refusal.ts";
import { systemPrincipal, type Tx } from "./transaction.ts";

/** 作业现场. What a handler is given. It must be idempotent: after a crash the same job runs again from its beginning. */
export interface JobWork {
  readonly job: ClaimedJob;
  readonly ledger: Ledger;
  /** Aborted when the process stops or has lost the job; a handler that sees it throws, and the job waits again. */
  readonly signal: AbortSignal;
  /** Runs one unit of work as the principal who asked for the job. */
  as<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Tells how far it is; never waits, and of several tellings in quick succession the last is kept. */
  progress(at: JobProgress): void;
}

/** 作业所得. What came of a job, where anything is to be said of it. */
export interface JobAnswer {
  readonly document?: Id;
  readonly message?: string;
  readonly outcome?: JobOutcome;
}

/** 作业处理. Does the work of one job. Throwing fails the job. */
export type JobHandler = (work: JobWork) => Promise<JobAnswer | undefined>;

export interface JobOptions {
  /** How many jobs this process runs at a time; 1 by default. */
  readonly concurrency?: number;
  /** How long to wait before looking again without having been woken; 2,000 by default. */
  readonly pollMilliseconds?: number;
  /** Whether what a handler threw says no to the work, rather than that something broke; refusals of the ledger do. */
  readonly isRefusal?: (error: unknown) => boolean;
  /** Called when a handler threw, with what it threw; the job keeps the message. */
  readonly onFailure?: (job: Job, error: unknown) => void;
  /** Called when a job could not be looked for, with the reason; the worker looks again after its pause. */
  readonly onTrouble?: (error: unknown) => void;
}

/** 工作者. The workers of this process. */
export interface Workers {
  /** Resolves as soon as this process runs nothing and finds nothing to do. */
  idle(): Promise<void>;
  /** Takes no more jobs, tells the running ones to stop, and resolves when they have. Safe to call twice. */
  stop(): Promise<void>;
}

/** A job that ends its process each time would be taken up for ever. */
const mostAttempts = 50;
const system = systemPrincipal("jobs");

interface Shift {
  readonly ledger: Ledger;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly options: JobOptions;
  readonly stopping: AbortController;
  lease: Promise<WorkerLease>;
  running: number;
  wake: PromiseWithResolvers<void>;
  resting: PromiseWithResolvers<void>;
}

/**
 * 启动作业. Begins to take jobs whose name has a handler, oldest first. A job whose worker died, in this process or
 * another, is taken up again at once; one that fails does not hold up the others. Throws when the database is away.
 */
export async function startJobs(
  ledger: Ledger,
  handlers: Readonly<Record<string, JobHandler>>,
  options: JobOptions = {},
): Promise<Workers> {
  const shift: Shift = {
    ledger,
    handlers,
    options,
    stopping: new AbortController(),
    running: 0,
    wake: Promise.withResolvers<void>(),
    resting: Promise.withResolvers<void>(),
    lease: takeWorkerLease(ledger.appConnection, () => shift.wake.resolve()),
  };
  await shift.lease;
  const lanes = Array.from({ length: options.concurrency ?? 1 }, () => lane(shift));
  let stopped: Promise<void> | undefined;
  return {
    idle: () => {
      shift.resting = Promise.withResolvers<void>();
      shift.wake.resolve();
      return shift.resting.promise;
    },
    stop: () => {
      stopped ??= stopShift(shift, lanes);
      return stopped;
    },
  };
}

async function stopShift(shift: Shift, lanes: readonly Promise<void>[]): Promise<void> {
  shift.stopping.abort();
  shift.wake.resolve();
  await Promise.all(lanes);
  shift.resting.resolve();
  await (await shift.lease.catch(() => undefined))?.release();
}

async function lane(shift: Shift): Promise<void> {
  while (!shift.stopping.signal.aborted) {
    const worked = await workOnce(shift).catch((error: unknown) => {
      shift.options.onTrouble?.(error);
      return false;
    });
    if (worked || shift.stopping.signal.aborted) continue;
    if (shift.running === 0) shift.resting.resolve();
    await rest(shift);
  }
}

/** Waits until a job is announced, the process stops, or the pause is over. */
async function rest(shift: Shift): Promise<void> {
  const pause = new AbortController();
  const over = sleep(shift.options.pollMilliseconds ?? 2000, undefined, { signal: pause.signal, ref: false }).catch(
    () => undefined,
  );
  await Promise.race([shift.wake.promise, over]);
  pause.abort();
  shift.wake = Promise.withResolvers<void>();
}

async function workOnce(shift: Shift): Promise<boolean> {
  const lease = await livingLease(shift);
  shift.running += 1;
  try {
    const names = Object.keys(shift.handlers);
    const job = await shift.ledger.as(system, (tx) => claimJob(tx, lease.worker, names));
    if (job === undefined) return false;
    await perform(shift, lease, job);
    return true;
  } finally {
    shift.running -= 1;
  }
}

async function livingLease(shift: Shift): Promise<WorkerLease> {
  const held = await shift.lease.catch(() => undefined);
  if (held !== undefined && !held.lost.aborted) return held;
  shift.lease = takeWorkerLease(shift.ledger.appConnection, () => shift.wake.resolve());
  return shift.lease;
}

async function perform(shift: Shift, lease: WorkerLease, job: ClaimedJob): Promise<void> {
  const signal = AbortSignal.any([shift.stopping.signal, lease.lost]);
  const record = recorder(shift.ledger, { job: job.id, worker: lease.worker });
  try {
    refuseHopeless(job);
    const answer = await handlerOf(
      shift,
      job,
    )({
      job,
      ledger: shift.ledger,
      signal,
      progress: record.progress,
      as: (work) => shift.ledger.as(job.principal, work),
    });
    await record.finish({
      state: "done",
      message: answer?.message ?? null,
      ...(answer?.outcome ? { outcome: answer.outcome } : {}),
      ...(answer?.document ? { document: answer.document } : {}),
    });
  } catch (error) {
    if (signal.aborted || isPassing(error)) return record.finish({ state: "waiting" });
    shift.options.onFailure?.(job, error);
    const isRefusal = error instanceof LedgerRefusal || shift.options.isRefusal?.(error) === true;
    const message = error instanceof Error ? error.message : String(error);
    await record.finish({ state: "failed", outcome: isRefusal ? "refused" : "failed", message });
  }
}

function refuseHopeless({ attempts }: ClaimedJob): void {
  if (attempts <= mostAttempts) return;
  throw new LedgerRefusal(
    "invalid",
    `Taken up ${mostAttempts} times and never finished: its process ended each time. See the log, then ask for it again.`,
  );
}

function handlerOf({ handlers }: Shift, { name }: Job): JobHandler {
  const handler = handlers[name];
  if (handler === undefined) throw new Error(`No handler for the job ${name}`);
  return handler;
}
