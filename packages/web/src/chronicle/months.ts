import type { Entry } from "@qipan/policy/records/entry";
import type { EventFields } from "@qipan/policy/records/event";
import { fieldsOf } from "../fields-of.ts";

/** 记事. An event with its fields. */
export interface Told {
  readonly entry: Entry;
  readonly fields: EventFields;
}

/** 月. Events of one month in order; `month` is null for those that are only known to the quarter, half-year or year. */
export interface Month {
  readonly month: number | null;
  readonly events: readonly Told[];
}

/** 分月. Events of a year by month, those known to the month last in it, those known less closely at the end of the year. */
export function monthsOf(events: readonly Entry[]): readonly Month[] {
  const told = events.map((entry) => ({ entry, fields: fieldsOf(entry, "event") }));
  const months = new Map<number | null, Told[]>();
  for (const event of told) {
    const month = monthOf(event);
    const held = months.get(month);
    if (held) held.push(event);
    else months.set(month, [event]);
  }
  return Array.from(months, ([month, held]) => ({ month, events: held.toSorted(byDay) })).toSorted(
    (a, b) => (a.month ?? 13) - (b.month ?? 13),
  );
}

function monthOf({ fields }: Told): number | null {
  return fields.precision === "day" || fields.precision === "month" ? Number(fields.dateStart.slice(5, 7)) : null;
}

function byDay(a: Told, b: Told): number {
  const key = ({ fields }: Told): string =>
    `${fields.precision === "day" ? 0 : 1} ${fields.dateStart} ${fields.dateEnd}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
