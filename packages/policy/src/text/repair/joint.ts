import { charClass, classOf } from "../char-class.ts";
import type { Line } from "../lines.ts";
import { isWordPair } from "./word-pairs.ts";

/** 接缝. What decides whether one line continues another: its last and first visible characters, 0 when it has none. */
export interface Ends {
  readonly first: number;
  readonly last: number;
}

/** 字对册. 1 where two characters stand side by side inside the lines of a text, else 0. */
export type PairCount = (first: number, second: number) => number;

/** 缝评. Says how well line `b` of a stretch continues line `a`, positions in the stretch. */
export type Fit = (a: number, b: number) => number;

/** 记字对. Notes the pairs of neighbouring Han characters of a text once; pairs share slots, which may only overstate. */
export function pairsOf(text: string): PairCount {
  const slots = slotsFor(text);
  const seen = new Uint8Array(slots >> 3); // a bit for each slot: what is small stays near the processor
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const han = isHan(code) ? code : 0;
    if (han !== 0 && before !== 0) {
      const slot = slotOf(before, han, slots);
      seen[slot >> 3] = (seen[slot >> 3] ?? 0) | (1 << (slot & 7));
    }
    before = han;
  }
  return (first, second) => {
    const slot = slotOf(first, second, slots);
    return ((seen[slot >> 3] ?? 0) >> (slot & 7)) & 1;
  };
}

/** 三字册. Whether three characters stand side by side somewhere in a text, which is noted once; may overstate. */
export function phrasesOf(text: string): (phrase: string) => boolean {
  const seen = new Uint8Array(slotsFor(text));
  const slot = (words: string, at: number): number =>
    slotOf(slotOf(words.charCodeAt(at), words.charCodeAt(at + 1), 0x40000000), words.charCodeAt(at + 2), seen.length);
  for (let at = 0; at + 2 < text.length; at += 1) seen[slot(text, at)] = 1;
  return (phrase) => phrase.length === 3 && seen[slot(phrase, 0)] === 1;
}

/** A power of two, eight slots a character where memory allows. */
const slotsFor = (text: string): number => 1 << Math.min(22, Math.max(12, Math.ceil(Math.log2(text.length * 8 + 1))));

function slotOf(first: number, second: number, slots: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

const isHan = (code: number): boolean => (classOf(code) & charClass.han) !== 0;

/** 用语. What a text says of pairs and phrases, each counted over it once and only when asked for. */
export interface Usage {
  readonly count: PairCount;
  readonly isPhrase: (phrase: string) => boolean;
}

/** 察用语. The usage of a text. */
export function usageOf(text: string): Usage {
  let pairs: PairCount | null = null;
  let phrases: Usage["isPhrase"] | null = null;
  return {
    count: (first, second) => (pairs ??= pairsOf(text))(first, second),
    isPhrase: (phrase) => (phrases ??= phrasesOf(text))(phrase),
  };
}

/** 行端. First and last visible characters of a line, marks and stray spaces aside. */
export function endsOf(text: string, line: Line): Ends {
  let start = line.start;
  let end = line.end;
  for (const part of line.hidden) if (part.start <= start) start = Math.max(start, part.end);
  for (let index = line.hidden.length - 1; index >= 0; index -= 1) {
    const part = line.hidden[index];
    if (part && part.end >= end) end = Math.min(end, part.start);
  }
  if (end <= start) return { first: 0, last: 0 };
  return { first: text.charCodeAt(start), last: text.charCodeAt(end - 1) };
}

/** Evidence in natural logarithms, counted on running text: a true seam inside Chinese falls into a word 2 times in 5. */
const WORD = 3;
const WORD_HERE = 3.5;
const KNOWN_HERE = 1.8;
const UNKNOWN = -0.7;
const IMPOSSIBLE = -5;
/** The most that a seam can fit. */
export const BEST = WORD_HERE;

/**
 * 接缝之合. How much better a line that ends with `last` is continued by one that begins with `first` than by any other:
 * above 0 speaks for the seam, below against it, 0 where nothing can be said, as after a full stop.
 */
export function fitOf(last: number, first: number, count: PairCount): number {
  if (last === 0 || first === 0) return 0;
  const before = classOf(last);
  const after = classOf(first);
  const afterStops = (after & (charClass.terminal | charClass.pause)) !== 0 || (after & charClass.closer) !== 0;
  if (before & (charClass.pause | charClass.opener)) return afterStops ? IMPOSSIBLE : 0.3;
  if (before & charClass.terminal) return after & (charClass.terminal | charClass.pause) ? IMPOSSIBLE : 0;
  if (afterStops) return 0.4;
  if (before & charClass.han && after & charClass.han) return pairFit(last, first, count);
  return figureFit(last, first);
}

function pairFit(last: number, first: number, count: PairCount): number {
  const here = count(last, first) > 0;
  if (isWordPair(last, first)) return here ? WORD_HERE : WORD;
  if (particles.has(first) || particles.has(last)) return here ? 0.5 : -0.2;
  return here ? KNOWN_HERE : UNKNOWN;
}

/** Characters that stand beside almost any other and so say little. */
const particles = new Set(Array.from("的了和在是与及等为有不也都", (particle) => particle.charCodeAt(0)));
const units = new Set(
  Array.from("年月日号时分秒%％‰℃万亿千百元个家项次户人名吨米公平立亩倍条所座辆件届期批省市", (unit) =>
    unit.charCodeAt(0),
  ),
);
const beforeFigures = new Set(Array.from("第约近达至到超于为增降年月共计的等", (word) => word.charCodeAt(0)));

/** 2014|年, 第|3, PM|2.5 fit; a figure cut from its unit is the surest seam of all. */
function figureFit(last: number, first: number): number {
  const figure = charClass.digit | charClass.latin;
  const before = classOf(last);
  const after = classOf(first);
  if (before & charClass.digit && units.has(first)) return 2;
  if (before & charClass.digit && after & charClass.digit) return 1.2;
  if (before & figure && (after & figure || "/_-@".includes(String.fromCharCode(first)))) return 1;
  if (after & charClass.digit && beforeFigures.has(last)) return 1;
  if (before & charClass.closer && after & (charClass.han | charClass.opener)) return 0;
  if (after & charClass.opener) return 0;
  return before & figure || after & figure ? -0.5 : 0;
}
