import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 近值. A figure of the ledger for the indicator, region and period of a measurement. */
export interface NearFigure {
  readonly reading: Id;
  readonly observation: Id;
  readonly indicator: string;
  readonly periodStart: CalendarDate;
  readonly periodEnd: CalendarDate;
  readonly value: number;
  readonly unit: string;
}

/** As many as a person wants to see of one reading. */
const most = 5;

/** 取近值. Of the measurements among the readings that name an indicator of the catalogue by its title, a region and a period. */
export async function figuresNear(tx: Tx, readings: readonly StoredReading[]): Promise<readonly NearFigure[]> {
  const wanted = readings.flatMap(wantedOf);
  if (wanted.length === 0) return [];
  const { rows } = await sql<NearFigure>`
    select w.reading, o.* from json_to_recordset(${JSON.stringify(wanted)}::json)
      as w(reading uuid, title text, region text, first date, last date)
    join entry i on i.kind = 'indicator' and i.title = w.title and not i.withdrawn
    cross join lateral (
      select f.id as observation, f.indicator, f.period_start, f.period_end, f.nominal as value, f.unit from observation f
      where f.indicator = i.key and f.region = w.region and f.period_start = w.first and f.period_end = w.last
        and f.superseded_at is null
      order by f.series, f.vintage, f.id limit ${most}) o`.execute(tx.db);
  return rows;
}

function wantedOf({ id, reading }: StoredReading): readonly Record<string, unknown>[] {
  if (reading.type !== "measurement" || reading.period.start === null || reading.period.end === null) return [];
  const { indicator: title, region, period } = reading;
  return [{ reading: id, title, region, first: period.start, last: period.end }];
}
