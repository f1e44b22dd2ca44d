import { type Card, cardFields } from "@qipan/policy/records/card";
import type { Document } from "@qipan/policy/records/document";
import { type CardPatch, cardSetBy, valueIn } from "../card-facts.ts";
import { cardsOf } from "../cards.ts";
import type { Tx } from "../transaction.ts";

/**
 * 承接卡片. The card that was read of a corrected file, with what a person had set on that of the version before: whoever
 * corrected what was read, or named the source, need not do so again.
 */
export async function inheritedCard(tx: Tx, older: Document, read: Card): Promise<Card> {
  const before = (await cardsOf(tx, [older.id])).get(older.id);
  if (!before) return read;
  const set = cardFields.filter((field) => [before[field]].flat().some((fact) => fact?.basis.how === "set"));
  const values = Object.fromEntries(set.map((field) => [field, valueIn(before, field)])) as CardPatch; // values of a card by their own fields
  const reason = `set on the card of version ${older.version}`;
  return cardSetBy(read, values, { by: tx.principal.actor, at: tx.now, reason });
}
