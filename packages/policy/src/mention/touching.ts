import type { Span } from "../text/span.ts";

/** 相接. Spans that share a character with one, of spans in text order that do not overlap; found by halving. */
export function touching<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < spans.length && (spans[last]?.start ?? end) < end) last += 1;
  return spans.slice(low, last);
}
