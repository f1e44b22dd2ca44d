import type { Tx } from "@qipan/ledger/transaction";
import type { Job } from "../contract/jobs.ts";

/** 来件. A file handed in through the API. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly visibility: "draft" | "public";
}

/** 作业台. What the HTTP side needs of the background jobs besides what the ledger tells about them. */
export interface JobDesk {
  /** Queues the reading of a file in the caller's transaction: it starts when that commits. */
  submit(tx: Tx, upload: Upload): Promise<Job>;
  /** Takes no more jobs and hands back what runs; none is lost. */
  stop(): Promise<void>;
}
