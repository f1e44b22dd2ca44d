import type { SentenceFate } from "@qipan/policy/records/anchor";
import type { Reading } from "@qipan/policy/records/reading";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { digestOf } from "../canonical-json.ts";

/** 同一读出. A reading of the older version and the one of the newer that says the same. */
export interface ReadingPair {
  readonly older: StoredReading;
  readonly newer: StoredReading;
}

/**
 * 配读出. Which readings of a newer version say what those of the older one say: first the same words (the same key) at the
 * sentence that the older one became, then the same words elsewhere, then the same content at that sentence. Each at most
 * once; what finds none is left out.
 */
export function matchReadings(
  older: readonly StoredReading[],
  newer: readonly StoredReading[],
  fates: ReadonlyMap<string, SentenceFate>,
): readonly ReadingPair[] {
  const pairs: ReadingPair[] = [];
  const taken = new Set<string>();
  let open = older;
  const rounds: readonly ((reading: StoredReading, place: string | null) => string | null)[] = [
    ({ key }, place) => place && `${key} at ${place}`,
    ({ key }) => key,
    ({ reading }, place) => place && `${contentOf(reading)} at ${place}`,
  ];
  for (const nameOf of rounds) {
    const free = newer.filter(({ id }) => !taken.has(id));
    const byName = Map.groupBy(free, (reading) => nameOf(reading, reading.address));
    const rest: StoredReading[] = [];
    for (const one of open) {
      const found = byName.get(nameOf(one, fates.get(one.address)?.newAddress ?? null) ?? "")?.shift();
      if (!found) rest.push(one);
      else {
        taken.add(found.id);
        pairs.push({ older: one, newer: found });
      }
    }
    open = rest;
  }
  return pairs;
}

/** What a reading says, apart from where it says it and how it was found. */
function contentOf(reading: Reading): string {
  const {
    key: _key,
    recogniser: _by,
    spans: _at,
    certainty: _sure,
    diagnostics: _met,
    refinements: _how,
    ...said
  } = reading;
  return digestOf(said);
}
