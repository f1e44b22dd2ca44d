import type { Document } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import { documentsByIds } from "../documents.ts";
import type { Tx } from "../transaction.ts";

/** 文件之版. One version of a document; `current` is the newest that the principal sees. */
export interface DocumentVersion {
  readonly document: Document;
  readonly reason: string | null;
  readonly current: boolean;
}

/**
 * 取各版. All versions of a document that the principal sees, oldest first, whichever of them is named. A version that is
 * hidden parts the chain: what lies beyond it is not followed. None when the document is not seen.
 */
export async function versionsOfDocument(tx: Tx, id: Id): Promise<readonly DocumentVersion[]> {
  const { rows } = await sql<{ id: Id; reason: string | null }>`
    with recursive older as (
      select id, previous from document where id = ${id}
      union select d.id, d.previous from document d join older o on d.id = o.previous
    ), newer as (
      select id from document where id = ${id}
      union select d.id from document d join newer n on d.previous = n.id where d.purged_at is null
    )
    select d.id, d.correction as reason from document d
    where d.id in (select id from older union select id from newer) order by d.version, d.id`.execute(tx.db);
  const ids = rows.map((row) => row.id);
  const byId = new Map((await documentsByIds(tx, ids)).map((document) => [document.id, document]));
  const known = rows.flatMap(({ id: of, reason }) => {
    const document = byId.get(of);
    return document ? [{ document, reason }] : [];
  });
  const newest = known.findLast(({ document }) => document.purged === null)?.document.id;
  return known.map((version) => ({ ...version, current: version.document.id === newest }));
}
