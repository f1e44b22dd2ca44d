import type { Id } from "@qipan/policy/records/identity";
import type { Ledger } from "../open.ts";
import { systemPrincipal } from "../transaction.ts";
import { updateJob } from "./job.ts";

/** 进度. How far a job is; `total` is 0 before it is known. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
  readonly message?: string;
}

/** 记录员. Writes onto one job, as long as its worker has it. */
export interface Recorder {
  /** Never waits, and of several tellings in quick succession the last is kept. */
  progress(at: JobProgress): void;
  finish(change: Change): Promise<void>;
}

type Change = Parameters<typeof updateJob>[2];

const system = systemPrincipal("jobs");

/** 设记录员. Writes progress one after the other, so that it never overtakes itself or the end. */
export function recorder(ledger: Ledger, at: { readonly job: Id; readonly worker: number }): Recorder {
  let next: Change | undefined;
  let writing: Promise<void> = Promise.resolve();
  let busy = false;
  const write = async (): Promise<void> => {
    while (next !== undefined) {
      const change = next;
      next = undefined;
      await ledger.as(system, (tx) => updateJob(tx, at, change));
    }
    busy = false;
  };
  const begin = (): void => {
    if (busy) return;
    busy = true;
    writing = write();
    writing.catch(() => {
      busy = false; // told by `finish`
    });
  };
  return {
    progress({ done, total, message }: JobProgress): void {
      next = { done, total, ...(message === undefined ? {} : { message }) };
      begin();
    },
    async finish(change: Change): Promise<void> {
      await writing.catch(() => undefined); // progress is lost, the end is not
      const last = next;
      next = undefined;
      await ledger.as(system, (tx) => updateJob(tx, at, { ...last, ...change }));
    },
  };
}
