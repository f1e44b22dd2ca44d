import type { Anchor, Reanchored, SentenceFate } from "../records/anchor.ts";
import type { Sentence } from "../records/document-text.ts";
import { alignTexts } from "./anchor-align.ts";
import { bigramsOf, comparable, likenessOf } from "./anchor-bigrams.ts";
import { type AnchorText, exactPlaces, likePlace, preparedText } from "./anchor-search.ts";
import type { Span } from "./span.ts";

/** How many characters before and after the words an anchor keeps. */
const CONTEXT = 32;
/** How many of them must still stand beside the words, spaces aside, for the place to be the same. */
const ENOUGH = 8;

/**
 * 下锚. Tells where words stand by position and quote (W3C Web Annotation Data Model, 4.2.4 and 4.2.5). Offsets are raw.
 * Throws when the range is not within the text or no sentence has the address.
 */
export function anchorOf(
  text: string,
  sentences: readonly Pick<Sentence, "address">[],
  { address, start, end }: Span & { readonly address: string },
): Anchor {
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`Found range ${start}–${end}, expected one within a text of ${text.length} characters.`);
  if (!sentences.some((sentence) => sentence.address === address))
    throw new RangeError(`Found address ${address}, expected that of one of ${sentences.length} sentences.`);
  return {
    address,
    position: { start, end },
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
  };
}

/**
 * 重定锚. Finds the words of an anchor in a newer text. Line breaks, spaces, width and script of characters make no
 * difference. Of several places the one with the same neighbours counts, then the nearest to the old position. Words that
 * are gone are sought between their old neighbours and in the sentences most like them; below half alike they are `lost`.
 */
export function reanchor(anchor: Anchor, newer: AnchorText): Reanchored {
  const prepared = preparedText(newer);
  const places = exactPlaces(prepared, anchor.quote.exact);
  const ranked = places.map((span) => ({ span, ...contextAt(anchor, newer.text, span) }));
  ranked.sort((a, b) => b.shared - a.shared || distance(anchor, a.span) - distance(anchor, b.span));
  const [best] = ranked;
  if (best) return { state: best.isSame ? "same" : "moved", ...placed(newer, best.span), likeness: 1 };
  const like = likePlace(prepared, anchor);
  const words = like ? newer.text.slice(like.start, like.end) : "";
  const likeness = likenessOf(bigramsOf(comparable(anchor.quote.exact)), bigramsOf(comparable(words)));
  if (!like || likeness < 0.5) return { state: "lost", address: null, start: null, end: null, likeness: 0 };
  return { state: "changed", ...placed(newer, like), likeness };
}

/**
 * 句对齐. What became of each sentence of an older text: `same` and `moved` have equal words, `changed` like ones. Each
 * newer sentence is named at most once, so those that nobody names are new. Order of the older text.
 */
export function alignSentences(
  older: readonly Pick<Sentence, "address" | "text">[],
  newer: readonly Pick<Sentence, "address" | "text">[],
): readonly SentenceFate[] {
  const found = alignTexts(
    older.map(({ text }) => text),
    newer.map(({ text }) => text),
  );
  return found.map(({ state, place, likeness }, index) => ({
    oldAddress: older[index]?.address ?? "",
    newAddress: place === null ? null : (newer[place]?.address ?? null),
    state,
    likeness,
  }));
}

interface Context {
  readonly shared: number;
  readonly isSame: boolean;
}

/** How much of what stood beside the words still does. */
function contextAt({ quote }: Anchor, text: string, { start, end }: Span): Context {
  const [before, after] = [comparable(quote.prefix), comparable(quote.suffix)];
  const left = sharedEnd(before, comparable(text.slice(Math.max(0, start - 2 * CONTEXT), start)));
  const right = sharedStart(after, comparable(text.slice(end, end + 2 * CONTEXT)));
  const isSame = left >= Math.min(ENOUGH, before.length) || right >= Math.min(ENOUGH, after.length);
  return { shared: left + right, isSame };
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

function sharedEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.at(-1 - at) === other.at(-1 - at)) at += 1;
  return at;
}

const distance = ({ position }: Anchor, { start }: Span): number => Math.abs(start - position.start);

function placed({ sentences }: AnchorText, { start, end }: Span): Pick<Reanchored, "address" | "start" | "end"> {
  const sentence = sentences.find((candidate) => candidate.start <= start && start < candidate.end);
  return { address: sentence?.address ?? null, start, end };
}
