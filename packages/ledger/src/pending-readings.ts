import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import { readingsByIds } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/** 待决读出. A reading that the principal may decide on, locked: whoever asks for it meanwhile waits and sees the decision. */
export async function pendingReading(tx: Tx, id: Id): Promise<StoredReading> {
  const [reading] = await pendingReadings(tx, [id]);
  if (!reading) throw new Error("Asking for one reading gave none");
  return reading;
}

/**
 * 待决若干. Readings in the order asked for, all locked. Refuses one that is not held (or not seen), that belongs to another
 * unit, or that somebody has decided, with who and when.
 */
export async function pendingReadings(tx: Tx, ids: readonly Id[]): Promise<readonly StoredReading[]> {
  const readings = await readingsToDecide(tx, ids);
  for (const reading of readings) requirePending(reading);
  return readings;
}

/** Readings that the principal may decide on, in whatever state, locked. */
export async function readingsToDecide(tx: Tx, ids: readonly Id[]): Promise<readonly StoredReading[]> {
  await sql`select id from reading where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx.db);
  const byId = new Map((await readingsByIds(tx, ids)).map((reading) => [reading.id, reading]));
  return ids.map((id) => {
    const reading = byId.get(id);
    if (!reading) throw new LedgerRefusal("not-found", `No reading ${id} is held. Load the list again.`);
    requireWrite(tx, reading.jurisdiction);
    return reading;
  });
}

function requirePending({ state, decidedBy, decidedAt, quote }: StoredReading): void {
  if (state === "pending") return;
  const words = quote.length > 20 ? `${quote.slice(0, 20)}…` : quote;
  throw new LedgerRefusal(
    "conflict",
    `The reading "${words}" ${said(state)}${by(decidedBy, decidedAt)}. ${todo[state]}`,
  );
}

const todo: Record<Exclude<StoredReading["state"], "pending">, string> = {
  accepted: "Undo that decision first, or go on to the next.",
  merged: "Undo that decision first, or go on to the next.",
  split: "Decide on its parts, or undo the split first.",
  rejected: "Undo that decision first, or go on to the next.",
  superseded: "The text no longer says it, so there is nothing to decide.",
};

function said(state: StoredReading["state"]): string {
  return state === "superseded" ? "is superseded" : `was ${state}`;
}

/** Who and when, in the time of Beijing, as people there write it. */
function by(who: string | null, when: string | null): string {
  if (who === null || when === null) return "";
  const local = new Date(Date.parse(when) + 8 * 3_600_000).toISOString();
  return ` by ${who} on ${local.slice(0, 10)} at ${local.slice(11, 16)}`;
}
