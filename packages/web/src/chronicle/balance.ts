import { liesIn, provinces } from "../format/place.ts";

/** 栏. Where an event lies: in one of the three places, in the joint space, in the nation, elsewhere, or not stated. */
export const columns = [...provinces, "JJJ", "CN", "elsewhere"] as const;
export type Column = (typeof columns)[number];

/** What a place lies in, by its code; null at the top and for what is no code. */
export type ParentOf = (code: string) => string | null;

/** Places with how many events name each. */
type Counted = readonly { readonly value: string; readonly count: number }[];

/**
 * 收录均衡. Events by column, in fixed order, columns that nobody named left out except the three places. A zone or a site
 * counts for the province it lies in.
 */
export function balanceOf(
  places: Counted,
  parentOf: ParentOf,
): readonly { readonly column: Column; readonly count: number }[] {
  const counts = new Map<Column, number>();
  for (const { value, count } of places) {
    const column = columnOf(value, parentOf);
    counts.set(column, (counts.get(column) ?? 0) + count);
  }
  return columns
    .map((column) => ({ column, count: counts.get(column) ?? 0 }))
    .filter(({ column, count }) => count > 0 || provinces.some((province) => province === column));
}

const deepest = 6; // levels of divisions, zones and sites; more would be a ring

function columnOf(place: string, parentOf: ParentOf): Column {
  let at: string | null = place;
  for (let depth = 0; at !== null && depth < deepest; depth += 1) {
    const found = known(at);
    if (found) return found;
    at = parentOf(at);
  }
  return "elsewhere";
}

function known(code: string): Column | undefined {
  return provinces.find((province) => liesIn(code, province)) ?? (code === "JJJ" || code === "CN" ? code : undefined);
}
