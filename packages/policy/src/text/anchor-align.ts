import type { Fate } from "../records/anchor.ts";
import { type Bigrams, bigramIndex, bigramsOf, closest, comparable, likenessOf } from "./anchor-bigrams.ts";

/** 去向. What an older text became: its place in the newer list (null when lost), and how alike the two are. */
export interface Destination {
  readonly state: Fate;
  readonly place: number | null;
  readonly likeness: number;
}

/** Likeness from which two texts count as one that changed: between the same neighbours, and anywhere. */
const ALIKE_HERE = 0.4;
const ALIKE_ANYWHERE = 0.6;
/** Between the same neighbours up to this many texts are all compared. */
const SMALL_GAP = 12;

/**
 * 对齐. For each text of the older list what became of it in the newer one; every newer text is used at most once. Equal
 * texts that keep their order are found first (patience: texts that stand once in both lists, the longest rising run of
 * them, then their equal neighbours), then equal ones out of order, then like ones, those between the same neighbours
 * preferred. About n log n; two empty lists give an empty list.
 */
export function alignTexts(older: readonly string[], newer: readonly string[]): readonly Destination[] {
  const match = new Matching(older.map(comparable), newer.map(comparable));
  match.pairUnique();
  match.pairNeighbours();
  match.pairInGaps();
  match.pairMoved();
  match.pairLike();
  return match.destinations;
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
  readonly worth: number;
}

/** State of one alignment: hot arrays that the steps fill one after the other. */
class Matching {
  readonly older: readonly string[];
  readonly newer: readonly string[];
  readonly destinations: Destination[];
  /** Place in the older list of each newer text; -1 while free. */
  readonly taken: Int32Array;

  constructor(older: readonly string[], newer: readonly string[]) {
    this.older = older;
    this.newer = newer;
    this.destinations = older.map((): Destination => ({ state: "lost", place: null, likeness: 0 }));
    this.taken = new Int32Array(newer.length).fill(-1);
  }

  take(from: number, to: number, how: { readonly state: Fate; readonly likeness: number }): void {
    this.destinations[from] = { ...how, place: to };
    this.taken[to] = from;
  }

  isFree(from: number, to: number): boolean {
    return this.destinations[from]?.place === null && this.taken[to] === -1;
  }

  isEqual(from: number, to: number): boolean {
    return this.isFree(from, to) && this.older[from] === this.newer[to];
  }

  pairUnique(): void {
    const once = uniquePlaces(this.newer);
    const pairs = Array.from(uniquePlaces(this.older), ([text, from]) => [from, once.get(text) ?? -1] as const);
    for (const [from, to] of risingRun(pairs.filter(([, to]) => to >= 0))) this.take(from, to, SAME);
  }

  pairNeighbours(): void {
    for (let from = 0; from < this.older.length; from += 1) this.extend(from, 1);
    for (let from = this.older.length - 1; from >= 0; from -= 1) this.extend(from, -1);
  }

  extend(from: number, step: 1 | -1): void {
    const place = this.destinations[from]?.place ?? null;
    if (place !== null && this.isEqual(from + step, place + step)) this.take(from + step, place + step, SAME);
  }

  /** Texts that stand several times: equal ones between the same neighbours, in order. */
  pairInGaps(): void {
    for (const { from, until, to, end } of this.gaps()) {
      const places = placesOf(this.newer, to, end);
      let least = to;
      for (let at = from; at < until; at += 1) {
        const place = places.get(this.older[at] ?? "")?.find((candidate) => candidate >= least);
        if (place === undefined || !this.isEqual(at, place)) continue;
        this.take(at, place, SAME);
        least = place + 1;
      }
    }
  }

  pairMoved(): void {
    const free = placesOf(this.newer, 0, this.newer.length);
    for (const [text, places] of free) free.set(text, places.filter((place) => this.taken[place] === -1).toReversed());
    for (const [from, text] of this.older.entries()) {
      const place = this.destinations[from]?.place === null ? free.get(text)?.pop() : undefined;
      if (place !== undefined) this.take(from, place, { state: "moved", likeness: 1 });
    }
  }

  pairLike(): void {
    const free = this.newer.flatMap((text, place) =>
      this.taken[place] === -1 ? [[place, bigramsOf(text)] as const] : [],
    );
    const bigrams = new Map(free);
    const index = bigramIndex(free);
    const found = this.gaps().flatMap((gap) => {
      const here = Array.from({ length: gap.end - gap.to }, (_, place) => gap.to + place);
      return Array.from({ length: gap.until - gap.from }, (_, place) => gap.from + place).flatMap((from) => {
        if (this.destinations[from]?.place !== null) return [];
        const words = bigramsOf(this.older[from] ?? "");
        const places = new Set([...closest(index, words), ...(here.length <= SMALL_GAP ? here : [])]);
        return candidatesFor({ from, words, gap }, places, bigrams);
      });
    });
    found.sort((a, b) => b.worth - a.worth || a.from - b.from || a.to - b.to);
    for (const { from, to, likeness } of found)
      if (this.isFree(from, to)) this.take(from, to, { state: "changed", likeness });
  }

  /** Stretches of both lists between neighbours that are the same; what moved is no neighbour. */
  gaps(): readonly Gap[] {
    const found: Gap[] = [];
    let [from, to] = [0, 0];
    for (const [at, { state, place }] of [...this.destinations, END].entries()) {
      if (state !== "same") continue;
      const end = place ?? this.newer.length;
      if (at > from || end > to) found.push({ from, until: at, to, end });
      [from, to] = [at + 1, end + 1];
    }
    return found;
  }
}

const SAME = { state: "same", likeness: 1 } as const;
const END: Destination = { state: "same", place: null, likeness: 1 };

/** Older texts `from`..`until` stand where newer texts `to`..`end` do. */
interface Gap {
  readonly from: number;
  readonly until: number;
  readonly to: number;
  readonly end: number;
}

interface Sought {
  readonly from: number;
  readonly words: Bigrams;
  readonly gap: Gap;
}

function candidatesFor(
  { from, words, gap }: Sought,
  places: Iterable<number>,
  bigrams: ReadonlyMap<number, Bigrams>,
): readonly Candidate[] {
  return Array.from(places).flatMap((to) => {
    const other = bigrams.get(to);
    const likeness = other ? likenessOf(words, other) : 0;
    const isHere = to >= gap.to && to < gap.end;
    if (likeness < (isHere ? ALIKE_HERE : ALIKE_ANYWHERE)) return [];
    return [{ from, to, likeness, worth: likeness + (isHere ? 0.15 : 0) }];
  });
}

/** Places of the texts that stand only once. */
function uniquePlaces(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, text] of texts.entries()) {
    if (places.has(text)) repeated.add(text);
    else places.set(text, place);
  }
  for (const text of repeated) places.delete(text);
  return places;
}

function placesOf(texts: readonly string[], from: number, until: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let place = from; place < until; place += 1) {
    const text = texts[place] ?? "";
    const known = places.get(text);
    if (known) known.push(place);
    else places.set(text, [place]);
  }
  return places;
}

type Pair = readonly [from: number, to: number];

/** Longest run of pairs whose `to` rises; pairs come in order of `from` (patience sorting, n log n). */
function risingRun(pairs: readonly Pair[]): readonly Pair[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, to]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? to) < to) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const run: Pair[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.toReversed();
}
