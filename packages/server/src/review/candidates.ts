import { entriesByIds } from "@qipan/ledger/entry-queries";
import { eventsNear, type NearEvent } from "@qipan/ledger/review/near-events";
import type { Tx } from "@qipan/ledger/transaction";
import { type Happening, type Likeness, likenessOf } from "@qipan/policy/chronicle/likeness";
import type { Pair } from "@qipan/policy/chronicle/pairing";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { EventReading, Reading } from "@qipan/policy/records/reading";
import type { Candidate, StoredReading } from "@qipan/policy/records/stored-reading";
import { namedCandidates } from "./named-candidates.ts";
import { passagesOf } from "./passages.ts";

/** 读出与条目之配. How alike a reading and an entry are. */
export type Match = Pair<StoredReading, Entry>;

/** Below this likeness an entry is not worth showing. */
const leastLikeness = 0.1;

/** As many candidates as a person wants to see for one reading. */
const mostShown = 5;

/**
 * 疑似条目. For each reading the entries that may be the same thing, most alike first, with the words for why. Readings
 * without any are not in the map. Only events of the days of each reading are looked at, however many the ledger holds.
 */
export async function candidatesFor(
  tx: Tx,
  readings: readonly StoredReading[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const byReading = Map.groupBy(await alikeTo(tx, readings), ({ stored }) => stored.id as string);
  const named = await namedCandidates(tx, readings);
  return new Map([...named, ...[...byReading].map(([reading, alike]) => [reading, bestOf(alike)] as const)]);
}

function bestOf(alike: readonly Alike[]): readonly Candidate[] {
  return alike
    .map(({ event, likeness, why }) => ({ entry: event.entry, title: event.title, likeness, why }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostShown);
}

/** 所有相配. Every reading with every event whose days touch and whose words are not wholly others, with its evidence. */
export async function matchesFor(tx: Tx, readings: readonly StoredReading[]): Promise<readonly Match[]> {
  const alike = await alikeTo(tx, readings);
  const ids = [...new Set(alike.map(({ event }) => event.entry))];
  const entries = new Map((await entriesByIds(tx, ids)).map((entry) => [entry.id, entry]));
  return alike.flatMap(({ stored, event, likeness, why }) => {
    const entry = entries.get(event.entry);
    return entry ? [{ left: stored, right: entry, likeness, why }] : [];
  });
}

/** 读出的可比面. The comparable side of an event reading: its days and its own words, or those of its whole passage. */
export function happeningIn(reading: EventReading, passage?: string): Happening {
  const words = passage ?? reading.spans.map(({ text }) => text).join("");
  return { dateStart: reading.dateStart, dateEnd: reading.dateEnd ?? reading.dateStart, words };
}

interface Alike extends Likeness {
  readonly stored: StoredReading;
  readonly event: NearEvent;
}

async function alikeTo(tx: Tx, readings: readonly StoredReading[]): Promise<readonly Alike[]> {
  const told = await happeningsIn(tx, readings);
  const days = [...told].map(([reading, { happening }]) => {
    const { dateStart, dateEnd } = happening;
    return { reading, first: dateStart ?? "", last: dateEnd ?? "" }; // a dated event has both
  });
  return (await eventsNear(tx, days)).flatMap((event) => {
    const reading = told.get(event.reading);
    if (!reading) return [];
    const { dateStart, dateEnd, title: words } = event;
    const likeness = likenessOf(reading.happening, { dateStart, dateEnd, words });
    return likeness.likeness < leastLikeness ? [] : [{ stored: reading.stored, event, ...likeness }];
  });
}

interface ToldReading {
  readonly stored: StoredReading;
  readonly happening: Happening;
}

/** The happenings that dated events among the readings tell, each with the words of its passage. */
async function happeningsIn(tx: Tx, readings: readonly StoredReading[]): Promise<ReadonlyMap<Id, ToldReading>> {
  const dated = readings.filter(({ reading }) => isDatedEvent(reading));
  const passages = await passagesOf(tx, dated);
  return new Map(dated.flatMap((stored) => toldBy(stored, passages.get(stored.id))));
}

function toldBy(stored: StoredReading, passage: string | undefined): readonly (readonly [Id, ToldReading])[] {
  const { id, reading } = stored;
  return isDatedEvent(reading) ? [[id, { stored, happening: happeningIn(reading, passage) }]] : [];
}

function isDatedEvent(reading: Reading): reading is EventReading {
  return reading.type === "event" && reading.dateStart !== null;
}
