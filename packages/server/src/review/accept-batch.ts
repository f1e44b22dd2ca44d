import { documentById } from "@qipan/ledger/documents";
import { readingsPage } from "@qipan/ledger/readings";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { acceptEvents } from "./accept-events.ts";
import { acceptProposed, ownershipOf } from "./accept-reading.ts";
import type { Batch, BatchOutcome } from "./batch.ts";
import { heldFigures } from "./held-figures.ts";
import { knownNames } from "./known-names.ts";
import { proposalFrom } from "./proposal.ts";

/** 批量采纳. What to accept: the pending readings of one document, of the types named. */
export interface BatchRequest {
  readonly document: Id;
  readonly types: readonly string[];
  /** Tell what would happen and change nothing. */
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
}

/**
 * 批量采纳. Accepts the pending readings of a document in one transaction, so that nothing becomes an entry twice: events
 * that an entry already tells are merged into it (each into another one), passages that repeat each other become one,
 * the rest become entries and observations of the document's owner. What cannot be accepted is left, with the reason.
 */
export async function acceptBatch(
  tx: Tx,
  { document: id, types, dryRun, reason }: BatchRequest,
): Promise<BatchOutcome> {
  const document = await documentById(tx, id);
  if (!document) throw new LedgerRefusal("not-found", `No document ${id} is held. Check its id.`);
  const outcome: BatchOutcome = { merged: [], created: [], left: [] };
  const batch: Batch = {
    tx,
    document,
    ownership: ownershipOf(document),
    names: await knownNames(tx),
    dryRun,
    reason,
    outcome,
  };
  const pending = (await pendingReadings(tx, id)).filter(({ type }) => types.includes(type));
  const isEvent = ({ type }: StoredReading): boolean => type === "event";
  await acceptEvents(batch, pending.filter(isEvent));
  await acceptOthers(
    batch,
    pending.filter((stored) => !isEvent(stored)),
  );
  return outcome;
}

async function pendingReadings(tx: Tx, document: Id): Promise<readonly StoredReading[]> {
  const found: StoredReading[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readingsPage>> = await readingsPage(tx, {
      document,
      state: "pending",
      cursor,
      limit: 500,
    });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

/** Figures and whatever else is no event; a figure for which the ledger holds one already is a person's to compare. */
async function acceptOthers(batch: Batch, pending: readonly StoredReading[]): Promise<void> {
  const proposed = pending.map((stored) => ({ stored, proposal: proposalFrom(stored.reading, batch.names) }));
  const figures = await heldFigures(
    batch.tx,
    proposed.map(({ proposal }) => proposal),
  );
  for (const { stored, proposal } of proposed) {
    const why =
      proposal.makes === "nothing"
        ? proposal.why
        : proposal.makes === "observation"
          ? figures.clashOf(proposal.row)
          : null;
    if (why !== null) {
      batch.outcome.left.push({ reading: stored.id, why });
      continue;
    }
    if (proposal.makes === "observation") figures.add(proposal.row);
    if (!batch.dryRun)
      await acceptProposed(batch.tx, { stored, proposal, ownership: batch.ownership, reason: batch.reason });
    batch.outcome.created.push({ reading: stored.id, entry: null, title: stored.quote });
  }
}
