import { fold } from "../text/fold.ts";

/**
 * 词表. Words with what they mean, found by their first or last character and longest first, so a lookup at one position
 * of a text costs only the few words that share that character.
 */
export interface WordTable<T> {
  readonly byFirst: ReadonlyMap<number, readonly Word<T>[]>;
  readonly byLast: ReadonlyMap<number, readonly Word<T>[]>;
}

/** 词. A word as written and its meaning. */
export interface Word<T> {
  readonly written: string;
  readonly value: T;
}

/** 成词表. Builds a table of folded words, as the text they are looked up in is; of two equal ones the first counts. */
export function wordTable<T>(rows: readonly Word<T>[]): WordTable<T> {
  const words = rows.map(({ written, value }) => ({ written: fold(written), value }));
  return {
    byFirst: grouped(words, (written) => written.charCodeAt(0)),
    byLast: grouped(words, (written) => written.charCodeAt(written.length - 1)),
  };
}

function grouped<T>(
  words: readonly Word<T>[],
  key: (written: string) => number,
): ReadonlyMap<number, readonly Word<T>[]> {
  const groups = new Map<number, Word<T>[]>();
  for (const word of words) {
    const group = groups.get(key(word.written));
    if (group) group.push(word);
    else groups.set(key(word.written), [word]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.written.length - a.written.length);
  return groups;
}

/** 起于此. The longest word that begins at `at` and ends by `limit`; null when there is none. */
export function wordAt<T>(table: WordTable<T>, text: string, at: number, limit: number): Word<T> | null {
  const group = table.byFirst.get(text.charCodeAt(at));
  if (!group) return null;
  for (const word of group) if (at + word.written.length <= limit && text.startsWith(word.written, at)) return word;
  return null;
}

/** 止于此. The longest word that ends right before `end` and begins at `from` or later; null when there is none. */
export function wordBefore<T>(table: WordTable<T>, text: string, end: number, from: number): Word<T> | null {
  const group = table.byLast.get(text.charCodeAt(end - 1));
  if (!group) return null;
  for (const word of group) {
    const start = end - word.written.length;
    if (start >= from && text.startsWith(word.written, start)) return word;
  }
  return null;
}
