import type { Anchor } from "../records/anchor.ts";
import type { Sentence } from "../records/document-text.ts";
import {
  type BigramIndex,
  bigramIndex,
  type Bigrams,
  bigramsOf,
  closest,
  comparable,
  likenessOf,
} from "./anchor-bigrams.ts";
import { charClass, classOf } from "./char-class.ts";
import { fold } from "./fold.ts";
import type { Span } from "./span.ts";

/** 锚所在文. A text in which anchors are sought, with its sentences; offsets raw. */
export interface AnchorText {
  readonly text: string;
  readonly sentences: readonly Pick<Sentence, "address" | "start" | "end" | "text">[];
}

/** 备检文. The same, folded and without white space: `raw[i]` is the offset of its character `i` in the text. */
export interface PreparedText {
  readonly words: string;
  readonly raw: Int32Array;
  readonly sentences: readonly { readonly span: Span; readonly bigrams: Bigrams }[];
  readonly index: BigramIndex;
}

const made = new WeakMap<AnchorText, PreparedText>();

/** 备检. Made once for each text object, so that many anchors cost one preparation. */
export function preparedText(newer: AnchorText): PreparedText {
  const known = made.get(newer);
  if (known) return known;
  const folded = fold(newer.text);
  const raw = new Int32Array(folded.length + 1);
  const pieces: string[] = [];
  let length = 0;
  for (let at = 0; at < folded.length; at += 1) {
    if (isBlank(folded.charCodeAt(at))) continue;
    raw[length] = at;
    length += 1;
    pieces.push(folded.charAt(at));
  }
  const sentences = newer.sentences.map(({ start, end, text }) => ({
    span: { start, end },
    bigrams: bigramsOf(comparable(text)),
  }));
  const index = bigramIndex(sentences.map(({ bigrams }, place) => [place, bigrams] as const));
  const prepared = { words: pieces.join(""), raw: raw.subarray(0, length), sentences, index };
  made.set(newer, prepared);
  return prepared;
}

const isBlank = (code: number): boolean =>
  (code >= 9 && code <= 13) || (classOf(code) & charClass.space) !== 0 || code === 0x2028;

/** 原词所在. Every place where the very words stand, as raw ranges; none for words of nothing but spaces. */
export function exactPlaces({ words, raw }: PreparedText, exact: string): readonly Span[] {
  const sought = comparable(exact);
  const found: Span[] = [];
  if (sought === "") return found;
  for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1))
    found.push(rawRange(raw, at, at + sought.length));
  return found;
}

const rawRange = (raw: Int32Array, start: number, end: number): Span => ({
  start: raw[start] ?? 0,
  end: (raw[end - 1] ?? 0) + 1,
});

/** 近词所在. What stands between the old neighbours, else the sentence most like the words; null when there is neither. */
export function likePlace(prepared: PreparedText, anchor: Anchor): Span | null {
  return betweenNeighbours(prepared, anchor) ?? likeSentence(prepared, anchor);
}

/** How many characters of a neighbour name its place. */
const NEIGHBOUR = 10;

function betweenNeighbours({ words, raw }: PreparedText, { quote }: Anchor): Span | null {
  const [before, after] = [comparable(quote.prefix).slice(-NEIGHBOUR), comparable(quote.suffix).slice(0, NEIGHBOUR)];
  const longest = comparable(quote.exact).length * 2 + NEIGHBOUR;
  if (before.length < NEIGHBOUR || after.length < NEIGHBOUR) return null;
  for (let at = words.indexOf(before); at >= 0; at = words.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = words.indexOf(after, start);
    if (end > start && end - start <= longest) return rawRange(raw, start, end);
  }
  return null;
}

/** The sentence that has most of the words; of a longer sentence the part from the first shared pair to the last. */
function likeSentence({ words, raw, sentences, index }: PreparedText, { quote }: Anchor): Span | null {
  const sought = comparable(quote.exact);
  const bigrams = bigramsOf(sought);
  const ranked = closest(index, bigrams)
    .flatMap((place) => sentences[place] ?? [])
    .map(({ span, bigrams: other }) => ({ span, likeness: likenessOf(bigrams, other) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  if (!best) return null;
  const [from, until] = [firstFrom(raw, best.span.start), firstFrom(raw, best.span.end)];
  if (until - from <= sought.length * 1.5) return best.span;
  const shared = sharedPart(words.slice(from, until), sought);
  return shared ? rawRange(raw, from + shared.start, from + shared.end) : null;
}

function sharedPart(sentence: string, sought: string): Span | null {
  let [start, end] = [-1, -1];
  for (let at = 0; at + 3 <= sentence.length; at += 1) {
    if (!sought.includes(sentence.slice(at, at + 3))) continue;
    if (start < 0) start = at;
    end = at + 3;
  }
  return start < 0 ? null : { start, end };
}

/** Index of the first character that stands at or after a raw offset. */
function firstFrom(raw: Int32Array, offset: number): number {
  let [low, high] = [0, raw.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((raw[middle] ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
