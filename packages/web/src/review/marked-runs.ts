/** 标段. A run of the sentence that the reading stands on, or not. */
export interface MarkedRun {
  readonly at: number;
  readonly text: string;
  readonly isMarked: boolean;
}

interface Sentence {
  readonly raw: string;
  readonly start: number;
}

/** 标出. A sentence cut at the spans of a reading, line breaks inside it taken out; spans are offsets into the stored text. */
export function markedRuns(
  { raw, start }: Sentence,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly MarkedRun[] {
  const isInside = (at: number): boolean => spans.some((span) => at >= span.start && at < span.end);
  const borders = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < start + raw.length);
  const cuts = [...new Set([start, ...borders, start + raw.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    at: from,
    text: raw.slice(from - start, (cuts[index + 1] ?? from) - start).replaceAll(/[\r\n]+\s*/gu, ""),
    isMarked: isInside(from),
  }));
}
