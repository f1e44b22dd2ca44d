import type { Card } from "@qipan/policy/records/card";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 所称. A title that a document gives with what it says of it. */
export interface ToldTitle {
  readonly document: Id;
  readonly relation: "title" | "plan" | "implements" | "replaces";
  readonly title: string;
  readonly titleKey: string;
  readonly address: string | null;
  readonly quote: string | null;
}

/** 谱系文件. A document as the graph shows it. */
export interface LineageDocument {
  readonly id: Id;
  readonly name: string;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly date: CalendarDate | null;
  readonly previous: Id | null;
  readonly card: Card | null;
}

/** Titles of one answer; beyond it the graph is to be asked from a root. */
const most = 4000;

/** 关联之题. What documents say they implement, replace, or are the text of; `truncated` when there is more. */
export async function relationsTold(tx: Tx): Promise<{ told: readonly ToldTitle[]; truncated: boolean }> {
  const rows = await tx.db
    .selectFrom("cardTitle")
    .select(["document", "relation", "title", "titleKey", "address", "quote"])
    .where("relation", "<>", "title")
    .orderBy("document")
    .orderBy("relation")
    .orderBy("ordinal")
    .limit(most + 1)
    .execute();
  return { told: rows.slice(0, most), truncated: rows.length > most };
}

/** 同名之件. Own titles of documents that go by one of these comparing forms. */
export async function documentsCalled(tx: Tx, titleKeys: readonly string[]): Promise<readonly ToldTitle[]> {
  if (titleKeys.length === 0) return [];
  const { rows } = await sql<ToldTitle>`
    select document, relation, title, title_key as "titleKey", address, quote from card_title
    where relation = 'title' and title_key = any(${[...new Set(titleKeys)]}::text[]) order by document, ordinal limit ${most}`.execute(
    tx.db,
  );
  return rows;
}

/** 一件所称. Everything that one document says of titles. */
export async function toldBy(tx: Tx, document: Id): Promise<readonly ToldTitle[]> {
  return tx.db
    .selectFrom("cardTitle")
    .select(["document", "relation", "title", "titleKey", "address", "quote"])
    .where("document", "=", document)
    .orderBy("relation")
    .orderBy("ordinal")
    .execute();
}

/** 何件称之. Documents that say a relation of one of these comparing forms: who implements or replaces what goes by it. */
export async function documentsTelling(
  tx: Tx,
  relation: "implements" | "replaces",
  titleKeys: readonly string[],
): Promise<readonly LineageDocument[]> {
  if (titleKeys.length === 0) return [];
  const rows = await tx.db
    .selectFrom("cardTitle")
    .select("document")
    .distinct()
    .where("relation", "=", relation)
    .where("titleKey", "in", titleKeys)
    .execute();
  const ids = new Set(rows.map(({ document }) => document));
  return (await lineageDocuments(tx, [...ids])).filter(({ id }) => ids.has(id));
}

/** 取谱系文件. Documents by id with the versions right before and after each; purged ones are left out. */
export async function lineageDocuments(tx: Tx, ids: readonly Id[]): Promise<readonly LineageDocument[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LineageDocument>`
    select d.id, d.name, d.title, d.issuer, d.date, d.previous, c.card
    from document d left join card c on c.jurisdiction = d.jurisdiction and c.document = d.id
    where d.purged_at is null and (d.id = any(${ids}::uuid[]) or d.previous = any(${ids}::uuid[])
      or d.id in (select n.previous from document n where n.id = any(${ids}::uuid[])))
    order by d.date desc nulls last, d.id desc`.execute(tx.db);
  return rows;
}
