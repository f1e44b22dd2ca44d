import type { Document } from "@qipan/policy/records/document";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { decideAll } from "../decisions.ts";
import { storedReadings } from "../readings.ts";
import type { Tx } from "../transaction.ts";
import { carriedFrom, reasonOf, type Versions } from "./carried.ts";
import { carryEntries } from "./carry-entries.ts";
import { carryObservations } from "./carry-observations.ts";
import { carrySplits } from "./carry-splits.ts";
import { matchReadings, type ReadingPair } from "./match-readings.ts";

/** 承接结果. Decisions of the older version: carried over to an entry or figure, as rejections, and those not carried. */
export interface Carried {
  readonly kept: number;
  readonly rejected: number;
  readonly left: number;
}

/**
 * 承接决定. What was decided of a reading of the older version holds for the one of the newer that says the same: its entry or
 * figure stands on the new words too, a rejected one stays rejected, a split one is split in the same way. The decision
 * keeps who took it and when; that it was carried over stands in the history. What the principal may not change is left
 * to wait.
 */
export async function carryDecisions(tx: Tx, versions: Versions): Promise<Carried> {
  const decided = await readingsOf(tx, versions.older, ["accepted", "merged", "rejected", "split"]);
  const waiting = await readingsOf(tx, versions.newer, ["pending"]);
  const wholes = matchReadings(
    decided.filter(({ partOf }) => partOf === null),
    waiting,
    versions.fates,
  );
  const pairs = [...wholes, ...(await carrySplits(tx, wholes, versions))];
  const rejected = pairs.filter(({ older }) => older.state === "rejected");
  await carryRejections(tx, rejected, versions);
  const kept = (await carryEntries(tx, pairs, versions)) + (await carryObservations(tx, pairs, versions));
  const standing = decided.filter(({ state }) => state !== "split").length;
  return { kept, rejected: rejected.length, left: standing - kept - rejected.length };
}

async function carryRejections(tx: Tx, pairs: readonly ReadingPair[], versions: Versions): Promise<void> {
  const decisions = pairs.map(({ older, newer }) => ({
    reading: newer,
    decision: {
      action: "carry",
      state: "rejected",
      reason: older.reason ?? reasonOf(older, versions),
      ...carriedFrom(older),
    } as const,
  }));
  await decideAll(tx, decisions);
}

async function readingsOf(
  tx: Tx,
  { jurisdiction, id }: Document,
  states: readonly StoredReading["state"][],
): Promise<readonly StoredReading[]> {
  return storedReadings(tx)
    .where("r.jurisdiction", "=", jurisdiction)
    .where("r.document", "=", id)
    .where("r.state", "in", states)
    .orderBy("r.start")
    .orderBy("r.id")
    .execute();
}
