import { type Place, placesByCodes } from "@qipan/ledger/places";
import type { Tx } from "@qipan/ledger/transaction";
import { pointOf } from "../export/entry-export.ts";
import type { Location } from "./board-stones.ts";

/** Levels between a site and its province at most: site, zone, county, prefecture. */
const mostLevels = 4;

/** 所在. Where places lie, by code; the province of a zone or site is that of the places above it. */
export async function locationsOf(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, Location>> {
  const known = new Map<string, Place>();
  let wanted = [...new Set(codes)];
  for (let level = 0; wanted.length > 0 && level <= mostLevels; level++) {
    for (const place of await placesByCodes(tx, wanted)) known.set(place.code, place);
    wanted = [
      ...new Set(
        [...known.values()].flatMap(({ code, parent }) => (isDivision(code) || parent === null ? [] : [parent])),
      ),
    ].filter((code) => !known.has(code));
  }
  return new Map(
    [...known.values()].map((place) => [
      place.code,
      { province: provinceOf(place, known), point: pointOf(place.lon, place.lat) },
    ]),
  );
}

/** The first two digits of a division's code are its province (GB/T 2260). */
function provinceOf(place: Place, known: ReadonlyMap<string, Place>): string | null {
  let at: Place | undefined = place;
  for (let level = 0; at && level <= mostLevels; level++) {
    if (isDivision(at.code)) return `${at.code.slice(0, 2)}0000`;
    at = at.parent === null ? undefined : known.get(at.parent);
  }
  return null;
}

function isDivision(code: string): boolean {
  return /^\d{6}$/u.test(code);
}
