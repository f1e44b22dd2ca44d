import type { Document } from "@qipan/policy/records/document";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { Page } from "@qipan/policy/records/page";
import type { SourceMark } from "@qipan/policy/records/source-text";
import { type Selectable, sql } from "kysely";
import { pageOf, type SortKey } from "./paging.ts";
import type { Schema } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** Orders of a list of documents; a leading minus is descending. */
export const documentSorts = ["receivedAt", "-receivedAt", "date", "-date", "name", "-name"] as const;
export type DocumentSort = (typeof documentSorts)[number];

const sortKeys: Record<DocumentSort, SortKey> = {
  receivedAt: { expression: sql`received_at`, type: "timestamptz", descending: false },
  "-receivedAt": { expression: sql`received_at`, type: "timestamptz", descending: true },
  date: { expression: sql`coalesce(date, 'infinity')`, type: "date", descending: false },
  "-date": { expression: sql`coalesce(date, '-infinity')`, type: "date", descending: true },
  name: { expression: sql`name`, type: "text", descending: false },
  "-name": { expression: sql`name`, type: "text", descending: true },
};

/**
 * 文件列表要求. `q` is part of a name, title, issuer or number; `asOf` leaves out documents dated later. Of documents that were
 * corrected only the newest version that the principal sees is listed, unless `versions` asks for all.
 */
export interface DocumentsQuery {
  readonly q?: string | undefined;
  readonly sort?: DocumentSort | undefined;
  readonly cursor?: string | null | undefined;
  readonly limit: number;
  readonly asOf?: CalendarDate | undefined;
  readonly versions?: "newest" | "all" | undefined;
}

/** 文件列表. */
export async function documentsPage(
  tx: Tx,
  { q, sort = "-receivedAt", cursor, limit, asOf, versions = "newest" }: DocumentsQuery,
): Promise<Page<Document>> {
  let query = tx.db.selectFrom("document").selectAll();
  if (q) query = query.where(sql<boolean>`strpos(lower(concat_ws(' ', name, title, issuer, number)), lower(${q})) > 0`);
  if (asOf !== undefined) query = query.where(sql<boolean>`(date is null or date <= ${asOf})`);
  if (versions === "newest") query = query.where(isNewest);
  const page = await pageOf(tx, query, { sort: sortKeys[sort], cursor, limit });
  return { ...page, items: await documentsOf(tx, page.items) };
}

/** 文件. Null when there is none that the principal sees. */
export async function documentById(tx: Tx, id: Id): Promise<Document | null> {
  const [document] = await documentsOf(
    tx,
    await tx.db.selectFrom("document").selectAll().where("id", "=", id).execute(),
  );
  return document ?? null;
}

/** 按编号取文件. In no order; those that the principal does not see are left out. */
export async function documentsByIds(tx: Tx, ids: readonly Id[]): Promise<readonly Document[]> {
  const query = tx.db.selectFrom("document").selectAll();
  return documentsOf(tx, await query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`).execute());
}

/** 原件. Bytes as received; null when purged or not seen. */
export async function documentBytes(tx: Tx, id: Id): Promise<Buffer | null> {
  const row = await tx.db.selectFrom("documentContent").select("bytes").where("document", "=", id).executeTakeFirst();
  return row?.bytes ?? null;
}

/** 文本. Decoded text; null when purged or not seen. */
export async function documentText(tx: Tx, id: Id): Promise<string | null> {
  const row = await tx.db.selectFrom("documentContent").select("text").where("document", "=", id).executeTakeFirst();
  return row?.text ?? null;
}

/** 结构标记. What the file itself said of its text; empty for plain text, null when purged or not seen. */
export async function documentMarks(tx: Tx, id: Id): Promise<readonly SourceMark[] | null> {
  const row = await tx.db.selectFrom("documentContent").select("marks").where("document", "=", id).executeTakeFirst();
  return row?.marks ?? null;
}

/** 最新版. Row security hides a correction that the principal does not see, so the one before it is then the newest. */
const isNewest = sql<boolean>`not exists (select from document n where n.previous = document.id and n.purged_at is null)`;

type Row = Selectable<Schema["document"]>;

async function documentsOf(tx: Tx, rows: readonly Row[]): Promise<readonly Document[]> {
  const ids = rows.map(({ id }) => id);
  const counts = await readingCountsOf(tx, ids);
  const { older, newer } = await neighboursOf(tx, ids);
  return rows.map(({ hash: _hash, purgedAt, purgedBy, purgeReason, correction: _why, ...row }) => ({
    ...row,
    previous: older.get(row.id) ?? null,
    newer: newer.get(row.id) ?? null,
    readingCount: counts.get(row.id)?.all ?? 0,
    pendingCount: counts.get(row.id)?.pending ?? 0,
    purged: purgedAt === null ? null : { at: purgedAt, by: purgedBy ?? "", reason: purgeReason ?? "" },
  }));
}

async function readingCountsOf(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, { all: number; pending: number }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ document: Id; all: number; pending: number }>`
    select document, sum(count) as all, coalesce(sum(count) filter (where state = 'pending'), 0) as pending
    from reading_tally where document = any(${[...ids]}::uuid[]) group by document`.execute(tx.db);
  return new Map(rows.map(({ document, all, pending }) => [document, { all, pending }]));
}

interface Neighbours {
  readonly older: ReadonlyMap<Id, Id>;
  readonly newer: ReadonlyMap<Id, Id>;
}

/** The versions before and after documents, as far as the principal sees both. */
async function neighboursOf(tx: Tx, ids: readonly Id[]): Promise<Neighbours> {
  if (ids.length === 0) return { older: new Map(), newer: new Map() };
  const { rows } = await sql<{ older: Id; newer: Id }>`
    select o.id as older, n.id as newer from document n join document o on o.id = n.previous
    where n.purged_at is null and (n.id = any(${[...ids]}::uuid[]) or n.previous = any(${[...ids]}::uuid[]))`.execute(
    tx.db,
  );
  return {
    older: new Map(rows.map((row) => [row.newer, row.older])),
    newer: new Map(rows.map((row) => [row.older, row.newer])),
  };
}
