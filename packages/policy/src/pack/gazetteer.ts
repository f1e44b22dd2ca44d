import { PLACE_LEVELS, type PlaceLevel } from "./places.ts";
import { cellOf, membersOf, type TableRows } from "./table.ts";

/** 地名录条目. What a recogniser needs to know of a place; `names` begin with the full name, longest first after it. */
export interface GazetteerPlace {
  readonly code: string;
  readonly names: readonly string[];
  readonly level: PlaceLevel;
  readonly parent: string | null;
}

/**
 * 地名录. Places of a pack for the recogniser of regions, in the table's order. A full name that two places share is
 * kept for both: parent and context tell them apart. Rows of an unknown level are left out.
 */
export function gazetteerOf(places: TableRows): readonly GazetteerPlace[] {
  return places.rows.flatMap((row) => {
    const level = PLACE_LEVELS.find((word) => word === cellOf(row, "level"));
    if (!level) return [];
    const full = cellOf(row, "name_zh");
    const aliases = membersOf(row, "aliases_zh").toSorted((a, b) => b.length - a.length);
    const names = [full, ...aliases.filter((alias) => alias !== full)];
    return [{ code: cellOf(row, "code"), names, level, parent: cellOf(row, "parent") || null }];
  });
}
