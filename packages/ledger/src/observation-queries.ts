import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { Observation } from "@qipan/policy/records/observation";
import type { Page } from "@qipan/policy/records/page";
import { type SelectQueryBuilder, type Selectable, sql } from "kysely";
import { type CitedSentence, citing } from "./citing.ts";
import { endOfDay, type When } from "./entry-heads.ts";
import { evidenceOfRow } from "./evidence-row.ts";
import { pageOf, type SortKey } from "./paging.ts";
import type { Schema } from "./schema.ts";
import type { Tx } from "./transaction.ts";

/**
 * 观测筛选. `indicators` and `regions` narrow to any of the values, `from` and `to` bound the period on both sides; a
 * period counts as of a day once it is over; `knownOn` gives what had been recorded and not yet corrected by then.
 */
export interface ObservationFilter extends When {
  readonly indicators?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly series?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** Orders of a list of observations; a leading minus is descending. */
export const observationSorts = ["period", "-period", "indicator", "-recordedAt"] as const;
export type ObservationSort = (typeof observationSorts)[number];

const sortKeys: Record<ObservationSort, SortKey> = {
  period: { expression: sql`period_start`, type: "date", descending: false },
  "-period": { expression: sql`period_start`, type: "date", descending: true },
  indicator: { expression: sql`indicator || ' ' || region || ' ' || period`, type: "text", descending: false },
  "-recordedAt": { expression: sql`recorded_at`, type: "timestamptz", descending: true },
};

/** 观测列表. */
export async function observationsPage(
  tx: Tx,
  {
    sort = "-period",
    cursor,
    limit,
    ...filter
  }: ObservationFilter & { sort?: ObservationSort; cursor?: string | null; limit: number },
): Promise<Page<Observation>> {
  const page = await pageOf(tx, filtered(tx, filter), { sort: sortKeys[sort], cursor, limit });
  return { ...page, items: await observationsWithEvidence(tx, page.items) };
}

/** 取观测. Every matching observation, in order of indicator, region, series and period; for judgements over whole series. */
export async function observationsOf(tx: Tx, filter: ObservationFilter): Promise<readonly Observation[]> {
  const ordered = filtered(tx, filter)
    .orderBy("indicator")
    .orderBy("region")
    .orderBy("series")
    .orderBy("periodStart")
    .orderBy("vintage");
  return observationsWithEvidence(tx, await ordered.execute());
}

/** 按编号取观测. Superseded ones too; null when there is none that the principal sees. */
export async function observationById(tx: Tx, id: Id): Promise<Observation | null> {
  const rows = await tx.db.selectFrom("observation").selectAll().where("id", "=", id).execute();
  return (await observationsWithEvidence(tx, rows))[0] ?? null;
}

/** 按编号取若干观测. Superseded ones too, in no order; those that the principal does not see are left out. */
export async function observationsByIds(tx: Tx, ids: readonly Id[]): Promise<readonly Observation[]> {
  if (ids.length === 0) return [];
  const query = tx.db.selectFrom("observation").selectAll();
  return observationsWithEvidence(tx, await query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`).execute());
}

/** Current observations that stand on a sentence, or on cells of the row that it is. */
export async function observationsCiting(tx: Tx, sentence: CitedSentence): Promise<readonly Observation[]> {
  const standing = await citing(tx, "v", sentence);
  const cited = tx.db.selectFrom("observationEvidence as v").select("v.observation").where(standing);
  const query = tx.db.selectFrom("observation").selectAll().where("id", "in", cited).where("supersededAt", "is", null);
  return observationsWithEvidence(tx, await query.orderBy("id").execute());
}

/** A row of the table of observations. */
export type ObservationRow = Selectable<Schema["observation"]>;

function filtered(tx: Tx, filter: ObservationFilter): SelectQueryBuilder<Schema, "observation", ObservationRow> {
  const { indicators, regions, series, from, to, asOf, knownOn } = filter;
  let query = tx.db.selectFrom("observation").selectAll();
  if (indicators !== undefined) query = query.where(sql<boolean>`indicator = any(${[...indicators]}::text[])`);
  if (regions !== undefined) query = query.where(sql<boolean>`region = any(${[...regions]}::text[])`);
  if (series !== undefined) query = query.where("series", "=", series);
  if (from !== undefined) query = query.where("periodStart", ">=", from);
  if (to !== undefined) query = query.where("periodEnd", "<=", to);
  if (asOf !== undefined) query = query.where("periodEnd", "<=", asOf);
  if (knownOn === undefined) return query.where("supersededAt", "is", null);
  const end = endOfDay(knownOn);
  return query.where("recordedAt", "<", end).where(sql<boolean>`(superseded_at is null or superseded_at >= ${end})`);
}

async function observationsWithEvidence(tx: Tx, rows: readonly ObservationRow[]): Promise<readonly Observation[]> {
  const cited = rows.filter(({ evidence }) => evidence === null).map(({ id }) => id);
  const evidence =
    cited.length === 0
      ? []
      : await tx.db
          .selectFrom("observationEvidence")
          .selectAll()
          .where(sql<boolean>`observation = any(${cited}::uuid[])`)
          .execute();
  const byObservation = new Map(evidence.map((row) => [row.observation, evidenceOfRow(row)]));
  return rows.map((row) => observationOf(row, row.evidence ?? byObservation.get(row.id) ?? null));
}

function observationOf(row: ObservationRow, evidence: Observation["evidence"]): Observation {
  const {
    nominal,
    qualifier,
    low,
    high,
    lowOpen,
    highOpen,
    evidenceKind: _,
    digest: _digest,
    batchRow: _row,
    ...rest
  } = row;
  return { ...rest, value: { nominal, qualifier, low, high, lowOpen, highOpen }, evidence };
}
