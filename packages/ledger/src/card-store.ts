import { ownTitleKeys } from "@qipan/policy/extraction/card/own-titles";
import { titleKey } from "@qipan/policy/extraction/card/title-key";
import type { Card, CardField, Fact } from "@qipan/policy/records/card";
import type { Document } from "@qipan/policy/records/document";
import { calendarDate } from "@qipan/policy/records/identity";
import type { Selectable } from "kysely";
import { insertRows } from "./bulk.ts";
import type { Schema } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** 新版卡片. What is to be kept; `changed` names the fields that differ from the version before. */
export interface CardDraft {
  readonly version: number;
  readonly card: Card;
  readonly changed: readonly CardField[];
  readonly reason: string | null;
}

/** 存卡片. Writes the next version of a card, the newest card, the titles that join it to others, and what lists show. */
export async function storeCard(
  tx: Tx,
  document: Document,
  { version, card, changed, reason }: CardDraft,
): Promise<void> {
  const { jurisdiction, id, visibility, sharedWith } = document;
  const of = { jurisdiction, document: id, version };
  const told = { actor: tx.principal.actor, recordedAt: tx.now, reason, changed: [...changed] };
  await tx.db
    .insertInto("cardVersion")
    .values({ ...of, visibility, sharedWith: [...sharedWith], ...told, card: JSON.stringify(card) })
    .execute();
  const newest = { version, recordedAt: tx.now, card: JSON.stringify(card) };
  await tx.db
    .insertInto("card")
    .values({ ...of, ...newest })
    .onConflict((conflict) => conflict.columns(["jurisdiction", "document"]).doUpdateSet(newest))
    .execute();
  await storeTitles(tx, document, card);
  await storeListed(tx, document, card);
}

async function storeTitles(tx: Tx, { jurisdiction, id }: Document, card: Card): Promise<void> {
  await tx.db.deleteFrom("cardTitle").where("document", "=", id).execute();
  const told = [
    { relation: "title", rows: await ownNames(tx, card) },
    { relation: "plan", rows: card.plan ? [titleRow(card.plan, card.plan.value)] : [] },
    { relation: "implements", rows: card.implements.map((fact) => titleRow(fact, titleKey(fact.value))) },
    { relation: "replaces", rows: card.replaces.map((fact) => titleRow(fact, titleKey(fact.value))) },
  ] as const;
  const rows = told.flatMap(({ relation, rows: named }) =>
    named.map((row, ordinal) => ({ jurisdiction, document: id, relation, ordinal, ...row })),
  );
  await insertRows(tx.db, "cardTitle", rows);
}

/** Every name that the document goes by, as rows under their comparing forms. */
async function ownNames(tx: Tx, { title, scope }: Card): Promise<readonly TitleRow[]> {
  if (!title) return [];
  const codes = scope.map(({ value }) => value);
  const places =
    codes.length === 0 ? [] : await tx.db.selectFrom("place").select("nameZh").where("code", "in", codes).execute();
  const keys = ownTitleKeys(
    title.value,
    places.map(({ nameZh }) => nameZh),
  );
  return keys.map((key) => titleRow(title, key));
}

type TitleRow = Pick<Selectable<Schema["cardTitle"]>, "title" | "titleKey" | "address" | "quote">;

function titleRow({ value, basis }: Fact<string>, key: string): TitleRow {
  const read = basis.how === "read" ? basis : null;
  return { title: value, titleKey: key, address: read?.address ?? null, quote: read?.quote ?? null };
}

/** The day of a document stays where the card knows the month or year alone: a list sorts by days. */
async function storeListed(tx: Tx, { id, date }: Document, card: Card): Promise<void> {
  const listed = {
    title: card.title?.value ?? null,
    issuer: card.issuers.map(({ value }) => value).join("、") || null,
    number: card.number?.value ?? null,
    date: card.date ? (calendarDate.safeParse(card.date.value).data ?? date) : null,
    genre: card.genre?.value ?? null,
    level: card.level?.value ?? null,
    standing: card.standing?.value ?? null,
    source: card.source?.value ?? null,
  };
  await tx.db.updateTable("document").set(listed).where("id", "=", id).execute();
}
