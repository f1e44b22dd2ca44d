import type { Span } from "./span.ts";

/**
 * 段内找. Where a word first stands within a range of a text; -1 when it does not. Looks no further than the range: a search
 * in the whole text from every sentence on would cost the square of its length.
 */
export function indexWithin(text: string, word: string, { start, end }: Span): number {
  const at = text.slice(start, end).indexOf(word);
  return at < 0 ? -1 : start + at;
}

/** 段内倒找. Where a word last stands within a range of a text; -1 when it does not. */
export function lastIndexWithin(text: string, word: string, { start, end }: Span): number {
  const at = text.slice(start, end).lastIndexOf(word);
  return at < 0 ? -1 : start + at;
}
