import type { Id } from "@qipan/policy/records/identity";
import type { ReadingState, StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 同文读出. A reading of another document with the same words. */
export interface Twin {
  readonly reading: Id;
  readonly document: Id;
  readonly documentName: string;
  readonly address: string;
  readonly state: ReadingState;
  readonly entry: Id | null;
}

/** As many as a person wants to see of one reading. */
const most = 5;

/** 取同文. Of each reading, decided ones first; not those that are superseded or stand in a version that was corrected. */
export async function twinsOf(tx: Tx, readings: readonly StoredReading[]): Promise<ReadonlyMap<Id, readonly Twin[]>> {
  if (readings.length === 0) return new Map();
  const wanted = readings.map(({ id, key, document }) => ({ id, key, document }));
  const { rows } = await sql<Twin & { of: Id }>`
    select w.id as of, t.* from json_to_recordset(${JSON.stringify(wanted)}::json) as w(id uuid, key text, document uuid)
    cross join lateral (
      select r.id as reading, r.document, d.name as document_name, r.address, r.state, r.entry
      from reading r join document d on d.jurisdiction = r.jurisdiction and d.id = r.document
      where r.key = w.key and r.document <> w.document and r.state <> 'superseded'
        and not exists (select from document n where n.previous = r.document and n.purged_at is null)
      order by r.state = 'pending', r.id limit ${most}) t`.execute(tx.db);
  const twins = Map.groupBy(rows, ({ of }) => of);
  return new Map([...twins].map(([of, found]) => [of, found.map(({ of: _, ...twin }) => twin)]));
}
