import type { KnownName } from "../mention/known-name.ts";
import type { OrganisationRow, PlaceRow } from "../mention/lexicon.ts";
import { mergedTable } from "./merged-table.ts";

/**
 * 词典包. What a lexicon is made of: texts of word files by file name (`units.tsv` …), places and bodies known by name, and
 * further names of those. Everything may be left out.
 */
export interface LexiconPack {
  readonly files?: Readonly<Record<string, string>>;
  readonly places?: readonly PlaceRow[];
  readonly organisations?: readonly OrganisationRow[];
  readonly names?: readonly KnownName[];
}

/** 全包. A pack with nothing left out. */
export type WholePack = Required<LexiconPack>;

/**
 * 并词典. Own words before those of another pack: of two rows for one word the first counts, so own rows decide. Own places
 * and bodies replace those with the same code or id.
 */
export function mergedPack(own: LexiconPack, base: LexiconPack): WholePack {
  const files = { ...base.files };
  for (const [name, text] of Object.entries(own.files ?? {})) files[name] = mergedTable(text, files[name]);
  const codes = new Set(own.places?.map(({ code }) => code));
  const ids = new Set(own.organisations?.map(({ id }) => id));
  return {
    files,
    places: [...(own.places ?? []), ...(base.places ?? []).filter(({ code }) => !codes.has(code))],
    organisations: [...(own.organisations ?? []), ...(base.organisations ?? []).filter(({ id }) => !ids.has(id))],
    names: [...(own.names ?? []), ...(base.names ?? [])],
  };
}
