import type { Sentence } from "../records/document-text.ts";
import { fold } from "./fold.ts";
import { hanDigit } from "./numeral.ts";

/** What clauses are made of. Sentences as the reading gives them or as the ledger keeps them. */
export type ClauseSentence = Pick<
  Sentence,
  "address" | "paragraph" | "kind" | "start" | "end" | "raw" | "text" | "headings" | "copyOf"
>;

/** 列举词. 一是, 第二是, 首先 … at the beginning of what it counts. */
export interface ListMark {
  readonly written: string;
  readonly number: number;
}

/** 条. Part of a sentence up to the next item of an enumeration; `opens` when it begins its paragraph. Offsets raw. */
export interface Strip {
  readonly sentence: ClauseSentence;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly list: ListMark | null;
}

/**
 * 切条. Sentences in order, cut before each item of an enumeration in running text (一是…；二是…). An item counts only in
 * its run: the first when a second follows under the same heading, any other after one not far before it.
 */
export function stripsOf(sentences: readonly ClauseSentence[]): readonly Strip[] {
  const taken = runsOf(sentences.flatMap((sentence, index) => candidatesIn(sentence, index)));
  let paragraph = 0;
  return sentences.flatMap((sentence, index) => {
    const opens = sentence.paragraph !== paragraph;
    paragraph = sentence.paragraph;
    const marks = taken.get(index) ?? [];
    const cuts = marks[0]?.at === 0 ? marks : [{ at: 0, list: null }, ...marks];
    return cuts.map(({ at, list }, place) => {
      const until = cuts[place + 1]?.at ?? sentence.text.length;
      const bounds = { start: rawOffset(sentence, at), end: rawOffset(sentence, until) };
      return { sentence, text: sentence.text.slice(at, until), ...bounds, opens: opens && place === 0, list };
    });
  });
}

interface Candidate {
  readonly index: number;
  readonly at: number;
  readonly style: "counted" | "worded";
  readonly under: number;
  readonly list: ListMark;
}

// 一是修堤；二是通水。      首先修堤，其次通水。      near miss: 一是一，二是二    这是第一是
// ^^^^      ^^^^            ^^^^     ^^^^
const pattern =
  /(?<=^|[；;。：:，,！？\s])(?:第?(?<digit>[一二三四五六七八九十]{1,3})是(?!\k<digit>[，,。；])|第(?<ordinal>[一二三四五六七八九十]{1,3})[，、]|(?<word>首先|其次|再次|最后))/gu;
const words = ["首先", "其次", "再次"];

function candidatesIn({ text, kind, headings }: ClauseSentence, index: number): readonly Candidate[] {
  if (kind === "heading") return [];
  const under = headings.at(-1)?.start ?? -1;
  return Array.from(fold(text).matchAll(pattern), ({ 0: written, index: at, groups }): Candidate => {
    const { digit, ordinal, word } = groups ?? {};
    if (word) return { index, at, style: "worded", under, list: { written, number: words.indexOf(word) + 1 } };
    return { index, at, style: "counted", under, list: { written, number: smallNumber(digit ?? ordinal ?? "") } };
  });
}

/** 三, 十, 十二. */
function smallNumber(written: string): number {
  const [tens, units] = written.includes("十") ? written.split("十") : ["", written];
  const ten = written.includes("十") ? (hanDigit(tens ?? "") ?? 1) * 10 : 0;
  return ten + (hanDigit(units ?? "") ?? 0);
}

/** How many numbers a run may skip: an item was struck out, or opened with other words. */
const MOST_SKIPPED = 2;

/** The candidates that stand in a run, by sentence. 最后 closes one of 首先 and 其次; 首先 may open one of 第二是. */
function runsOf(candidates: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const taken = new Map<number, Candidate[]>();
  const open = new Map<Candidate["style"], { readonly number: number; readonly under: number }>();
  for (const [place, written] of candidates.entries()) {
    const candidate = styled(written, candidates[place + 1]);
    const last = open.get(candidate.style);
    const next = last?.under === candidate.under ? last.number + 1 : 0;
    const number = candidate.list.number || (next > 2 ? next : -1);
    const goesOn = next > 0 && number >= next && number <= next + MOST_SKIPPED;
    if (!goesOn && !(number === 1 && hasSecond(candidates, place, candidate))) continue;
    open.set(candidate.style, { number, under: candidate.under });
    const found = { ...candidate, list: { ...candidate.list, number } };
    taken.set(candidate.index, [...(taken.get(candidate.index) ?? []), found]);
  }
  return taken;
}

function styled(candidate: Candidate, next: Candidate | undefined): Candidate {
  const opensCounted = candidate.style === "worded" && candidate.list.number === 1;
  return opensCounted && next?.style === "counted" && next.list.number === 2
    ? { ...candidate, style: "counted" }
    : candidate;
}

function hasSecond(candidates: readonly Candidate[], place: number, { style, under }: Candidate): boolean {
  for (let at = place + 1; at < candidates.length; at += 1) {
    const next = candidates[at];
    if (!next || next.under !== under) return false;
    if (next.style === style) return next.list.number === 2;
  }
  return false;
}

/** Raw offset of a position of the repaired text, which is the raw one with some characters left out. */
function rawOffset({ raw, text, start, end }: ClauseSentence, position: number): number {
  if (position === 0) return start;
  if (position >= text.length) return end;
  let shown = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const isShown = raw.charAt(at) === text.charAt(shown) || (text.charAt(shown) === " " && /\s/u.test(raw.charAt(at)));
    if (!isShown) continue;
    if (shown === position) return start + at;
    shown += 1;
  }
  return start;
}
