import type { Lexicon, OrganisationRow, PlaceRow } from "./lexicon.ts";
import { withPlaceNames } from "./region-words.ts";
import { type Word, type WordTable, wordTable } from "./word-table.ts";

/** 已知名称. A name that a ledger or a pack holds beside the lexicon, and the place or body it means. */
export type KnownName =
  | { readonly written: string; readonly means: "place"; readonly code: string }
  | { readonly written: string; readonly means: "organisation"; readonly id: string; readonly class: string };

/**
 * 添名称. The lexicon with further names: renamed places, predecessors, short forms. What the lexicon already says of a
 * name stays; names of places that it does not hold are passed over. No names give the same lexicon.
 */
export function withNames(lexicon: Lexicon, names: readonly KnownName[]): Lexicon {
  if (names.length === 0) return lexicon;
  const places = names.flatMap((name): Word<PlaceRow>[] => {
    const place = name.means === "place" ? lexicon.placeByCode.get(name.code) : undefined;
    return place ? [{ written: name.written, value: place }] : [];
  });
  const organisations = names.flatMap((name): Word<OrganisationRow>[] =>
    name.means === "organisation"
      ? [{ written: name.written, value: { id: name.id, names: [name.written], kind: name.class } }]
      : [],
  );
  return {
    ...lexicon,
    places: extended(lexicon.places, places),
    regions: withPlaceNames(
      lexicon.regions,
      places.map(({ written, value }) => ({ written, row: value, weak: false })),
    ),
    organisations: extended(lexicon.organisations, organisations),
  };
}

function extended<T>(table: WordTable<T>, words: readonly Word<T>[]): WordTable<T> {
  return wordTable([...[...table.byFirst.values()].flat(), ...words]);
}
