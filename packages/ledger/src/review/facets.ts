import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../transaction.ts";
import { conditionOf, facetColumn, type ReviewFacet, reviewFacets, type ReviewFilter } from "./filter.ts";

/** 计数项. A value of a facet with how many readings have it; `label` is the name of a document. */
export interface ReviewCount {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

/** 审核计数. How many readings the filter finds, and of each facet how many have each value, its own filter left out. */
export interface ReviewCounts {
  readonly total: number;
  readonly facets: Readonly<Record<ReviewFacet, readonly ReviewCount[]>>;
}

/** As many values of a facet as are worth showing; only documents have more. */
export const mostValues = 50;

interface Row extends ReviewCount {
  readonly facet: ReviewFacet | "total";
}

/**
 * 取审核计数. From the tally that the store keeps, so it costs the same however many readings wait. Only what the principal
 * sees is counted; values nobody has are left out; the most frequent first.
 */
export async function reviewCounts(tx: Tx, filter: ReviewFilter): Promise<ReviewCounts> {
  const counted = reviewFacets.map((facet) => countedBy(facet, filter));
  const { rows } = await sql<Row>`
    with tally as materialized (select jurisdiction, document, type, state, certainty, alike, decided_by, count from reading_tally)
    select 'total' as facet, '' as value, null as label, coalesce(sum(count), 0)::integer as count from tally where ${conditionOf(filter)}
    union all ${sql.join(counted, sql` union all `)}`.execute(tx.db);
  const byFacet = Map.groupBy(rows, ({ facet }) => facet);
  const of = (facet: ReviewFacet): readonly ReviewCount[] => (byFacet.get(facet) ?? []).map(countOf);
  return {
    total: byFacet.get("total")?.[0]?.count ?? 0,
    facets: {
      state: of("state"),
      type: of("type"),
      jurisdiction: of("jurisdiction"),
      certainty: of("certainty"),
      alike: of("alike"),
      decidedBy: of("decidedBy"),
      document: of("document"),
    },
  };
}

function countedBy(facet: ReviewFacet, filter: ReviewFilter): RawBuilder<unknown> {
  const column = facetColumn(facet);
  const named = facet === "decidedBy" ? sql`and decided_by <> ''` : sql``;
  const label = facet === "document" ? sql`(select d.name from document d where d.id = value)` : sql`null::text`;
  return sql`select ${facet} as facet, value::text, ${label} as label, count from (
    select ${column} as value, sum(count)::integer as count from tally
    where ${conditionOf(filter, { without: facet })} ${named}
    group by ${column} having sum(count) > 0 order by sum(count) desc, ${column} limit ${mostValues}) counted`;
}

function countOf({ value, label, count }: Row): ReviewCount {
  return { value, label, count };
}
