import { fold } from "./fold.ts";

/** 字对集. How often each pair of neighbouring characters stands in a text, folded and without spaces; `size` pairs. */
export interface Bigrams {
  readonly counts: ReadonlyMap<number, number>;
  readonly size: number;
}

/** 比照文. What two texts are compared by: folded, without white space. */
export function comparable(text: string): string {
  return fold(text).replaceAll(/\s+/gu, "");
}

/** 取字对. A text of one character has that character as its only pair; an empty one has none. */
export function bigramsOf(words: string): Bigrams {
  const counts = new Map<number, number>();
  const size = words.length > 1 ? words.length - 1 : words.length;
  for (let at = 0; at < size; at += 1) {
    const pair = words.charCodeAt(at) * 0x10000 + (words.length > 1 ? words.charCodeAt(at + 1) : 0);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, size };
}

/** 相似度. Dice coefficient of the pairs of two texts, 0 to 1; two empty ones are alike. */
export function likenessOf(one: Bigrams, other: Bigrams): number {
  if (one.size + other.size === 0) return 1;
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0);
  return (2 * shared) / (one.size + other.size);
}

/** Pairs that stand in more texts than this tell nothing about any of them. */
const COMMON = 64;
/** How many texts with the most rare pairs in common are looked at closely. */
const CLOSEST = 8;

/** 字对索引. For each pair the texts it stands in, by their place in the list it was made of. */
export type BigramIndex = ReadonlyMap<number, readonly number[]>;

/** 建索引. */
export function bigramIndex(texts: readonly (readonly [place: number, bigrams: Bigrams])[]): BigramIndex {
  const index = new Map<number, number[]>();
  for (const [place, { counts }] of texts) {
    for (const pair of counts.keys()) {
      const places = index.get(pair);
      if (!places) index.set(pair, [place]);
      else if (places.length <= COMMON) places.push(place);
    }
  }
  return index;
}

/** 近者. Places of the texts that share most rare pairs with this one, the closest first; at most eight. */
export function closest(index: BigramIndex, { counts }: Bigrams): readonly number[] {
  const shared = new Map<number, number>();
  for (const pair of counts.keys()) {
    const places = index.get(pair) ?? [];
    if (places.length > COMMON) continue;
    for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  const ranked = Array.from(shared).toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked.slice(0, CLOSEST).map(([place]) => place);
}
