import type { EntryKind } from "@qipan/policy/records/registers";
import { sql } from "kysely";
import { entryHeads, type When } from "./entry-heads.ts";
import type { Tx } from "./transaction.ts";

/** 种类计数. How many entries of a kind the principal sees, and how many of them are from memory. */
export interface KindCount {
  readonly kind: EntryKind;
  readonly count: number;
  readonly recalled: number;
}

/** 各类条目数. Kinds without a visible entry are left out. */
export async function countsByKind(tx: Tx, { asOf, knownOn }: When = {}): Promise<readonly KindCount[]> {
  const existing = asOf === undefined ? sql`true` : sql`(e.exists_from is null or e.exists_from <= ${asOf})`;
  const heads = tx.db
    .selectFrom(entryHeads(knownOn))
    .select(["e.kind", "e.confidence"])
    .where(sql<boolean>`not e.withdrawn and ${existing}`);
  const { rows } = await sql<KindCount>`
    select kind, count(*) as count, count(*) filter (where confidence = 'recalled') as recalled
    from (${heads}) as h group by kind order by kind`.execute(tx.db);
  return rows;
}

/** 总数. What the ledger holds of each sort, as far as the principal sees. */
export interface LedgerCounts {
  readonly documents: number;
  readonly sentences: number;
  readonly pendingReadings: number;
  readonly observations: number;
  readonly recalledObservations: number;
}

/** 总账计数. */
export async function ledgerCounts(tx: Tx): Promise<LedgerCounts> {
  const { rows } = await sql<LedgerCounts>`
    select (select count(*) from document where purged_at is null) as documents,
      (select coalesce(sum(sentence_count), 0) from document where purged_at is null) as sentences,
      (select coalesce(sum(count), 0) from reading_tally where state = 'pending') as pending_readings,
      (select count(*) from observation where superseded_at is null) as observations,
      (select count(*) from observation where superseded_at is null and confidence = 'recalled') as recalled_observations`.execute(
    tx.db,
  );
  return rows[0] ?? { documents: 0, sentences: 0, pendingReadings: 0, observations: 0, recalledObservations: 0 };
}
