import type { Point } from "./document-state.ts";

/** 日成点. Year, month and day of a date that may be known to the year or month only (`2025`, `2025-03`); null of null. */
export function dayPoint(date: string | null): Point | null {
  if (date === null) return null;
  const [year = null, month = null, day = null] = date.split("-").map(Number);
  return { year, month, day };
}
