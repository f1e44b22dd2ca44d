import type { Document } from "@qipan/policy/records/document";
import type { Entry } from "@qipan/policy/records/entry";
import { sql } from "kysely";
import { entriesByIds } from "./entry-queries.ts";
import type { Tx } from "./transaction.ts";

/** 勘误. Corrections of a document, named by its id or by its name, in order of its sentences; those without one come last. */
export async function errataOf(tx: Tx, { id, name }: Pick<Document, "id" | "name">): Promise<readonly Entry[]> {
  const { rows } = await sql<{ id: Entry["id"] }>`
    select e.id from link l join entry e on e.jurisdiction = l.jurisdiction and e.id = l.entry
    where l.refers = 'document' and l.target = any(${[id, name]}::text[]) and e.kind = 'erratum' and not e.withdrawn`.execute(
    tx.db,
  );
  const entries = await entriesByIds(
    tx,
    rows.map((row) => row.id),
  );
  return [...entries].sort((a, b) => placeOf(a) - placeOf(b));
}

/** p12.s3 as one number; without an address, past every sentence. */
function placeOf({ fields }: Entry): number {
  const { address } = fields;
  const place =
    typeof address === "string" ? /^p(?<paragraph>\d+)\.s(?<ordinal>\d+)$/u.exec(address)?.groups : undefined;
  return place ? Number(place["paragraph"]) * 1_000_000 + Number(place["ordinal"]) : Number.MAX_SAFE_INTEGER;
}
