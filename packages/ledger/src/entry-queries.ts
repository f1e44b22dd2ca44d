import type { Entry } from "@qipan/policy/records/entry";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { Page } from "@qipan/policy/records/page";
import type { EntryKind } from "@qipan/policy/records/registers";
import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { type EntryHead, entryHeads, type When } from "./entry-heads.ts";
import { entriesOf } from "./entry-row.ts";
import { pageOf, type SortKey } from "./paging.ts";
import type { Schema } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/**
 * 条目筛选. `where` narrows a field to any of the values, "" standing for "not stated"; `from` and `to` bound the day by
 * which the register is ordered; `region` finds a place and everything below it; `q` a part of the title.
 */
export interface EntryFilter extends When {
  readonly kind: EntryKind | null;
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly region?: string | undefined;
  readonly q?: string | undefined;
  readonly includeWithdrawn?: boolean | undefined;
}

/** Orders of a list of entries; a leading minus is descending. Rows without a day come last. */
export const entrySorts = ["when", "-when", "title", "-title", "recordedAt", "-recordedAt"] as const;
export type EntrySort = (typeof entrySorts)[number];

const sortKeys: Record<EntrySort, Pick<SortKey, "expression" | "type" | "descending">> = {
  when: { expression: sql`coalesce(e.when_day, 'infinity')`, type: "date", descending: false },
  "-when": { expression: sql`coalesce(e.when_day, '-infinity')`, type: "date", descending: true },
  title: { expression: sql`e.title`, type: "text", descending: false },
  "-title": { expression: sql`e.title`, type: "text", descending: true },
  recordedAt: { expression: sql`e.recorded_at`, type: "timestamptz", descending: false },
  "-recordedAt": { expression: sql`e.recorded_at`, type: "timestamptz", descending: true },
};

/** 条目列表. A page of entries with their evidence. */
export async function entriesPage(
  tx: Tx,
  {
    sort = "-when",
    cursor,
    limit,
    ...filter
  }: EntryFilter & { sort?: EntrySort; cursor?: string | null; limit: number },
): Promise<Page<Entry>> {
  const page = await pageOf(tx, filteredHeads(tx, filter), {
    sort: { ...sortKeys[sort], id: sql`e.id` },
    cursor,
    limit,
  });
  return { ...page, items: await entriesOf(tx, page.items) };
}

/** 条目. As of a day, known on a day; withdrawn ones too. Null when there is none that the principal sees. */
export async function entryById(tx: Tx, id: Id, when: When = {}): Promise<Entry | null> {
  const query = filteredHeads(tx, { kind: null, includeWithdrawn: true, ...when }).where(sql<boolean>`e.id = ${id}`);
  const [entry] = await entriesOf(tx, await query.execute());
  return entry ?? null;
}

/** 按编号取条目. In the order of the ids; ids without a visible entry are left out. */
export async function entriesByIds(tx: Tx, ids: readonly Id[]): Promise<readonly Entry[]> {
  if (ids.length === 0) return [];
  const query = filteredHeads(tx, { kind: null, includeWithdrawn: true }).where(
    sql<boolean>`e.id = any(${[...ids]}::uuid[])`,
  );
  const byId = new Map((await entriesOf(tx, await query.execute())).map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** 按键取条目. Entries of a kind (null: of any) with one of the keys, whichever unit holds them. */
export async function entriesByKeys(
  tx: Tx,
  kind: EntryKind | null,
  keys: readonly string[],
): Promise<readonly Entry[]> {
  if (keys.length === 0) return [];
  const query = filteredHeads(tx, { kind }).where(sql<boolean>`e.key = any(${[...keys]}::text[])`);
  return entriesOf(tx, await query.execute());
}

/** 条目名. What an entry is called, for those who refer to it by key. */
export type EntryTitle = Pick<Entry, "id" | "key" | "kind" | "title" | "titleEn">;

/** 按键取名. Titles of the entries with one of the keys, without fields and evidence. */
export async function titlesByKeys(tx: Tx, keys: readonly string[]): Promise<readonly EntryTitle[]> {
  if (keys.length === 0) return [];
  return filteredHeads(tx, { kind: null })
    .where(sql<boolean>`e.key = any(${[...keys]}::text[])`)
    .clearSelect()
    .select(["e.id", "e.key", "e.kind", "e.title", "e.titleEn"])
    .execute();
}

/** 分面. How many entries of the filtered list have each value of a field; the field's own filter is left out. */
export async function facetsOf(
  tx: Tx,
  { field, ...filter }: EntryFilter & { field: string },
): Promise<readonly { value: string; count: number }[]> {
  const { [field]: _, ...others } = filter.where ?? {};
  const heads = filteredHeads(tx, { ...filter, where: others })
    .clearSelect()
    .select(sql`e.fields -> ${field}`.as("held"));
  const { rows } = await sql<{ value: string; count: number }>`
    select item as value, count(*) as count from (${heads}) as h,
      lateral (select jsonb_array_elements_text(case jsonb_typeof(held) when 'array' then held else jsonb_build_array(coalesce(held #>> '{}', '')) end)) as v(item)
    group by item order by count(*) desc, item limit 500`.execute(tx.db);
  return rows;
}

/** 年份计数. How many entries of the filtered list fall into each year of the day by which they are ordered, in order. */
export async function countsByYear(tx: Tx, filter: EntryFilter): Promise<readonly { year: number; count: number }[]> {
  const heads = filteredHeads(tx, filter).clearSelect().select(sql`extract(year from e.when_day)::integer`.as("year"));
  const { rows } = await sql<{ year: number; count: number }>`
    select year, count(*) as count from (${heads}) as h where year is not null group by year order by year`.execute(
    tx.db,
  );
  return rows;
}

type Heads = SelectQueryBuilder<Schema & { e: EntryHead }, "e", EntryHead>;

function filteredHeads(tx: Tx, filter: EntryFilter): Heads {
  let query = tx.db.selectFrom(entryHeads(filter.knownOn)).selectAll("e") as unknown as Heads; // the relation is raw SQL; its row is EntryHead by construction
  for (const condition of conditionsOf(filter)) query = query.where(condition);
  return query;
}

function conditionsOf(filter: EntryFilter): readonly RawBuilder<boolean>[] {
  const { kind, where = {}, from, to, asOf, region, q, includeWithdrawn = false } = filter;
  const conditions = Object.entries(where).map(([field, values]) => fieldIsOneOf(field, values));
  if (kind !== null) conditions.push(sql`e.kind = ${kind}`);
  if (!includeWithdrawn) conditions.push(sql`not e.withdrawn`);
  if (asOf !== undefined) conditions.push(sql`(e.exists_from is null or e.exists_from <= ${asOf})`);
  if (from !== undefined) conditions.push(sql`e.when_day >= ${from}`);
  if (to !== undefined) conditions.push(sql`e.when_day <= ${to}`);
  if (region !== undefined) conditions.push(sql`${region} = any(e.regions)`);
  if (q)
    conditions.push(
      sql`(strpos(lower(e.title), lower(${q})) > 0 or strpos(lower(e.title_en), lower(${q})) > 0 or e.key = ${q})`,
    );
  return conditions;
}

function fieldIsOneOf(field: string, values: readonly string[]): RawBuilder<boolean> {
  const held = sql`(e.fields -> ${field})`;
  const wanted = [...values];
  return sql`case coalesce(jsonb_typeof(${held}), 'null') when 'array' then ${held} ?| ${wanted}::text[] or (${held} = '[]' and '' = any(${wanted}::text[]))
    else coalesce(${held} #>> '{}', '') = any(${wanted}::text[]) end`;
}
