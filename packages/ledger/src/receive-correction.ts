import type { Document } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import { record } from "./audit.ts";
import { sha256Of } from "./canonical-json.ts";
import { documentById } from "./documents.ts";
import { type Received, type ReceivedDocument, receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";
import { supersedePending } from "./supersede-readings.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { type Alignment, alignVersions } from "./versions/alignment.ts";
import { type Carried, carryDecisions } from "./versions/carry-decisions.ts";
import { inheritedCard } from "./versions/inherited-card.ts";

/** 更正收件结果. Besides what receiving tells: what became of the sentences and of the decisions of the older version. */
export interface Corrected extends Received {
  readonly older: Document;
  readonly alignment: Alignment["counts"];
  readonly carried: Carried;
  /** Readings of the older version that waited and do so no more. */
  readonly superseded: number;
}

/**
 * 收更正件. Keeps a corrected file as the next version of a document, all or nothing: its sentences are aligned with the older
 * ones, decisions on readings that it still gives are carried over, and what still waited in the older version is
 * superseded. The older version stays readable. Doing it again with the same file changes nothing. Refuses the same bytes
 * as the older version, a document of another unit, a purged one, and one that another file corrects already.
 */
export async function receiveCorrection(
  tx: Tx,
  received: ReceivedDocument,
  { corrects, reason }: { readonly corrects: Id; readonly reason: string },
): Promise<Corrected> {
  const older = await documentToCorrect(tx, corrects);
  await refuseUnfit(tx, older, received);
  const edition = { previous: older.id, version: older.version + 1, reason };
  const card = received.card && (await inheritedCard(tx, older, received.card));
  const result = await receiveDocument(tx, { ...received, ...(card && { card }), corrects: edition });
  if (!result.created) return { ...result, older, alignment: none, carried: nothing, superseded: 0 };
  const alignment = await alignVersions(tx, older, result.document);
  const carried = await carryDecisions(tx, { older, newer: result.document, fates: alignment.fates });
  const superseded = await supersedePending(tx, older, `corrected by version ${edition.version}`);
  await record(tx, {
    action: "correct-document",
    subject: { kind: "document", id: result.document.id },
    jurisdiction: older.jurisdiction,
    reason,
    details: { corrects: older.id, version: edition.version, ...alignment.counts, ...carried, superseded },
  });
  const document = (await documentById(tx, result.document.id)) ?? result.document;
  return { ...result, document, older, alignment: alignment.counts, carried, superseded };
}

const none: Alignment["counts"] = { same: 0, moved: 0, changed: 0, lost: 0 };
const nothing: Carried = { kept: 0, rejected: 0, left: 0 };

/** Locked, so that of two files that correct a document at the same moment the second is told of the first. */
async function documentToCorrect(tx: Tx, id: Id): Promise<Document> {
  await sql`select id from document where id = ${id} for update`.execute(tx.db);
  const document = await documentById(tx, id);
  if (!document) throw new LedgerRefusal("not-found", `No document ${id} is held. Check the id of what is corrected.`);
  requireWrite(tx, document.jurisdiction);
  if (document.purged === null) return document;
  throw new LedgerRefusal(
    "conflict",
    `${document.name} was purged; there is nothing to correct. Hand the file in as new.`,
  );
}

async function refuseUnfit(tx: Tx, older: Document, { ownership, bytes, name }: ReceivedDocument): Promise<void> {
  if (ownership.jurisdiction !== older.jurisdiction)
    throw new LedgerRefusal(
      "invalid",
      `${older.name} belongs to ${older.jurisdiction}, the file came for ${ownership.jurisdiction}. Hand it in for the same unit.`,
    );
  const sha256 = sha256Of(bytes);
  if (sha256 === older.sha256)
    throw new LedgerRefusal("conflict", `${name} holds the same bytes as ${older.name}. Hand in the corrected file.`);
  const held = await tx.db
    .selectFrom("document")
    .select(["id", "name", "version", "previous", "sha256"])
    .where("jurisdiction", "=", older.jurisdiction)
    .where("purgedAt", "is", null)
    .where(({ eb, or }) => or([eb("sha256", "=", sha256), eb("previous", "=", older.id)]))
    .execute();
  const other = held.find((document) => document.previous === older.id && document.sha256 !== sha256);
  if (other)
    throw new LedgerRefusal(
      "conflict",
      `${older.name} is corrected by version ${other.version} already, ${other.name} (${other.id}). Correct that one.`,
    );
  const same = held.find((document) => document.sha256 === sha256 && document.previous !== older.id);
  if (same)
    throw new LedgerRefusal(
      "conflict",
      `${name} is held already as ${same.name} (${same.id}), a document of its own. Purge that one first if it is the corrected file.`,
    );
}
