import { fold } from "@qipan/policy/text/fold";

/** 标记. First and last-but-one UTF-16 offset of a match in a text. */
export type Mark = readonly [start: number, end: number];

/** PostgreSQL keeps positions up to 16,383 and at most 255 of one lexeme. */
const LARGEST_POSITION = 16_383;
const MOST_POSITIONS = 255;

/**
 * 检索项. Text of a `tsvector` over a text: each pair of neighbouring characters at the position of the first, and the
 * last character of a run by itself, so that a phrase query finds every substring without spaces and a prefix query
 * every single character. Cast it with `::tsvector`. Empty for a text of spaces. Past 16,383 characters positions start
 * again, which can only lose a phrase that lies across that border.
 * @example searchTerms("雄安 A") // "'a':4 '安':2 '雄安':1"
 */
export function searchTerms(text: string): string {
  const positions = new Map<string, number[]>();
  const characters = Array.from(folded(text));
  for (const [at, character] of characters.entries()) {
    if (isSpace(character)) continue;
    const next = characters[at + 1] ?? " ";
    const term = isSpace(next) ? character : character + next;
    const held = positions.get(term);
    if (held === undefined) positions.set(term, [(at % LARGEST_POSITION) + 1]);
    else if (held.length < MOST_POSITIONS) held.push((at % LARGEST_POSITION) + 1);
  }
  return Array.from(positions, ([term, at]) => `${quoted(term)}:${at.join(",")}`).join(" ");
}

/**
 * 检索式. Text of a `tsquery` that finds texts which contain every word of `q`, words being parted by spaces. Cast it
 * with `::tsquery`. Null when `q` has no word. `others` are names that may stand in a word's place.
 * @example searchQuery("雄安新区 建") // "('雄安' <2> '新区') & '建':*"
 */
export function searchQuery(q: string, others: OtherNames = new Map()): string | null {
  const words = searchWords(q);
  return words.length === 0 ? null : words.map((word) => eitherOf([word, ...(others.get(word) ?? [])])).join(" & ");
}

/** 异名. For a word of a query, the other names that are searched with it. */
export type OtherNames = ReadonlyMap<string, readonly string[]>;

function eitherOf(names: readonly string[]): string {
  const phrases = names.map((name) => phrase(folded(name)));
  return phrases.length === 1 ? phrases.join("") : `(${phrases.join(" | ")})`;
}

/** 检索词. Words of a query, folded, each once, in their order. */
export function searchWords(q: string): readonly string[] {
  return [
    ...new Set(
      folded(q)
        .split(" ")
        .filter((word) => word !== ""),
    ),
  ];
}

/**
 * 命中位置. Where the words of a query stand in a text, as offsets into that very text (folding keeps lengths), in order,
 * overlapping ones joined. Empty when none stands in it.
 * @example searchMarks("建设雄安新区", "新区 雄安") // [[2, 6]]
 */
export function searchMarks(text: string, q: string): readonly Mark[] {
  const plain = folded(text);
  const found = searchWords(q).flatMap((word) => occurrences(plain, word));
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return joined(found);
}

/**
 * Look-alikes made equal (traditional and simplified, wide and narrow, punctuation too) and case taken away, without
 * changing the length; every kind of space becomes a plain one.
 */
function folded(text: string): string {
  const plain = fold(text)
    .replace(/[\s\0]/gu, " ")
    .replace(/[！-～]/gu, narrow);
  const lower = plain.toLowerCase();
  return lower.length === plain.length ? lower : plain.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** Full-width forms of ASCII stand 0xFEE0 above it. */
const narrow = (form: string): string => String.fromCharCode(form.charCodeAt(0) - 0xfee0);

function isSpace(character: string): boolean {
  return character === " ";
}

function phrase(word: string): string {
  const characters = Array.from(word);
  if (characters.length === 1) return `${quoted(word)}:*`;
  const steps = pairStarts(characters.length).map((at, index, all) => {
    const pair = quoted(characters.slice(at, at + 2).join(""));
    return index === 0 ? pair : ` <${at - (all[index - 1] ?? 0)}> ${pair}`;
  });
  return steps.length === 1 ? steps.join("") : `(${steps.join("")})`;
}

/** Every second pair covers the word; an odd one needs its last pair besides. 雄安新 → 雄安 at 0, 安新 at 1. */
function pairStarts(length: number): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + 1 < length; at += 2) starts.push(at);
  if (length % 2 === 1) starts.push(length - 2);
  return starts;
}

/** A lone surrogate is no character that a database could hold; it becomes U+FFFD on both sides. */
function quoted(term: string): string {
  return `'${term.toWellFormed().replace(/[\\']/gu, "$&$&")}'`;
}

function occurrences(text: string, word: string): readonly Mark[] {
  const found: Mark[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push([at, at + word.length]);
  return found;
}

function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = [];
  for (const mark of marks) {
    const last = result.at(-1);
    if (last !== undefined && mark[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], mark[1])];
    else result.push(mark);
  }
  return result;
}
