import type { NewObservation } from "@qipan/policy/records/observation";
import { sql } from "kysely";
import { addObservations, supersedeObservation } from "../observations.ts";
import type { Tx } from "../transaction.ts";
import type { Id } from "@qipan/policy/records/identity";
import { type KeptRow, nameOf, type PackLoad, type RowName } from "./pack-load.ts";

/**
 * 载入观测. Figures that are held as the pack has them stay, changed ones supersede the pack's own; where a figure with
 * other evidence has taken the place of the pack's, that one stays and is listed.
 */
export async function storePackObservations(tx: Tx, { manifest, observations }: PackLoad): Promise<readonly KeptRow[]> {
  const foreign = await foreignFigures(tx, manifest.id, observations);
  const rows = observations.filter((_, index) => !foreign.has(index));
  if (rows.length > 0)
    await addObservations(tx, { batch: { file: manifest.id, sheet: "observations", sha256: null }, rows });
  return observations.flatMap((row, index) => {
    if (!foreign.has(index) || row.evidence.kind !== "pack") return [];
    const { table, row: name } = row.evidence;
    return [
      { table, row: name, why: `${row.indicator} of ${row.region} in ${row.period} now stands on other evidence.` },
    ];
  });
}

/** 撤观测. Supersedes the figures of rows that the pack no longer has. */
export async function supersedeGone(tx: Tx, pack: string, gone: readonly RowName[]): Promise<void> {
  const names = new Set(gone.map(nameOf));
  const { rows } = await sql<RowName & { id: Id }>`
    select id, evidence ->> 'table' as "table", evidence ->> 'row' as "row" from observation
    where superseded_at is null and evidence_kind = 'pack' and evidence ->> 'pack' = ${pack}`.execute(tx.db);
  for (const row of rows.filter((one) => names.has(nameOf(one)))) await supersedeObservation(tx, row.id);
}

/** Indexes of the rows whose figure is currently held with evidence that is not this pack's. */
async function foreignFigures(
  tx: Tx,
  pack: string,
  observations: readonly NewObservation[],
): Promise<ReadonlySet<number>> {
  const keys = observations.map(
    ({ jurisdiction, indicator, region, period, series, vintage, periodStart }, ordinal) => {
      return { jurisdiction, indicator, region, period, series, vintage, period_start: periodStart, ordinal };
    },
  );
  const { rows } = await sql<{ ordinal: number }>`
    select k.ordinal
    from json_to_recordset(${JSON.stringify(keys)}::json) as k(jurisdiction text, indicator text, region text, period text, series text, vintage text, period_start date, ordinal integer)
    join observation o using (jurisdiction, indicator, region, period, series, vintage, period_start)
    where o.superseded_at is null and (o.evidence_kind <> 'pack' or o.evidence ->> 'pack' <> ${pack})`.execute(tx.db);
  return new Set(rows.map(({ ordinal }) => ordinal));
}
