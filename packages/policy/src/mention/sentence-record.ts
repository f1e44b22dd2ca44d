import type { Heading, Sentence } from "../records/document-text.ts";
import { charClass, classOf } from "../text/char-class.ts";
import type { PageSpan, Repaired } from "../text/repair.ts";
import type { Span } from "../text/span.ts";
import { isTorn, rawPieces, rawSpan } from "../text/view.ts";
import type { Scan } from "./scan.ts";

/** 句位. Where a sentence stands: paragraph and sentence counted from 0, and the headings above it. */
export interface Place {
  readonly index: number;
  readonly ordinal: number;
  readonly headings: Heading[];
}

/** 记句. Writes sentences down in order of reading; one writer for one document. */
export type SentenceWriter = (scan: Scan, place: Place) => Sentence;

/**
 * 句的记录. Makes the writer of a document's sentences: where the page tore one apart its pieces, what it prints a second
 * time, its page, and for a row of a table its cells. Linear over all sentences of the document.
 */
export function sentenceWriter(repaired: Repaired): SentenceWriter {
  const originals = originalsOf(repaired);
  return ({ view, sentence, address, paragraph }, { index, ordinal, headings }) => {
    const pieces = isTorn(view, sentence) ? rawPieces(view, sentence).map(({ start, end }) => ({ start, end })) : [];
    const { start, end } = pieces.length > 1 ? hullOf(pieces) : rawSpan(view, sentence);
    const { row } = paragraph;
    const cells = row ? row.cells.filter((cell) => isWithin(cell, { start, end })) : [];
    return {
      address,
      paragraph: index + 1,
      ordinal: ordinal + 1,
      kind: paragraph.kind,
      start,
      end,
      raw: view.stored.slice(start, end),
      text: view.text.slice(sentence.start, sentence.end),
      headings,
      pieces,
      copyOf: originals(sentence, address),
      page: repaired.pages.length > 0 ? pageAt(repaired.pages, pieces[0]?.start ?? start) : null,
      sheet: row && cells.length > 0 ? row.sheet : null,
      cells,
    };
  };
}

/** From the first character of any piece to the last of any. */
function hullOf(pieces: readonly Span[]): Span {
  let { start, end } = pieces[0] ?? { start: 0, end: 0 };
  for (const piece of pieces) [start, end] = [Math.min(start, piece.start), Math.max(end, piece.end)];
  return { start, end };
}

/** An empty cell lies within a sentence that surrounds it, any other within each sentence it shares words with. */
const isWithin = (cell: Span, { start, end }: Span): boolean =>
  cell.start === cell.end ? start <= cell.start && cell.end <= end : cell.start < end && start < cell.end;

/** Share of a sentence that must be printed elsewhere for the sentence to be a copy. */
const MOSTLY = 0.9;

/** Says of each sentence, in order of reading, the address of the one it prints again. */
function originalsOf({ view, copies }: Repaired): (sentence: Span, address: string) => string | null {
  if (!copies) return () => null;
  const addresses: string[] = [];
  const written = new Int32Array(view.stored.length); // number of the sentence that a character stands in, 0 for none
  return (sentence, address) => {
    addresses.push(address);
    let copied = 0;
    let all = 0;
    for (let position = sentence.start; position < sentence.end; position += 1) {
      const raw = view.raw[position] ?? 0;
      written[raw] = addresses.length;
      if (classOf(view.text.charCodeAt(position)) & charClass.space) continue;
      all += 1;
      if ((copies[raw] ?? -1) >= 0) copied += 1;
    }
    if (copied === 0 || copied < all * MOSTLY) return null;
    const original = copiedAt({ view, copies }, sentence, copied >> 1);
    return addresses[(written[original] ?? 0) - 1] ?? null;
  };
}

/** Original of the character of a sentence that is printed elsewhere and has so many others of its kind before it. */
function copiedAt({ view, copies }: Pick<Repaired, "view" | "copies">, { start, end }: Span, before: number): number {
  let left = before;
  for (let position = start; position < end; position += 1) {
    if (classOf(view.text.charCodeAt(position)) & charClass.space) continue;
    const original = copies?.[view.raw[position] ?? 0] ?? -1;
    if (original < 0) continue;
    if (left === 0) return original;
    left -= 1;
  }
  return -1;
}

/** Page of an offset; null where the file has no pages. Pages are in order: found by halving. */
function pageAt(pages: readonly PageSpan[], offset: number): number | null {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const page = pages[low];
  return page && page.start <= offset ? page.page : null;
}
