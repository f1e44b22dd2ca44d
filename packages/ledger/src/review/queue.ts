import type { Page } from "@qipan/policy/records/page";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import { storedReadings } from "../readings.ts";
import type { Tx } from "../transaction.ts";
import { mostValues, type ReviewCounts, reviewCounts } from "./facets.ts";
import { conditionOf, type ReviewFilter } from "./filter.ts";
import { afterKey, cursorAfter, placeOf, type ReviewSort, type Stretch, stretchesOf } from "./order.ts";

/** 审核队列要求. */
export interface ReviewQuery extends ReviewFilter {
  readonly sort?: ReviewSort | undefined;
  readonly cursor?: string | null | undefined;
  readonly limit: number;
}

/** 审核队列. A page of readings with the counts of the whole queue by facet. */
export interface ReviewPage extends Page<StoredReading> {
  readonly facets: ReviewCounts["facets"];
}

/** So few readings lie far apart in the queue; they are looked for in their documents. */
const few = 500;

/**
 * 取审核队列. A page of the readings that the principal sees, over all documents, in an order that an index gives, so that
 * its cost does not grow with what waits. Totals and counts are exact. A filter that finds nothing is an empty page.
 */
export async function reviewQueue(
  tx: Tx,
  { sort = "arrival", cursor, limit, ...filter }: ReviewQuery,
): Promise<ReviewPage> {
  const counts = await reviewCounts(tx, filter);
  const place = placeOf(sort, cursor);
  const found =
    counts.total === 0
      ? []
      : await readOn(tx, { sort, filter, limit: limit + 1, documents: near(counts, filter), place });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const next = last ? cursorAfter(sort, last.stretch, last.key, last.reading) : null;
  return {
    items: items.map(({ reading }) => reading),
    next,
    total: counts.total,
    totalIsExact: true,
    facets: counts.facets,
  };
}

interface Search {
  readonly sort: ReviewSort;
  readonly filter: ReviewFilter;
  readonly limit: number;
  readonly documents: readonly string[] | null;
  readonly place: ReturnType<typeof placeOf>;
}

interface Found {
  readonly reading: StoredReading;
  readonly stretch: number;
  readonly key: Stretch["key"];
}

async function readOn(tx: Tx, { sort, filter, limit, documents, place }: Search): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [stretch, run] of stretchesOf(sort, filter).entries()) {
    if (stretch < place.stretch || found.length >= limit) continue;
    const after = stretch === place.stretch ? place.after : null;
    const direction = run.descending ? "desc" : "asc";
    let query = storedReadings(tx)
      .where(conditionOf({ ...filter, ...run.where }, { alias: "r" }))
      .where(afterKey(run, after));
    if (documents !== null) query = query.where(sql<boolean>`r.document = any(${documents}::uuid[])`);
    for (const column of run.key) query = query.orderBy(`r.${column}`, direction);
    const readings = await query.limit(limit - found.length).execute();
    found.push(...readings.map((reading) => ({ reading, stretch, key: run.key })));
  }
  return found;
}

/** Documents that hold what is sought, when that is little and they are known; null otherwise. */
function near({ total, facets }: ReviewCounts, { document }: ReviewFilter): readonly string[] | null {
  if (document !== undefined || total > few || facets.document.length >= mostValues) return null;
  return facets.document.map(({ value }) => value);
}
