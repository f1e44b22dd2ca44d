import type { Mention } from "@qipan/policy/records/mention";
import { placesIn } from "./alignment.ts";

/** 跨. A stretch of the stored text, UTF-16 offsets as the ledger counts them. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** 段落一截. Words that are all marked alike: by one mention or none, and washed when a selected reading stands on them. */
export interface Segment {
  readonly text: string;
  readonly mention: Mention | null;
  readonly washed: boolean;
}

/** What is cut into segments: a sentence as stored or as repaired, what was found in it, what is selected. */
export interface Cut {
  readonly sentence: { readonly start: number; readonly raw: string; readonly text: string };
  readonly view: "raw" | "repaired";
  readonly mentions: readonly Mention[];
  readonly washes: readonly Stretch[];
}

/**
 * 分截. Cuts a sentence at the ends of everything found in it. Where mentions lie in one another the shortest marks the
 * words. Offsets count in the stored text; in the repaired view they are led to the characters that are left.
 */
export function segmentsOf({ sentence, view, mentions, washes }: Cut): readonly Segment[] {
  const shown = view === "raw" ? sentence.raw : sentence.text;
  const inView = viewer(sentence, view);
  const found = mentions.map((mention) => ({ mention, ...inView(mention) }));
  const washed = washes.map(inView);
  const ends = [0, shown.length, ...[...found, ...washed].flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(ends)].filter((at) => at >= 0 && at <= shown.length).toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? shown.length;
    const over = ({ start: from, end: to }: Stretch): boolean => from <= start && to >= end;
    const shortest = found.filter(over).toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
    return { text: shown.slice(start, end), mention: shortest?.mention ?? null, washed: washed.some(over) };
  });
}

function viewer({ start, raw, text }: Cut["sentence"], view: Cut["view"]): (stretch: Stretch) => Stretch {
  if (view === "raw") return (stretch) => ({ start: stretch.start - start, end: stretch.end - start });
  const places = placesIn(raw, text);
  const firstAtOrAfter = (offset: number): number => {
    const found = places.findIndex((place) => place >= offset - start);
    return found < 0 ? text.length : found;
  };
  return (stretch) => ({ start: firstAtOrAfter(stretch.start), end: firstAtOrAfter(stretch.end) });
}
