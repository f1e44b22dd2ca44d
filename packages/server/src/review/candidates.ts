import { entriesPage } from "@qipan/ledger/entry-queries";
import type { Tx } from "@qipan/ledger/transaction";
import { type Happening, happeningOf, likenessOf } from "@qipan/policy/chronicle/likeness";
import type { Pair } from "@qipan/policy/chronicle/pairing";
import type { Entry } from "@qipan/policy/records/entry";
import type { EventFields } from "@qipan/policy/records/event";
import { calendarDate } from "@qipan/policy/records/identity";
import type { EventReading, Reading } from "@qipan/policy/records/reading";
import type { Candidate, StoredReading } from "@qipan/policy/records/stored-reading";
import { passagesOf } from "./passages.ts";

/** 读出与条目之配. How alike a reading and an entry are. */
export type Match = Pair<StoredReading, Entry>;

/** Below this likeness an entry is not worth showing. */
const leastLikeness = 0.1;

/** As many candidates as a person wants to see for one reading. */
const mostShown = 5;

/**
 * 疑似条目. For each reading the entries that may be the same thing, most alike first, with the words for why. Readings
 * without any are not in the map. One pass over the events of the time that the readings span, however many they are.
 */
export async function candidatesFor(
  tx: Tx,
  readings: readonly StoredReading[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const byReading = Map.groupBy(await matchesFor(tx, readings), ({ left }) => left.id as string);
  return new Map(
    [...byReading].map(([reading, matches]) => {
      const best = matches.toSorted((a, b) => b.likeness - a.likeness).slice(0, mostShown);
      return [
        reading,
        best.map(({ right, likeness, why }) => ({ entry: right.id, title: right.title, likeness, why })),
      ];
    }),
  );
}

/** 所有相配. Every reading with every event whose days touch and whose words are not wholly others; the pass itself. */
export async function matchesFor(tx: Tx, readings: readonly StoredReading[]): Promise<readonly Match[]> {
  const passages = await passagesOf(
    tx,
    readings.filter(({ reading }) => isDatedEvent(reading)),
  );
  const told = readings.flatMap((stored) => happenings(stored, passages.get(stored.id)));
  const days = told.flatMap(({ happening }) => [happening.dateStart ?? "", happening.dateEnd ?? ""]).sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (first === "") return [];
  const matches: Match[] = [];
  for await (const entry of eventsBetween(tx, first, last)) {
    const held = happeningOf(entry.fields as EventFields); // fields of an event, checked when it was written
    for (const { stored, happening } of told) {
      const { likeness, why } = likenessOf(happening, held);
      if (likeness >= leastLikeness) matches.push({ left: stored, right: entry, likeness, why });
    }
  }
  return matches;
}

/** 读出的可比面. The comparable side of an event reading: its days and its own words, or those of its whole passage. */
export function happeningIn(reading: EventReading, passage?: string): Happening {
  const words = passage ?? reading.spans.map(({ text }) => text).join("");
  return { dateStart: reading.dateStart, dateEnd: reading.dateEnd ?? reading.dateStart, words };
}

function happenings(
  stored: StoredReading,
  passage: string | undefined,
): readonly { stored: StoredReading; happening: Happening }[] {
  return isDatedEvent(stored.reading) ? [{ stored, happening: happeningIn(stored.reading, passage) }] : [];
}

function isDatedEvent(reading: Reading): reading is EventReading {
  return reading.type === "event" && reading.dateStart !== null;
}

/** Events that begin in the years of the two days; one that began in an earlier year and still lasts is not looked for. */
async function* eventsBetween(tx: Tx, first: string, last: string): AsyncGenerator<Entry> {
  const from = calendarDate.parse(`${first.slice(0, 4)}-01-01`);
  const to = calendarDate.parse(last);
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof entriesPage>> = await entriesPage(tx, {
      kind: "event",
      from,
      to,
      sort: "when",
      cursor,
      limit: 500,
    });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}
