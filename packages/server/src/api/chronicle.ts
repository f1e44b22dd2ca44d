import { countsByYear, entriesPage, type EntryFilter, facetsOf } from "@qipan/ledger/entry-queries";
import type { Tx } from "@qipan/ledger/transaction";
import type { Entry } from "@qipan/policy/records/entry";
import { calendarDate } from "@qipan/policy/records/identity";
import type { Page } from "@qipan/policy/records/page";
import type { Answer, Handlers } from "../http/handlers.ts";
import { namesFor, namesOf } from "./names.ts";

/** 纪事. One year of events in order, and how the years, fields and places are filled. */
export const chronicleHandlers: Pick<Handlers, "getChronicle"> = {
  getChronicle: ({ query }, { within, today }) =>
    within(async (tx) => {
      const all: EventFilter = {
        kind: "event",
        where: query.domain ? { domain: query.domain } : {},
        asOf: query.asOf ?? today,
        knownOn: query.knownOn,
      };
      const years = await yearsOf(tx, all);
      const year = query.year ?? years.at(-1)?.year ?? null;
      if (year === null) return { year, years, events: [], domains: [], places: [], names: {} };
      return { year, years, ...(await yearOf(tx, { ...all, ...boundsOf(year) })) };
    }),
};

type EventFilter = EntryFilter & { readonly kind: "event" };

async function yearOf(tx: Tx, filter: EventFilter): Promise<Omit<Answer<"getChronicle">, "year" | "years">> {
  const events = await everyEvent(tx, filter);
  const domains = (await facetsOf(tx, { ...filter, field: "domain" })).map(({ value, count }) => ({
    value: value === "" ? null : value,
    count,
  }));
  const places = (await facetsOf(tx, { ...filter, field: "place" })).filter(({ value }) => value !== "");
  const codes = { keys: [], codes: places.map(({ value }) => value) };
  return { events, domains, places, names: { ...(await namesFor(tx, codes)), ...(await namesOf(tx, events)) } };
}

async function everyEvent(tx: Tx, filter: EventFilter): Promise<Entry[]> {
  const events: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Entry> = await entriesPage(tx, { ...filter, sort: "when", cursor, limit: 500 });
    events.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return events;
}

/** Years from the first event to the last; a year without events counts 0. */
async function yearsOf(tx: Tx, filter: EventFilter): Promise<{ year: number; count: number }[]> {
  const held = new Map((await countsByYear(tx, filter)).map(({ year, count }) => [year, count]));
  const [first, last] = [Math.min(...held.keys()), Math.max(...held.keys())];
  if (held.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    count: held.get(first + index) ?? 0,
  }));
}

function boundsOf(year: number): Pick<EntryFilter, "from" | "to"> {
  return { from: calendarDate.parse(`${year}-01-01`), to: calendarDate.parse(`${year}-12-31`) };
}
