import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { record } from "./audit.ts";
import { dropEvidence, withdrawEntry } from "./entries.ts";
import { supersedeObservation } from "./observations.ts";
import { LedgerRefusal } from "./refusal.ts";
import { decide, readingToDecide } from "./review.ts";
import type { Tx } from "./transaction.ts";

/**
 * 撤销审核. Puts a decided reading back to pending and takes back what the decision made, by new versions: an accepted
 * entry is withdrawn, merged evidence is dropped, an observation is superseded. The decision itself stays in the audit.
 */
export async function undoDecision(tx: Tx, id: Id, reason: string): Promise<void> {
  const reading = await readingToDecide(tx, id);
  const { state, jurisdiction, entry, observation } = reading;
  if (state === "pending" || state === "superseded")
    throw new LedgerRefusal("conflict", `This reading is ${state}: there is no decision to take back.`);
  await takeBack(tx, reading, reason);
  await decide(tx, reading, { state: "pending" });
  const details = {
    state,
    entry,
    observation,
    decidedBy: reading.decidedBy,
    decidedAt: reading.decidedAt,
    reason: reading.reason,
  };
  await record(tx, { action: "undo-decision", subject: { kind: "reading", id }, jurisdiction, reason, details });
}

async function takeBack(tx: Tx, reading: StoredReading, reason: string): Promise<void> {
  const { id, state, entry, observation } = reading;
  if (state === "accepted" && entry !== null) {
    await refuseSharedEntry(tx, id, entry);
    await withdrawEntry(tx, entry, reason);
  }
  if (state === "merged" && entry !== null) await dropMerged(tx, id, { entry, reason });
  if (state === "accepted" && observation !== null) await supersedeObservation(tx, observation);
}

/** An entry that other readings were merged into is theirs too. */
async function refuseSharedEntry(tx: Tx, id: Id, entry: Id): Promise<void> {
  const others = await tx.db
    .selectFrom("reading")
    .select("id")
    .where("entry", "=", entry)
    .where("id", "<>", id)
    .where("state", "in", ["accepted", "merged"])
    .execute();
  if (others.length === 0) return;
  throw new LedgerRefusal(
    "conflict",
    `${others.length} more readings stand behind this entry. Undo those first, or withdraw the entry itself.`,
  );
}

async function dropMerged(tx: Tx, id: Id, { entry, reason }: { entry: Id; reason: string }): Promise<void> {
  const row = await tx.db.selectFrom("reading").select("entryVersion").where("id", "=", id).executeTakeFirst();
  if (row?.entryVersion) await dropEvidence(tx, entry, { version: row.entryVersion, reason }); // null: the merge brought nothing new
}
