import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { digestOf } from "./canonical-json.ts";
import { heldEntry } from "./entry-heads.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/**
 * 会签. Records that a party consents to what an entry of the joint space says now; a later change of its fields needs new
 * consent. Signing twice changes nothing.
 */
export async function countersign(
  tx: Tx,
  id: Id,
  { party, note = null }: { party: JurisdictionCode; note?: string | null },
): Promise<void> {
  const { jurisdiction, kind, title, fields } = await heldEntry(tx, id);
  requireWrite(tx, party);
  if (jurisdiction !== "JJJ")
    throw new LedgerRefusal(
      "invalid",
      `The ${kind} ${title} belongs to ${jurisdiction}; only entries of JJJ are countersigned.`,
    );
  const row = {
    jurisdiction,
    entry: id,
    fieldsDigest: digestOf(fields),
    party,
    actor: tx.principal.actor,
    recordedAt: tx.now,
    note,
  };
  await tx.db
    .insertInto("countersign")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** 会签情况. Parties that have signed what the entry says now. */
export async function countersignsOf(
  tx: Tx,
  id: Id,
): Promise<readonly { party: JurisdictionCode; actor: string; recordedAt: string }[]> {
  const { fields } = await heldEntry(tx, id);
  return tx.db
    .selectFrom("countersign")
    .select(["party", "actor", "recordedAt"])
    .where("entry", "=", id)
    .where("fieldsDigest", "=", digestOf(fields))
    .orderBy("party")
    .execute();
}
