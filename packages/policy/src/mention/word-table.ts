import { fold } from "../text/fold.ts";

/**
 * 词表. Words with what they mean. `byFirst` and `byLast` group them by one character, the longest first; `starts` and `ends`
 * find them by their first or last two characters, so that a lookup at one position of a text compares the few words
 * that share both, mostly none.
 */
export interface WordTable<T> {
  readonly byFirst: ReadonlyMap<number, readonly Word<T>[]>;
  readonly byLast: ReadonlyMap<number, readonly Word<T>[]>;
  readonly starts: WordIndex<T>;
  readonly ends: WordIndex<T>;
}

/** 词. A word as written and its meaning. */
export interface Word<T> {
  readonly written: string;
  readonly value: T;
}

/** 成词表. Builds a table of folded words, as the text they are looked up in is; of two equal ones the first counts. */
export function wordTable<T>(rows: readonly Word<T>[]): WordTable<T> {
  return new Words(rows);
}

/** The words, the longest first, and their groups, each made when first asked for: most tables are used in one way only. */
class Words<T> implements WordTable<T> {
  private readonly words: readonly Word<T>[];
  private readonly made: { -readonly [Group in keyof WordTable<T>]?: WordTable<T>[Group] } = {};

  constructor(rows: readonly Word<T>[]) {
    this.words = rows
      .map(({ written, value }) => ({ written: fold(written), value }))
      .sort((a, b) => b.written.length - a.written.length);
  }

  get byFirst(): WordTable<T>["byFirst"] {
    return (this.made.byFirst ??= grouped(this.words, (written) => written.charCodeAt(0)));
  }

  get byLast(): WordTable<T>["byLast"] {
    return (this.made.byLast ??= grouped(this.words, (written) => written.charCodeAt(written.length - 1)));
  }

  get starts(): WordIndex<T> {
    return (this.made.starts ??= indexOf(this.words, (written) => keyOf(written.charCodeAt(0), second(written, 1))));
  }

  get ends(): WordIndex<T> {
    return (this.made.ends ??= indexOf(this.words, (written) =>
      keyOf(written.charCodeAt(written.length - 1), second(written, written.length - 2)),
    ));
  }
}

function grouped<T>(words: readonly Word<T>[], key: (written: string) => number): Map<number, Word<T>[]> {
  const groups = new Map<number, Word<T>[]>();
  for (const word of words) {
    const group = groups.get(key(word.written));
    if (group) group.push(word);
    else groups.set(key(word.written), [word]);
  }
  return groups;
}

/** 双字索引. Words by two characters in an open-addressed table, the longest first; words of one character by that alone. */
interface WordIndex<T> {
  readonly keys: Int32Array;
  readonly groups: readonly (readonly Word<T>[] | undefined)[];
  readonly shift: number;
  readonly hasSingles: boolean;
}

/** Stands for the second character of a word that has none; no text holds it, being no character. */
const NONE = 0xffff;

const second = (written: string, at: number): number => (written.length > 1 ? written.charCodeAt(at) : NONE);

function indexOf<T>(words: readonly Word<T>[], key: (written: string) => number): WordIndex<T> {
  const groups = grouped(words, key);
  const bits = Math.max(3, 34 - Math.clz32(groups.size)); // at most a quarter of the places is taken
  const index = {
    keys: new Int32Array(1 << bits),
    groups: Array.from<readonly Word<T>[] | undefined>({ length: 1 << bits }),
    shift: 32 - bits,
    hasSingles: words.some(({ written }) => written.length === 1),
  };
  for (const [pair, group] of groups) {
    const slot = slotOf(index, pair);
    index.keys[slot] = pair;
    index.groups[slot] = group;
  }
  return index;
}

const keyOf = (one: number, two: number): number => (one << 16) | two;

/** Place of a key, or the free place where it would stand. */
function slotOf<T>({ keys, groups, shift }: WordIndex<T>, key: number): number {
  let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift;
  while (groups[slot] !== undefined && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
}

/** 起于此. The longest word that begins at `at` and ends by `limit`; null when there is none. */
export function wordAt<T>({ starts }: WordTable<T>, text: string, at: number, limit: number): Word<T> | null {
  const first = text.charCodeAt(at);
  const group = at + 1 < limit ? starts.groups[slotOf(starts, keyOf(first, text.charCodeAt(at + 1)))] : undefined;
  if (group)
    for (const word of group) if (at + word.written.length <= limit && agrees(word.written, text, at)) return word;
  if (!starts.hasSingles || at >= limit) return null;
  return starts.groups[slotOf(starts, keyOf(first, NONE))]?.[0] ?? null;
}

/** 止于此. The longest word that ends right before `end` and begins at `from` or later; null when there is none. */
export function wordBefore<T>({ ends }: WordTable<T>, text: string, end: number, from: number): Word<T> | null {
  const last = text.charCodeAt(end - 1);
  const group = end - 2 >= from ? ends.groups[slotOf(ends, keyOf(last, text.charCodeAt(end - 2)))] : undefined;
  if (group) {
    for (const word of group) {
      const start = end - word.written.length;
      if (start >= from && agrees(word.written, text, start)) return word;
    }
  }
  if (!ends.hasSingles || end - 1 < from) return null;
  return ends.groups[slotOf(ends, keyOf(last, NONE))]?.[0] ?? null;
}

function agrees(written: string, text: string, at: number): boolean {
  for (let index = 0; index < written.length; index += 1)
    if (written.charCodeAt(index) !== text.charCodeAt(at + index)) return false;
  return true;
}
