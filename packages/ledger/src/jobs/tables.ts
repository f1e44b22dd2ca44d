import type { Id, Instant } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { ColumnType } from "kysely";
import type { JobOutcome, JobState } from "./job-state.ts";

/** Files handed in together. */
export interface BatchTable {
  jurisdiction: JurisdictionCode;
  id: Id;
  name: string;
  createdAt: Instant;
  createdBy: string;
  cancelledAt: Instant | null;
  cancelledBy: string | null;
}

/** Rows of the queue as lists read them; the queue itself writes them by SQL of its own. */
export interface JobTable {
  jurisdiction: JurisdictionCode;
  id: Id;
  name: string;
  subject: string;
  state: JobState;
  outcome: JobOutcome | null;
  done: number;
  total: number;
  message: string | null;
  document: Id | null;
  payload: ColumnType<Record<string, unknown>, string, string>;
  batch: Id | null;
  origin: string | null;
  onlyOnce: string | null;
  actor: string;
  role: string;
  reads: string[];
  writes: string[];
  createdAt: Instant;
  finishedAt: Instant | null;
}
