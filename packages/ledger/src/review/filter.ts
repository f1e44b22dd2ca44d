import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Reading } from "@qipan/policy/records/reading";
import type { ReadingCertainty, ReadingState } from "@qipan/policy/records/stored-reading";
import { type RawBuilder, sql } from "kysely";

/** 审核筛选. What is left out narrows nothing; `decidedBy` is who took the decision that stands. */
export interface ReviewFilter {
  readonly document?: Id | undefined;
  readonly type?: Reading["type"] | undefined;
  readonly jurisdiction?: JurisdictionCode | undefined;
  readonly certainty?: ReadingCertainty | undefined;
  readonly alike?: boolean | undefined;
  readonly state?: ReadingState | undefined;
  readonly decidedBy?: string | undefined;
}

/** 分面. What the queue is counted by. */
export type ReviewFacet = keyof ReviewFilter;

const columns = {
  document: "document",
  type: "type",
  jurisdiction: "jurisdiction",
  certainty: "certainty",
  alike: "alike",
  state: "state",
  decidedBy: "decided_by",
} as const satisfies Record<ReviewFacet, string>;

/** Names of the facets, in the order in which they are shown. */
export const reviewFacets = Object.keys(columns) as ReviewFacet[]; // the record above has exactly these

/** Column of a facet, under an alias where one is given. */
export function facetColumn(facet: ReviewFacet, alias?: string): RawBuilder<unknown> {
  return alias === undefined ? sql.ref(columns[facet]) : sql.ref(`${alias}.${columns[facet]}`);
}

/**
 * 筛选条件. Conditions on rows of `reading` or `reading_tally` under an alias, which have the same columns; none is `true`.
 * One facet can be left out, for counting its own values.
 */
export function conditionOf(
  filter: ReviewFilter,
  { alias, without }: { readonly alias?: string; readonly without?: ReviewFacet } = {},
): RawBuilder<boolean> {
  const asked = reviewFacets.filter((facet) => facet !== without && filter[facet] !== undefined);
  if (asked.length === 0) return sql<boolean>`true`;
  return sql<boolean>`${sql.join(
    asked.map((facet) => sql`${facetColumn(facet, alias)} = ${filter[facet]}`),
    sql` and `,
  )}`;
}
