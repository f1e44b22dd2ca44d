import { type Card, type CardField, cardFields } from "@qipan/policy/records/card";
import type { Document } from "@qipan/policy/records/document";
import type { Id, Instant } from "@qipan/policy/records/identity";
import { record } from "./audit.ts";
import { storeCard } from "./card-store.ts";
import { type CardPatch, cardSetBy, changedFields, valueIn } from "./card-facts.ts";
import { documentById } from "./documents.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/** 存卡. The card of a document with the number of its version; 0 and null where the document has none yet. */
export interface StoredCard {
  readonly version: number;
  readonly card: Card | null;
}

/** 卡片版本. One version of a card: who, when, why, which fields; `reason` is null for what was read. */
export interface CardVersion {
  readonly version: number;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly reason: string | null;
  readonly changed: readonly CardField[];
  readonly card: Card;
}

/** 改卡片. Values by field; what is left out stays. `expectedVersion` is the version that was being looked at. */
export interface CardChange {
  readonly expectedVersion: number;
  readonly values: CardPatch;
  readonly reason: string;
}

/** 文件卡片. The newest card of a document that the principal sees. */
export async function cardOf(tx: Tx, document: Id): Promise<StoredCard> {
  const row = await tx.db
    .selectFrom("card")
    .select(["version", "card"])
    .where("document", "=", document)
    .executeTakeFirst();
  return row ?? { version: 0, card: null };
}

/** 多份卡片. Cards of several documents by document; those without one are left out. */
export async function cardsOf(tx: Tx, documents: readonly Id[]): Promise<ReadonlyMap<Id, Card>> {
  if (documents.length === 0) return new Map();
  const rows = await tx.db.selectFrom("card").select(["document", "card"]).where("document", "in", documents).execute();
  return new Map(rows.map(({ document, card }) => [document, card]));
}

/** 卡片沿革. Every version that the principal sees and that was not purged, oldest first. */
export async function cardVersionsOf(tx: Tx, document: Id): Promise<readonly CardVersion[]> {
  const columns = ["version", "actor", "recordedAt", "reason", "changed", "card"] as const;
  const rows = await tx.db
    .selectFrom("cardVersion")
    .select(columns)
    .where("document", "=", document)
    .orderBy("version")
    .execute();
  return rows.flatMap(({ card, ...row }) => (card === null ? [] : [{ ...row, card }]));
}

/**
 * 改卡片. Sets fields by hand as a new version and leaves an audit record. Refuses who may not write the document's unit, a
 * card that has changed since it was looked at, and a purged document. What is said already stays as it was read.
 */
export async function changeCard(tx: Tx, id: Id, { expectedVersion, values, reason }: CardChange): Promise<StoredCard> {
  const document = await documentToCard(tx, id);
  const { version, card: before } = await cardOf(tx, id);
  if (version !== expectedVersion)
    throw new LedgerRefusal(
      "conflict",
      `The card of ${document.name} is at version ${version}; the change was made to version ${expectedVersion}. Load it again and repeat the change.`,
    );
  const card = cardSetBy(before, values, { by: tx.principal.actor, at: tx.now, reason });
  const changed = changedFields(before, card);
  if (changed.length === 0) return { version, card: before };
  await storeCard(tx, document, { version: version + 1, card, changed, reason });
  await record(tx, {
    action: "set-card",
    subject: { kind: "document", id },
    jurisdiction: document.jurisdiction,
    reason,
    details: Object.fromEntries(
      changed.map((field) => [field, { before: before && valueIn(before, field), after: valueIn(card, field) }]),
    ),
  });
  return { version: version + 1, card };
}

/**
 * 收卡片. Keeps the card that reading a document gave: as its first version, or, where one is held, as a new version in
 * which the fields that a person set stay. Nothing new, no version: false.
 */
export async function keepReadCard(tx: Tx, document: Document, read: Card): Promise<boolean> {
  const { version, card: before } = await cardOf(tx, document.id);
  const card = await withHandSet(tx, document, { before, read });
  const changed = changedFields(before, card);
  if (before !== null && changed.length === 0) return false;
  await storeCard(tx, document, { version: version + 1, card, changed, reason: null });
  return true;
}

/** What a person set stays when the document is read again, and when a corrected file takes its place. */
async function withHandSet(
  tx: Tx,
  { id, previous }: Document,
  { before, read }: { before: Card | null; read: Card },
): Promise<Card> {
  const held = before === null && previous !== null ? (await cardOf(tx, previous)).card : before;
  if (held === null) return read;
  const setByHand = await fieldsSetByHand(tx, before === null && previous !== null ? previous : id);
  const kept = cardFields.filter((field) => setByHand.has(field)).map((field) => [field, held[field]]);
  return { ...read, ...Object.fromEntries(kept) } as Card; // each value comes from the same field of a card
}

async function fieldsSetByHand(tx: Tx, document: Id): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom("cardVersion")
    .select("changed")
    .where("document", "=", document)
    .where("reason", "is not", null)
    .execute();
  return new Set(rows.flatMap(({ changed }) => changed));
}

async function documentToCard(tx: Tx, id: Id): Promise<Document> {
  const document = await documentById(tx, id);
  if (!document) throw new LedgerRefusal("not-found", `No document ${id} is held. Look it up in the list again.`);
  requireWrite(tx, document.jurisdiction);
  await tx.db.selectFrom("card").select("version").where("document", "=", id).forUpdate().execute(); // of two officers the second sees the first one's card
  if (document.purged)
    throw new LedgerRefusal("conflict", `${document.name} was purged; what it said of itself went with it.`);
  return document;
}
