import type { Tx } from "@qipan/ledger/transaction";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Batch } from "../contract/batches.ts";
import type { Job } from "../contract/jobs.ts";
import type { SpooledFile } from "./spool.ts";

/** 来件. A file handed in through the API, with how it is to be kept. */
export interface Upload {
  /** As the caller names it, with folders where it has them. */
  readonly name: string;
  readonly file: SpooledFile;
  readonly visibility: "draft" | "public";
  readonly date?: CalendarDate | undefined;
  /** Key or name of a listed source. */
  readonly source?: string | undefined;
  readonly batch?: Id | undefined;
  /** The document whose next version the file is. */
  readonly corrects?: Correcting | undefined;
}

/** 更正何件. The document that a file corrects, the unit that owns it, and why. */
export interface Correcting {
  readonly document: Id;
  readonly jurisdiction: JurisdictionCode;
  readonly reason: string;
}

/** 作业台. What the HTTP side needs of the background jobs besides what the ledger tells about them. */
export interface JobDesk {
  /** Queues the reading of a file in the caller's transaction: it starts when that commits. */
  submit(tx: Tx, upload: Upload): Promise<Job>;
  /** Cancels what waits of a batch; the files that waited for it are removed. */
  cancel(tx: Tx, batch: Id): Promise<Batch>;
  /** Takes no more jobs and hands back what runs; none is lost. */
  stop(): Promise<void>;
}
