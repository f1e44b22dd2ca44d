import type { Id } from "@qipan/policy/records/identity";
import type { Page } from "@qipan/policy/records/page";
import type { Reading } from "@qipan/policy/records/reading";
import type { ReadingState, StoredReading } from "@qipan/policy/records/stored-reading";
import { type SelectQueryBuilder, sql } from "kysely";
import { pageOf, type SortKey } from "./paging.ts";
import type { Schema } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** 读出列表要求. */
export interface ReadingsQuery {
  readonly document?: Id | undefined;
  readonly state?: ReadingState | undefined;
  readonly type?: Reading["type"] | undefined;
  readonly cursor?: string | null | undefined;
  readonly limit: number;
}

const byPlace: SortKey = { expression: sql`r.start`, type: "integer", descending: false, id: sql`r.id` };
const byArrival: SortKey = { expression: sql`r.id`, type: "uuid", descending: false, id: sql`r.id` };

/** 读出列表. In order of the text within a document, in order of arrival across documents. */
export async function readingsPage(
  tx: Tx,
  { document, state, type, cursor, limit }: ReadingsQuery,
): Promise<Page<StoredReading>> {
  let query = storedReadings(tx);
  if (document !== undefined) query = query.where("r.document", "=", document);
  if (state !== undefined) query = query.where("r.state", "=", state);
  if (type !== undefined) query = query.where("r.type", "=", type);
  return pageOf(tx, query, { sort: document === undefined ? byArrival : byPlace, cursor, limit });
}

/** 读出. Null when there is none that the principal sees. */
export async function readingById(tx: Tx, id: Id): Promise<StoredReading | null> {
  return (await storedReadings(tx).where("r.id", "=", id).executeTakeFirst()) ?? null;
}

/** 按编号取读出. In no order; those that the principal does not see are left out. */
export async function readingsByIds(tx: Tx, ids: readonly Id[]): Promise<readonly StoredReading[]> {
  return storedReadings(tx)
    .where(sql<boolean>`r.id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** 分出之读出. Parts that a reading was split into, in order of the text, also those of a split that was undone. */
export async function partsOf(tx: Tx, whole: Id): Promise<readonly StoredReading[]> {
  return storedReadings(tx).where("r.partOf", "=", whole).orderBy("r.start").orderBy("r.id").execute();
}

/** Readings whose main span lies in a sentence. */
export async function readingsAt(tx: Tx, document: Id, address: string): Promise<readonly StoredReading[]> {
  return storedReadings(tx)
    .where("r.document", "=", document)
    .where("r.address", "=", address)
    .orderBy("r.start")
    .orderBy("r.id")
    .execute();
}

/** 读出计数. How many readings stand in each state, of each type, in a document or in all. */
export async function readingCounts(
  tx: Tx,
  document?: Id,
): Promise<readonly { state: ReadingState; type: Reading["type"]; count: number }[]> {
  const within = document === undefined ? sql`true` : sql`document = ${document}`;
  const { rows } = await sql<{ state: ReadingState; type: Reading["type"]; count: number }>`
    select state, type, sum(count) as count from reading_tally where ${within}
    group by state, type having sum(count) > 0 order by state, type`.execute(tx.db);
  return rows;
}

export type StoredReadings = SelectQueryBuilder<
  Schema & { r: Schema["reading"]; d: Schema["document"] },
  "r" | "d",
  StoredReading
>;

/** 读出之查. All readings that the principal sees, `r` with their document `d`, to be narrowed further. */
export function storedReadings(tx: Tx): StoredReadings {
  return tx.db
    .selectFrom("reading as r")
    .innerJoin("document as d", (join) =>
      join.onRef("d.jurisdiction", "=", "r.jurisdiction").onRef("d.id", "=", "r.document"),
    )
    .select([
      "r.id",
      "r.jurisdiction",
      "r.visibility",
      "r.sharedWith",
      "r.document",
      "d.name as documentName",
      "r.key",
      "r.type",
      "r.state",
      "r.certainty",
      "r.alike",
      "r.partOf",
    ])
    .select([
      "r.address",
      "r.start",
      "r.end",
      "r.quote",
      "r.reading",
      "r.entry",
      "r.observation",
      "r.decidedBy",
      "r.decidedAt",
      "r.reason",
    ]);
}
