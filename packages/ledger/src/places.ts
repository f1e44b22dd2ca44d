import { exactTotalLimit, type Page } from "@qipan/policy/records/page";
import { type Selectable, sql } from "kysely";
import type { Schema } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/** 地方. One division, zone or site; coordinates WGS84 degrees. */
export type Place = Omit<Selectable<Schema["place"]>, "pack">;

const columns = [
  ...(["jurisdiction", "visibility", "sharedWith", "code", "nameZh", "nameEn", "level", "parent"] as const),
  ...(["lon", "lat", "aliasesZh", "coordBasis", "source", "sourceId", "confidence"] as const),
] as const;

/** 地方列表要求. `q` is part of a name or an alias, or a code. */
export interface PlacesQuery {
  readonly level?: string | undefined;
  readonly parent?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | null | undefined;
  readonly limit: number;
}

/** 地方列表. In order of code, which is also the cursor. */
export async function placesPage(tx: Tx, { level, parent, q, cursor, limit }: PlacesQuery): Promise<Page<Place>> {
  let query = tx.db.selectFrom("place").select(columns);
  if (level !== undefined) query = query.where("level", "=", level);
  if (parent !== undefined) query = query.where("parent", "=", parent);
  if (q)
    query = query.where(
      sql<boolean>`(strpos(lower(concat_ws(' ', name_zh, name_en, array_to_string(aliases_zh, ' '))), lower(${q})) > 0 or code = ${q})`,
    );
  const counted = query
    .clearSelect()
    .select(sql<number>`1`.as("one"))
    .limit(exactTotalLimit + 1);
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${counted}) as visible`.execute(tx.db);
  const count = rows[0]?.count ?? 0;
  if (cursor) query = query.where("code", ">", cursor);
  const found = await query
    .orderBy("code")
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit);
  const next = found.length > limit ? (items.at(-1)?.code ?? null) : null;
  return { items, next, total: Math.min(count, exactTotalLimit), totalIsExact: count <= exactTotalLimit };
}

/** 按代码取地方. Null when there is none. */
export async function placeByCode(tx: Tx, code: string): Promise<Place | null> {
  return (await placesByCodes(tx, [code]))[0] ?? null;
}

/** Places with one of the codes, in order of code. */
export async function placesByCodes(tx: Tx, codes: readonly string[]): Promise<readonly Place[]> {
  if (codes.length === 0) return [];
  return tx.db
    .selectFrom("place")
    .select(columns)
    .where("code", "in", [...codes])
    .orderBy("code")
    .execute();
}
