import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { record } from "./audit.ts";
import { decide } from "./decisions.ts";
import { dropEvidence, withdrawEntry } from "./entries.ts";
import { supersedeObservation } from "./observations.ts";
import { readingsToDecide } from "./pending-readings.ts";
import { partsOf } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Tx } from "./transaction.ts";

/**
 * 撤销审核. Puts a decided reading back to pending and takes back what the decision made, by new versions: an accepted
 * entry is withdrawn, merged evidence is dropped, an observation is superseded; the parts of a split one are undone and
 * superseded with it. What was decided and taken back stays in the history of decisions and in the audit.
 */
export async function undoDecision(tx: Tx, id: Id, reason: string): Promise<void> {
  const [reading] = await readingsToDecide(tx, [id]);
  if (!reading) throw new Error("Asking for one reading gave none");
  const { state, jurisdiction, entry, observation, decidedBy, decidedAt } = reading;
  if (state === "pending" || state === "superseded")
    throw new LedgerRefusal("conflict", `This reading is ${state}: there is no decision to take back.`);
  await takeBack(tx, reading, reason);
  const undone = { state, entry, observation, decidedBy, decidedAt, reason: reading.reason };
  await decide(tx, reading, { action: "undo", state: "pending", reason, details: { undone } });
  await record(tx, {
    action: "undo-decision",
    subject: { kind: "reading", id },
    jurisdiction,
    reason,
    details: undone,
  });
}

async function takeBack(tx: Tx, reading: StoredReading, reason: string): Promise<void> {
  const { id, state, entry, observation } = reading;
  if (state === "split") await takeBackParts(tx, id, reason);
  if (state === "accepted" && entry !== null) {
    await refuseSharedEntry(tx, id, entry);
    await withdrawEntry(tx, entry, reason);
  }
  if (state === "merged" && entry !== null) await dropMerged(tx, id, { entry, reason });
  if (state === "accepted" && observation !== null) await supersedeObservation(tx, observation);
}

/** Later parts first: an earlier one may be what a later one was merged into. */
async function takeBackParts(tx: Tx, id: Id, reason: string): Promise<void> {
  const standing = (await partsOf(tx, id)).filter(({ state }) => state !== "superseded");
  const parts = await readingsToDecide(
    tx,
    standing.map((part) => part.id),
  );
  for (const part of parts.toReversed()) {
    await takeBack(tx, part, reason);
    await decide(tx, part, { action: "undo", state: "superseded", reason, details: { whole: id, undone: part.state } });
  }
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
