import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 所求之日. First and last day of a happening that a reading tells. */
export interface WantedDays {
  readonly reading: Id;
  readonly first: string;
  readonly last: string;
}

/** 近事. An event of the ledger whose days touch those of a reading. */
export interface NearEvent {
  readonly reading: Id;
  readonly entry: Id;
  readonly title: string;
  readonly dateStart: CalendarDate;
  readonly dateEnd: CalendarDate;
}

/** Events that are compared with one reading at most: a year that is told as one happening touches all of its events. */
const most = 200;

/**
 * 取近事. Events that begin on the days wanted, and those that began before and still last: within the month before, or at
 * the beginning of a month, quarter, half or year, as loosely dated ones do. Each found by the index of days.
 */
export async function eventsNear(tx: Tx, wanted: readonly WantedDays[]): Promise<readonly NearEvent[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<NearEvent>`
    select w.reading, e.id as entry, e.title, e.when_day as date_start, e.date_end::date as date_end
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(reading uuid, first date, last date)
    cross join lateral (
      (select n.id, n.title, n.when_day, n.fields ->> 'dateEnd' as date_end from entry n
        where n.kind = 'event' and not n.withdrawn and n.when_day between w.first and w.last
        order by n.when_day, n.id limit ${most})
      union all
      (select n.id, n.title, n.when_day, n.fields ->> 'dateEnd' from entry n
        where n.kind = 'event' and not n.withdrawn and n.fields ->> 'dateEnd' >= to_char(w.first, 'YYYY-MM-DD')
          and n.when_day between w.first - 31 and w.first - 1
        order by n.when_day, n.id limit ${most})
      union all
      (select n.id, n.title, n.when_day, n.fields ->> 'dateEnd' from entry n
        where n.kind = 'event' and not n.withdrawn and n.fields ->> 'dateEnd' >= to_char(w.first, 'YYYY-MM-DD')
          and n.when_day = any(array[date_trunc('quarter', w.first)::date, date_trunc('year', w.first)::date,
            (date_trunc('year', w.first) + interval '6 months')::date])
          and n.when_day < w.first - 31
        order by n.id limit ${most})) e`.execute(tx.db);
  return rows;
}
