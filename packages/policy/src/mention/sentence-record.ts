import type { Heading, Sentence } from "../records/document-text.ts";
import { charClass, classOf } from "../text/char-class.ts";
import type { PageSpan, Repaired } from "../text/repair.ts";
import type { Span } from "../text/span.ts";
import { rawPieces } from "../text/view.ts";
import type { Scan } from "./scan.ts";

/** 句位. Where a sentence stands: paragraph and sentence counted from 0, and the headings above it. */
export interface Place {
  readonly index: number;
  readonly ordinal: number;
  readonly headings: readonly Heading[];
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
    const pieces = rawPieces(view, sentence);
    const start = Math.min(...pieces.map((piece) => piece.start));
    const end = Math.max(...pieces.map((piece) => piece.end));
    const cells = (paragraph.row?.cells ?? []).filter((cell) => isWithin(cell, { start, end }));
    return {
      address,
      paragraph: index + 1,
      ordinal: ordinal + 1,
      kind: paragraph.kind,
      start,
      end,
      raw: view.stored.slice(start, end),
      text: view.text.slice(sentence.start, sentence.end),
      headings: [...headings],
      pieces: pieces.length > 1 ? pieces.map((piece) => ({ start: piece.start, end: piece.end })) : [],
      copyOf: originals(sentence, address),
      page: pageAt(repaired.pages, pieces[0]?.start ?? start),
      sheet: cells.length > 0 ? (paragraph.row?.sheet ?? null) : null,
      cells,
    };
  };
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
  const at = new Int32Array(view.stored.length).fill(-1);
  return ({ start, end }, address) => {
    const copied: number[] = [];
    let all = 0;
    for (let position = start; position < end; position += 1) {
      const raw = view.raw[position] ?? 0;
      at[raw] = addresses.length;
      if (classOf(view.text.charCodeAt(position)) & charClass.space) continue;
      all += 1;
      const original = copies[raw] ?? -1;
      if (original >= 0) copied.push(original);
    }
    addresses.push(address);
    if (copied.length === 0 || copied.length < all * MOSTLY) return null;
    return addresses[at[copied[copied.length >> 1] ?? 0] ?? -1] ?? null;
  };
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
