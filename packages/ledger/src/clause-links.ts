import type { ClauseLink, ClausePlace } from "@qipan/policy/records/clause-link";
import type { Id } from "@qipan/policy/records/identity";
import type { Selectable } from "kysely";
import { record } from "./audit.ts";
import { documentById } from "./documents.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Schema } from "./schema.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** Which links: those of a lower document, of an upper one, or of both. */
export interface ClauseLinksQuery {
  readonly lower?: Id | undefined;
  readonly upper?: Id | undefined;
}

/** 条款对应. Links that hold, in the order in which they were made; a link is seen by whoever sees both documents. */
export async function clauseLinks(tx: Tx, { lower, upper }: ClauseLinksQuery): Promise<readonly ClauseLink[]> {
  let query = tx.db.selectFrom("clauseLink").selectAll().where("withdrawnAt", "is", null);
  if (lower !== undefined) query = query.where("lowerDocument", "=", lower);
  if (upper !== undefined) query = query.where("upperDocument", "=", upper);
  return (await query.orderBy("id").execute()).map(linkOf);
}

/** 连条款. Says that a clause serves another. Refuses who may not write the lower document's unit, and a link that is held. */
export async function linkClauses(
  tx: Tx,
  { lower, upper, reason = null }: { lower: ClausePlace; upper: ClausePlace; reason?: string | null },
): Promise<ClauseLink> {
  const [below, above] = [await documentToLink(tx, lower.document), await documentToLink(tx, upper.document)];
  requireWrite(tx, below.jurisdiction);
  if (below.id === above.id)
    throw new LedgerRefusal(
      "invalid",
      `${below.name} cannot serve itself. Choose a clause of the document that it implements.`,
    );
  const row = {
    jurisdiction: below.jurisdiction,
    id: newId(tx.now),
    lowerDocument: lower.document,
    lowerPath: lower.path,
    lowerAddress: lower.address,
    lowerTitle: lower.title,
    upperJurisdiction: above.jurisdiction,
    upperDocument: upper.document,
    upperPath: upper.path,
    upperAddress: upper.address,
    upperTitle: upper.title,
    linkedBy: tx.principal.actor,
    linkedAt: tx.now,
    reason,
  };
  await tx.db.insertInto("clauseLink").values(row).execute();
  const details = { lower: lower.address, upperDocument: above.id, upper: upper.address };
  await record(tx, {
    action: "link-clauses",
    subject: { kind: "document", id: below.id },
    jurisdiction: below.jurisdiction,
    reason,
    details,
  });
  return linkOf({ ...row, withdrawnBy: null, withdrawnAt: null, withdrawReason: null });
}

/** 撤对应. Takes a link back; the row stays with who, when and why. */
export async function unlinkClauses(tx: Tx, id: Id, reason: string): Promise<ClauseLink> {
  const held = await tx.db.selectFrom("clauseLink").selectAll().where("id", "=", id).executeTakeFirst();
  if (!held) throw new LedgerRefusal("not-found", `No link ${id} is held. Load the links again.`);
  requireWrite(tx, held.jurisdiction);
  if (held.withdrawnAt !== null)
    throw new LedgerRefusal("conflict", `This link was taken back on ${held.withdrawnAt.slice(0, 10)} already.`);
  const withdrawal = { withdrawnBy: tx.principal.actor, withdrawnAt: tx.now, withdrawReason: reason };
  await tx.db.updateTable("clauseLink").set(withdrawal).where("id", "=", id).execute();
  const subject = { kind: "document", id: held.lowerDocument };
  await record(tx, {
    action: "unlink-clauses",
    subject,
    jurisdiction: held.jurisdiction,
    reason,
    details: { link: id },
  });
  return linkOf({ ...held, ...withdrawal });
}

async function documentToLink(tx: Tx, id: Id): Promise<NonNullable<Awaited<ReturnType<typeof documentById>>>> {
  const document = await documentById(tx, id);
  if (!document) throw new LedgerRefusal("not-found", `No document ${id} is held. Look it up in the list again.`);
  if (document.purged) throw new LedgerRefusal("conflict", `${document.name} was purged; it has no clauses any more.`);
  return document;
}

function linkOf(row: Selectable<Schema["clauseLink"]>): ClauseLink {
  const { jurisdiction, id, linkedBy, linkedAt, reason, withdrawnBy, withdrawnAt, withdrawReason } = row;
  return {
    jurisdiction,
    id,
    lower: { document: row.lowerDocument, path: row.lowerPath, address: row.lowerAddress, title: row.lowerTitle },
    upper: { document: row.upperDocument, path: row.upperPath, address: row.upperAddress, title: row.upperTitle },
    linkedBy,
    linkedAt,
    reason,
    withdrawn: withdrawnAt === null ? null : { by: withdrawnBy ?? "", at: withdrawnAt, reason: withdrawReason ?? "" },
  };
}
