import { calendarDate } from "../records/identity.ts";
import type { EventFields } from "../records/event.ts";
import type { EventReading } from "../records/reading.ts";

/** 读出成事件. Turns an event reading into the fields of an event, or says what is missing: an event without days is none. */
export type EventProposal =
  | { readonly ok: true; readonly fields: EventFields }
  | { readonly ok: false; readonly missing: string };

/** A body or place as the ledger knows it by a written name; undefined where no name fits. */
export type KeyOf = (written: string) => string | undefined;

/**
 * The proposed event. Bodies and places that the ledger holds are named by key or code, others as written. `domain` stays
 * open: a chronicle seldom says it, and nothing is guessed.
 */
export function eventProposal(
  reading: EventReading,
  known: { readonly organisation: KeyOf; readonly place: KeyOf },
): EventProposal {
  const start = calendarDate.safeParse(reading.dateStart);
  const end = calendarDate.safeParse(reading.dateEnd ?? reading.dateStart);
  if (!start.success || !end.success) return { ok: false, missing: "dateStart" };
  const [onlyRegion, ...others] = reading.regions;
  const place = reading.place
    ? (known.place(reading.place) ?? reading.place)
    : others.length === 0
      ? (onlyRegion ?? null)
      : null;
  return {
    ok: true,
    fields: {
      title: reading.title.slice(0, 300),
      titleEn: null,
      dateStart: start.data,
      dateEnd: end.data,
      precision: reading.precision ?? "day",
      eventKind: reading.kind,
      place,
      participants: [...new Set(reading.participants.map((name) => known.organisation(name) ?? name))],
      domain: null,
      cut: reading.cut,
      note: null,
    },
  };
}
