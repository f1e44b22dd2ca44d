import type { Id } from "@qipan/policy/records/identity";
import { exactTotalLimit, type Page } from "@qipan/policy/records/page";
import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import { LedgerRefusal } from "./refusal.ts";
import type { Tx } from "./transaction.ts";

/** 排序. SQL by which rows are ordered, never null, with its type; ties are broken by the id of the row. */
export interface SortKey {
  readonly expression: RawBuilder<unknown>;
  readonly type: "text" | "date" | "timestamptz" | "integer" | "uuid";
  readonly descending: boolean;
  /** SQL of the id; the column `id` unless told. */
  readonly id?: RawBuilder<unknown>;
}

/** Sort key of a column that is never null. */
export function plainColumn(column: string, type: SortKey["type"], descending: boolean): SortKey {
  return { expression: sql.ref(column), type, descending };
}

/** 分页要求. `cursor` is `next` of the page before; none is the first page. */
export interface Paging {
  readonly sort: SortKey;
  readonly cursor?: string | null | undefined;
  readonly limit: number;
}

const position = z.tuple([z.string(), z.uuid()]);
const largestLimit = 1000;

/**
 * 取一页. Rows of `query` in order from the cursor on, with the total of the caller's visible rows: exact up to 10,000,
 * beyond that a lower bound. A page past the end is empty. Refuses a cursor that no page of ours gave.
 */
export async function pageOf<DB, TB extends keyof DB, O extends { id: Id }>(
  tx: Tx,
  query: SelectQueryBuilder<DB, TB, O>,
  { sort, cursor, limit }: Paging,
): Promise<Page<O>> {
  const size = Math.min(Math.max(limit, 1), largestLimit);
  const id = sort.id ?? sql.ref("id");
  const direction = sql.raw(sort.descending ? "desc" : "asc");
  let page = query.select(sql<string>`(${sort.expression})::text`.as("sortValue"));
  if (cursor) page = page.where(after(sort, id, cursor));
  const ordered = page.orderBy(sql`${sort.expression} ${direction}`).orderBy(sql`${id} ${direction}`);
  const rows = (await ordered.limit(size + 1).execute()) as unknown as (O & { sortValue: string })[]; // the query with the column added above
  const kept = rows.slice(0, size);
  const last = rows.length > size ? kept.at(-1) : undefined;
  const next = last ? cursorOf(last.sortValue, last.id) : null;
  return { items: kept.map(withoutSortValue), next, ...(await totalOf(tx, query)) };
}

function withoutSortValue<O extends object>({ sortValue: _, ...row }: O & { sortValue: string }): O {
  return row as unknown as O; // the column added above and nothing else is taken out
}

function after(sort: SortKey, id: RawBuilder<unknown>, cursor: string): RawBuilder<boolean> {
  const [value, lastId] = positionOf(cursor);
  const type = sql.raw(sort.type);
  return sort.descending
    ? sql<boolean>`(${sort.expression}, ${id}) < (${value}::${type}, ${lastId}::uuid)`
    : sql<boolean>`(${sort.expression}, ${id}) > (${value}::${type}, ${lastId}::uuid)`;
}

async function totalOf<DB, TB extends keyof DB, O>(
  tx: Tx,
  query: SelectQueryBuilder<DB, TB, O>,
): Promise<{ total: number; totalIsExact: boolean }> {
  const some = query
    .clearSelect()
    .select(sql<number>`1`.as("one"))
    .limit(exactTotalLimit + 1);
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as visible`.execute(tx.db);
  const count = rows[0]?.count ?? 0;
  return { total: Math.min(count, exactTotalLimit), totalIsExact: count <= exactTotalLimit };
}

function cursorOf(value: string, id: Id): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

function positionOf(cursor: string): readonly [string, string] {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new LedgerRefusal(
      "invalid",
      `The cursor ${cursor.slice(0, 40)} is none that a page gave. Start again without one.`,
    );
  }
}
