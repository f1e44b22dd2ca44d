import { fold } from "../text/fold.ts";
import type { PlaceRow } from "./lexicon-rows.ts";

/** 地名. A name as written and the places it may mean; `weak` when it is an ordinary word as well. */
export interface PlaceName {
  readonly written: string;
  readonly rows: readonly PlaceRow[];
  readonly weak: boolean;
}

/** 地名表. Names of two characters and more by their first two, longest first: a lookup costs one probe where none stands. */
export interface PlaceNames {
  readonly byPair: ReadonlyMap<number, readonly PlaceName[]>;
  readonly byName: ReadonlyMap<string, PlaceName>;
  /** 1 for each code unit that is the second of some name: most positions are dismissed by it. */
  readonly seconds: Uint8Array;
}

/** 一名一地. One name of one place, before equal names are put together. */
export interface NamedPlace {
  readonly written: string;
  readonly row: PlaceRow;
  readonly weak: boolean;
}

/** 成地名表. Puts equal names together, in the order given: the first place of a name is preferred where nothing else decides. */
export function placeNames(named: Iterable<NamedPlace>): PlaceNames {
  const byName = new Map<string, { written: string; rows: PlaceRow[]; weak: boolean }>();
  for (const { written, row, weak } of named) {
    const folded = fold(written);
    if (folded.length < 2) continue;
    const known = byName.get(folded);
    if (!known) byName.set(folded, { written: folded, rows: [row], weak });
    else if (known.weak && !weak) byName.set(folded, { written: folded, rows: [row, ...known.rows], weak });
    else if (!known.rows.some(({ code }) => code === row.code)) known.rows.push(row);
  }
  const byPair = new Map<number, PlaceName[]>();
  const seconds = new Uint8Array(0x10000);
  for (const name of byName.values()) {
    const key = pairKey(name.written, 0);
    const group = byPair.get(key);
    if (group) group.push(name);
    else byPair.set(key, [name]);
    seconds[name.written.charCodeAt(1)] = 1;
  }
  for (const group of byPair.values()) if (group.length > 1) group.sort((a, b) => b.written.length - a.written.length);
  return { byPair, byName, seconds };
}

/** 起于此. The longest name that begins at `at`, ends by `limit` and is shorter than `below`; null when there is none. */
export function placeNameAt(names: PlaceNames, text: string, { at, limit, below = 99 }: Lookup): PlaceName | null {
  if (at + 1 >= limit || names.seconds[text.charCodeAt(at + 1)] !== 1) return null;
  const group = names.byPair.get(pairKey(text, at));
  if (!group) return null;
  for (const name of group) {
    const { length } = name.written;
    if (length < below && at + length <= limit && text.startsWith(name.written, at)) return name;
  }
  return null;
}

/** 添地名. The same names and further ones; the table handed in stays as it is. */
export function morePlaceNames(names: PlaceNames, added: readonly NamedPlace[]): PlaceNames {
  const byName = new Map(names.byName);
  const byPair = new Map(names.byPair);
  const seconds = names.seconds.slice();
  for (const name of placeNames(added).byName.values()) {
    const known = byName.get(name.written);
    if (known && !known.weak) continue;
    const rows = [
      ...(known?.rows ?? []),
      ...name.rows.filter(({ code }) => !known?.rows.some((row) => row.code === code)),
    ];
    const whole = { written: name.written, rows, weak: name.weak && (known?.weak ?? true) };
    byName.set(name.written, whole);
    const key = pairKey(name.written, 0);
    const others = (byPair.get(key) ?? []).filter(({ written }) => written !== name.written);
    byPair.set(
      key,
      [...others, whole].sort((a, b) => b.written.length - a.written.length),
    );
    seconds[name.written.charCodeAt(1)] = 1;
  }
  return { byName, byPair, seconds };
}

/** 查处. Where to look, how far a name may reach, and what length it must stay under. */
export interface Lookup {
  readonly at: number;
  readonly limit: number;
  readonly below?: number;
}

/** First characters of all names: where a lookup is worth while. */
export function* firstsOf(names: PlaceNames): Iterable<number> {
  for (const group of names.byPair.values()) yield group[0]?.written.charCodeAt(0) ?? 0;
}

const pairKey = (text: string, at: number): number =>
  ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
