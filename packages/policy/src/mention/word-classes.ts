import { tellFault, type WordFiles } from "./word-rows.ts";
import { type WordTable, wordBefore, wordTable } from "./word-table.ts";

/** 词性. What a common word does where a name is looked for: see data/lexicon/name-words.tsv. */
export const wordClass = { none: 0, stop: 1, verb: 2, noun: 3, general: 4, vague: 5 } as const;
export type WordClass = (typeof wordClass)[keyof typeof wordClass];

/**
 * 词性表. Thousands of short words by their class: those of one character by code unit, those of two in a table of slots, longer
 * ones in a word table. Built in one pass over the file, looked up without cutting a string.
 */
export interface WordClasses {
  readonly single: Uint8Array;
  /** Two characters as one number, 0 for an empty slot; the class stands at the same place in `values`. */
  readonly keys: Int32Array;
  readonly values: Uint8Array;
  readonly longer: WordTable<WordClass>;
}

const classes: ReadonlyMap<string, WordClass> = new Map([
  ["stop", 1],
  ["verb", 2],
  ["noun", 3],
  ["general", 4],
  ["vague", 5],
]);

/** More slots than twice our words of two characters, a power of two; what is beyond half of them goes to the longer words. */
const SLOTS = 1 << 16;
const SPACE = 0x20;

/**
 * 读词性. Reads name-words.tsv, a class and words separated by spaces a row; by hand, because the words are ten thousands. Of
 * two rows with one word the first counts. Tells of an unknown class with file and line.
 */
export function wordClasses(files: WordFiles, name: string): WordClasses {
  const single = new Uint8Array(0x10000);
  const keys = new Int32Array(SLOTS);
  const values = new Uint8Array(SLOTS);
  const longer: { written: string; value: WordClass }[] = [];
  let taken = 0;
  for (const { value, words } of classRows(files, name)) {
    for (let start = 0; start < words.length; start += 1) {
      let end = start;
      while (end < words.length && words.charCodeAt(end) !== SPACE) end += 1;
      if (end - start === 2 && taken < SLOTS / 2) {
        const key = pairKey(words, start);
        const slot = slotOf(keys, key);
        if (keys[slot] === 0) {
          keys[slot] = key;
          values[slot] = value;
          taken += 1;
        }
      } else if (end - start === 1) single[words.charCodeAt(start)] ||= value;
      else if (end > start) longer.push({ written: words.slice(start, end), value });
      start = end;
    }
  }
  return { single, keys, values, longer: wordTable(longer) };
}

function* classRows(files: WordFiles, name: string): Iterable<{ readonly value: WordClass; readonly words: string }> {
  for (const [index, line] of (files[name] ?? "").split(/\r?\n/u).entries()) {
    const [word = "", words = ""] = line.split("\t");
    if (line === "" || line.startsWith("#") || word === "class" || word === "written") continue;
    const value = classes.get(word);
    if (value === undefined) {
      const expected = `one of ${[...classes.keys()].join(", ")}`;
      tellFault(files, { file: name, line: index + 1, column: "class", found: word, expected });
    } else yield { value, words };
  }
}

/** The slot of a key, or the empty one where it belongs. */
function slotOf(keys: Int32Array, key: number): number {
  let slot = Math.imul(key, 0x9e3779b1) >>> 16;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** 词前. Class and length of the longest word that ends right before `end` and begins at `from` or later, as class * 32 + length. */
export function classBefore(words: WordClasses, text: string, { end, from }: { end: number; from: number }): number {
  const longer = wordBefore(words.longer, text, end, from);
  if (longer) return longer.value * 32 + longer.written.length;
  if (end - 2 >= from) {
    const pair = words.values[slotOf(words.keys, pairKey(text, end - 2))] ?? 0;
    if (pair !== 0) return pair * 32 + 2;
  }
  const single = words.single[text.charCodeAt(end - 1)] ?? 0;
  return single === 0 ? 0 : single * 32 + 1;
}

/** 成词. Whether the two characters at `at` are a common word. */
export function isPair(words: WordClasses, text: string, at: number): boolean {
  return words.values[slotOf(words.keys, pairKey(text, at))] !== 0;
}

const pairKey = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0x7fff) * 0x8000 + (text.charCodeAt(at + 1) & 0x7fff);
