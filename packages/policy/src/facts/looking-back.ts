import type { Reading } from "../records/reading.ts";

/** A text that tells of more years than this was put together from others, each with its own day. */
const COMPILED_YEARS = 4;
/** How many characters before a statement the day it looks back from may be told. */
const NEAR = 1500;

/**
 * 立足之日. For each reading of a document, in the same order, the day from which it looks back: the document's own day, else
 * the last day that it tells of as past. A text put together from many years has no one such day: there the nearest day
 * told before the reading counts, and where none is near it is null.
 */
export function lookingBack(readings: readonly Reading[], day: string | null): readonly (string | null)[] {
  const told = readings.map(pastDay);
  const days = told.filter((one) => one !== null).toSorted((a, b) => (a < b ? -1 : 1));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return readings.map(() => day);
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < COMPILED_YEARS) return readings.map(() => day ?? last);
  if (day !== null) return readings.map(() => day);
  return nearestBefore(readings, told);
}

function nearestBefore(readings: readonly Reading[], told: readonly (string | null)[]): readonly (string | null)[] {
  const found: (string | null)[] = [];
  let near: { readonly day: string; readonly at: number } | null = null;
  for (const [index, reading] of readings.entries()) {
    const at = reading.spans[0]?.start ?? 0;
    const day = told[index] ?? null;
    if (day !== null) near = { day, at };
    found.push(near !== null && at - near.at <= NEAR ? near.day : null);
  }
  return found;
}

function pastDay(reading: Reading): string | null {
  if (reading.type === "event") return reading.dateEnd ?? reading.dateStart;
  return reading.type === "measurement" ? (reading.period.end ?? reading.period.start) : null;
}
