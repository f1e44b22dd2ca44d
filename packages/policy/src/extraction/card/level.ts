import type { Level } from "../../records/card.ts";
import type { Lexicon, PlaceRow } from "../../mention/lexicon.ts";
import { placeNameAt } from "../../mention/place-names.ts";
import { wordAt, wordBefore } from "../../mention/word-table.ts";

/** 机关所在. Rank of a body by its name, and the code of the place that it begins with. */
export interface Ranked {
  readonly level: Level | null;
  readonly place: string | null;
}

const byPlace: Readonly<Record<string, Level>> = { province: "province", prefecture: "city", county: "county" };

/**
 * 机关层级. Rank of a body: that of the innermost place its name begins with, else that of its first or last words. Null
 * where neither tells (a company, a forum).
 * @example rankOf("河北省廊坊市人民政府", lexicon).level // "city"
 */
export function rankOf(name: string, lexicon: Lexicon): Ranked {
  const bare = name.replace(/^(?:中共|中国共产党)(?!中央)/u, "");
  const place = innermost(bare, lexicon);
  const head = wordAt(lexicon.card.levels.before, name, 0, name.length)?.value ?? null;
  if (head && place === null) return { level: head, place: null };
  if (place) return { level: byPlace[place.level] ?? provinceAbove(place, lexicon), place: place.code };
  return { level: wordBefore(lexicon.card.levels.after, name, name.length, 0)?.value ?? null, place: null };
}

/** 河北省廊坊市 begins with two places; the last of the run counts. A place that spans provinces heads no body. */
function innermost(name: string, lexicon: Lexicon): PlaceRow | null {
  let found = null as PlaceRow | null; // the loop assigns it: without this it counts as never set
  let at = 0;
  for (;;) {
    const word = placeNameAt(lexicon.regions.names, name, { at, limit: name.length });
    if (!word || word.weak) return found;
    const inside: string | undefined = found?.code.slice(0, 4).replace(/00$/u, "");
    const row: PlaceRow | undefined =
      word.rows.find(({ code }) => inside !== undefined && code.startsWith(inside)) ?? word.rows[0];
    if (row && row.level !== "nation" && row.level !== "region") found = row;
    at += word.written.length;
  }
}

/** A zone has the rank of what it lies in: 雄安新区 is an office of its province. */
function provinceAbove({ parent }: PlaceRow, lexicon: Lexicon): Level | null {
  const above = parent === null ? undefined : lexicon.placeByCode.get(parent);
  return above ? (byPlace[above.level] ?? provinceAbove(above, lexicon)) : null;
}

/** 合署层级. Rank of a document by its issuers: `joint` when they lie in several provinces, else the highest; null for none. */
export function levelOfIssuers(ranked: readonly Ranked[]): Level | null {
  const provinces = new Set(ranked.flatMap(({ place }) => (place ? [place.slice(0, 2)] : [])));
  if (provinces.size > 1) return "joint";
  const order: readonly Level[] = ["central", "ministry", "province", "city", "county"];
  return order.find((level) => ranked.some((row) => row.level === level)) ?? null;
}
