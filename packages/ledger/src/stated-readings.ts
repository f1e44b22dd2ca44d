import type { Id } from "@qipan/policy/records/identity";
import type { Reading } from "@qipan/policy/records/reading";
import { sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** 所述. A reading that still stands, with what is known of its document. */
export interface StatedReading {
  readonly id: Id;
  readonly document: Id;
  readonly documentName: string;
  readonly documentDay: string | null;
  readonly reading: Reading;
}

/** Types of reading that state a value or a day which other documents may state otherwise. */
const stating = ["measurement", "event", "commitment", "milestone", "requirement", "target"] as const;

/**
 * 取所述. Readings of the types that can be held against each other, of every document that the principal sees; those turned
 * down, divided or superseded are left out, and so are documents that a newer version corrects and second copies of a text:
 * a document is no witness for itself. The newest documents first, `most` at the most.
 */
export async function statedReadings(tx: Tx, most: number): Promise<readonly StatedReading[]> {
  const { rows } = await sql<StatedReading>`
    select r.id, r.document, coalesce(d.title, d.name) as document_name, d.date::text as document_day, r.reading
    from reading r join document d on d.id = r.document
    where r.type = any(${[...stating]}::text[]) and r.state in ('pending', 'accepted', 'merged') and d.purged_at is null
      and not exists (select from document n where n.previous = d.id and n.purged_at is null)
      and not exists (select from document n where n.text_sha256 = d.text_sha256 and n.id < d.id and n.purged_at is null)
    order by d.received_at desc, r.document, r.start, r.id
    limit ${most}`.execute(tx.db);
  return rows;
}
