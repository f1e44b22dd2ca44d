import type { Card, Genre, Standing } from "../records/card.ts";
import type { CalendarDate } from "../records/identity.ts";

/** Genres that end with the years they name; a report tells of years and does not end with them. */
const endsWithHorizon: ReadonlySet<Genre> = new Set([
  "outline",
  "plan",
  "special-plan",
  "scheme",
  "action-plan",
  "work-points",
]);

/**
 * 某日效力. Standing of a document on a day: what it says itself where that binds nobody or says it ended, `replaced` where a
 * text says it replaces it, `expired` after the last year of its span, else what it says; null where nothing tells.
 */
export function standingOn(
  card: Card,
  { asOf, isReplaced }: { asOf: CalendarDate; isReplaced: boolean },
): Standing | null {
  const said = card.standing?.value ?? null;
  if (said !== null && said !== "in-force") return said;
  if (isReplaced) return "replaced";
  const genre = card.genre?.value;
  const last = card.horizon?.value.to;
  if (genre && endsWithHorizon.has(genre) && typeof last === "number" && Number(asOf.slice(0, 4)) > last)
    return "expired";
  return said;
}
