import type { TitleMention } from "../records/mention.ts";
import type { Span } from "../text/span.ts";
import { charClass, classOf, isAt } from "../text/char-class.ts";
import type { Located, Scan } from "./scan.ts";
import { classBefore, wordClass } from "./word-classes.ts";
import { wordBefore } from "./word-table.ts";

/** 名前成分. What a piece before the last word of a name is. */
export const piece = {
  place: 1,
  name: 2,
  open: 3,
  proper: 4,
  quote: 5,
  number: 6,
  noun: 7,
  verb: 8,
  general: 9,
  joiner: 10,
  bracket: 11,
  date: 12,
  vague: 13,
} as const;
export type PieceKind = (typeof piece)[keyof typeof piece];

/** 成分. A piece with its place in the view. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
}

/** 已得. What was found in the sentence before: spans by where they end. */
export interface Ends {
  readonly places: ReadonlyMap<number, Located>;
  readonly dates: ReadonlyMap<number, Located>;
  readonly quantities: ReadonlyMap<number, Located>;
  readonly names: ReadonlyMap<number, { readonly start: number }>;
  /** Names in 《》 by where they end, and their spans. */
  readonly titles: ReadonlyMap<number, { readonly class: TitleMention["class"]; readonly body: null }>;
  readonly quoted: readonly Span[];
}

/** A name is no longer than this before its last word. */
const LONGEST = 44;

/**
 * 倒取成分. Pieces before `end`, the nearest last, as far back as a name could reach: to a stop word, a punctuation mark,
 * the start of the sentence. Characters that no table knows run together as one proper word.
 */
export function piecesBefore(scan: Scan, end: number, ends: Ends): Piece[] {
  const floor = Math.max(scan.sentence.start, end - LONGEST);
  const pieces: Piece[] = [];
  let at = end;
  while (at > floor) {
    const next = pieceBefore(scan, { at, floor }, ends);
    if (!next) break;
    const last = pieces.at(-1);
    if (last && runsTogether(scan.text, next, last))
      pieces[pieces.length - 1] = { kind: piece.proper, start: next.start, end: last.end };
    else pieces.push(next);
    at = next.start;
  }
  return pieces.reverse();
}

/** An unknown character runs together with the next, and with a common one beside it: 金隅, 呼南, 三峡; never with 市 or 内. */
function runsTogether(text: string, before: Piece, after: Piece): boolean {
  if (before.kind === piece.proper) return after.kind === piece.proper || isLetter(text, after);
  return after.kind === piece.proper && after.end - after.start < 4 && isLetter(text, before);
}

const isLetter = (text: string, { kind, start, end }: Piece): boolean =>
  (kind === piece.general || kind === piece.number) &&
  end - start === 1 &&
  !"市省区县州盟旗镇乡村内外前后时间里号期年月日届的级型式化性类种名位次员户人".includes(text.charAt(start)) &&
  isAt(text, start, charClass.han);

function pieceBefore(scan: Scan, { at, floor }: { at: number; floor: number }, ends: Ends): Piece | null {
  const known = ends.names.get(at);
  if (known && known.start >= floor) return { kind: piece.name, start: known.start, end: at };
  const place = ends.places.get(at);
  if (place && place.start >= floor) return { kind: piece.place, start: place.start, end: at };
  const date = ends.dates.get(at);
  if (date && date.start >= floor) return { kind: piece.date, start: date.start, end: at };
  const quantity = ends.quantities.get(at);
  if (quantity) return isRound(scan.text, quantity) ? { kind: piece.number, start: quantity.start, end: at } : null;
  const code = scan.text.charCodeAt(at - 1);
  const bits = classOf(code);
  if (bits & charClass.han) return wordPiece(scan, at, floor);
  if (bits & (charClass.digit | charClass.latin)) return run(scan.text, at, floor);
  return markPiece(scan, at, floor);
}

/** 百万亩 in a name, where 3所 counts. */
const isRound = (text: string, { start, end }: { start: number; end: number }): boolean =>
  /^[百千万]+[亩里]$/u.test(text.slice(start, end));

function wordPiece({ lexicon, text }: Scan, at: number, floor: number): Piece | null {
  const open = wordBefore(lexicon.organisationHeads, text, at, floor);
  if (open && open.written.length > 1) return { kind: piece.open, start: at - open.written.length, end: at };
  const found = classBefore(lexicon.names.words, text, { end: at, from: floor });
  const weak = (found & 31) < 2 ? weakPlace({ lexicon, text }, at, floor) : null;
  if (weak) return weak;
  if (found === 0) {
    if (classOf(text.charCodeAt(at - 1)) & (charClass.hanDigit | charClass.hanScale)) return numeral(text, at, floor);
    return { kind: piece.proper, start: at - 1, end: at };
  }
  const start = at - (found & 31);
  switch (found >> 5) {
    case wordClass.stop:
      return null;
    case wordClass.verb:
      return { kind: piece.verb, start, end: at };
    case wordClass.noun:
      return { kind: piece.noun, start, end: at };
    case wordClass.vague:
      return { kind: piece.vague, start, end: at };
    default:
      return { kind: piece.general, start, end: at };
  }
}

/** A division's name that is an ordinary word as well is a proper word inside a name: 江北|国际机场. */
function weakPlace({ lexicon, text }: Pick<Scan, "lexicon" | "text">, at: number, floor: number): Piece | null {
  for (let length = 3; length >= 2; length -= 1) {
    if (at - length < floor) continue;
    const name = lexicon.regions.names.byName.get(text.slice(at - length, at));
    if (name) return { kind: piece.proper, start: at - length, end: at };
  }
  return null;
}

/** 第四, 一二三 in a name. */
function numeral(text: string, at: number, floor: number): Piece {
  let start = at;
  while (start > floor && classOf(text.charCodeAt(start - 1)) & (charClass.hanDigit | charClass.hanScale)) start -= 1;
  if (start > floor && text.charAt(start - 1) === "第") start -= 1;
  return { kind: piece.number, start, end: at };
}

/** 109, S33, 5G. */
function run(text: string, at: number, floor: number): Piece {
  let start = at;
  while (start > floor && classOf(text.charCodeAt(start - 1)) & (charClass.digit | charClass.latin)) start -= 1;
  return { kind: piece.number, start, end: at };
}

const openers: Readonly<Record<string, string>> = { "”": "“", "’": "‘", "」": "「", "）": "（(", ")": "（(" };

/** Quoted words, words in brackets and the dashes and dots that join two names; any other mark ends the name. */
function markPiece({ text }: Scan, at: number, floor: number): Piece | null {
  const mark = text.charAt(at - 1);
  if ("·•—－-–".includes(mark))
    return /[\p{sc=Han}）)]/u.test(text.charAt(at - 2)) ? { kind: piece.joiner, start: at - 1, end: at } : null;
  const opener = openers[mark];
  if (!opener) return null;
  for (let start = at - 2; start >= Math.max(floor, at - 18); start -= 1) {
    const here = text.charAt(start);
    if (opener.includes(here)) return { kind: opener.length > 1 ? piece.bracket : piece.quote, start, end: at };
    if ("，。；、“”（）()".includes(here)) return null;
  }
  return null;
}
