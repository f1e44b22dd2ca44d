import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import { storedReadings } from "../readings.ts";
import { everyUnit, type Tx } from "../transaction.ts";
import { conditionOf, type ReviewFilter } from "./filter.ts";

/** 待决范围. Pending readings that a filter finds, and of these only those named where ids are given. */
export interface WaitingQuery extends Omit<ReviewFilter, "state" | "decidedBy"> {
  readonly ids?: readonly Id[] | undefined;
}

const batchLock = 8_620_003; // any number of our own; held by the transaction that accepts many readings

/** 逐批. Waits until no other batch is being accepted, so that of two that tell the same thing the second finds it held. */
export async function oneBatchAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${batchLock})`.execute(tx.db);
}

/**
 * 取待决读出. Those that the principal may decide on, in order of documents and of the text in each; at most `limit`, the
 * rest is not looked at.
 */
export async function waitingReadings(
  tx: Tx,
  { ids, ...filter }: WaitingQuery,
  limit: number,
): Promise<readonly StoredReading[]> {
  const { writes } = tx.principal;
  let query = storedReadings(tx).where(conditionOf({ ...filter, state: "pending" }, { alias: "r" }));
  if (!writes.includes(everyUnit)) query = query.where(sql<boolean>`r.jurisdiction = any(${[...writes]}::text[])`);
  if (ids !== undefined) query = query.where(sql<boolean>`r.id = any(${[...ids]}::uuid[])`);
  return query.orderBy("r.document").orderBy("r.start").orderBy("r.id").limit(limit).execute();
}
