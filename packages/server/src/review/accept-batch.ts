import { documentById } from "@qipan/ledger/documents";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { waitingReadings } from "@qipan/ledger/review/waiting";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";
import { acceptPending } from "./accept-pending.ts";
import type { BatchOutcome } from "./batch.ts";

/** 批量采纳. What to accept: the pending readings of one document, of the types named. */
export interface BatchRequest {
  readonly document: Id;
  readonly types: readonly string[];
  /** Tell what would happen and change nothing. */
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
}

/** 批量采纳. Accepts the pending readings of a document, as `acceptPending` does. Refuses a document that is not held. */
export async function acceptBatch(tx: Tx, { document, types, dryRun, reason }: BatchRequest): Promise<BatchOutcome> {
  if (!(await documentById(tx, document)))
    throw new LedgerRefusal("not-found", `No document ${document} is held. Check its id.`);
  const pending = await waitingReadings(tx, { document }, Number.MAX_SAFE_INTEGER);
  return acceptPending(tx, { pending: pending.filter(({ type }) => types.includes(type)), dryRun, reason });
}
