import type { Output } from "@qipan/server/contract/client";

export type Tried = Output<"tryReading">;

/** 试读一句. A sentence with everything that was found in it; a reading stands with the sentence of its first span. */
export interface TriedRow {
  readonly sentence: Tried["sentences"][number];
  readonly mentions: Tried["mentions"];
  readonly readings: Tried["readings"];
  readonly refusals: Tried["refusals"];
}

/** 分句. What was read, sentence by sentence in the order of the text. */
export function triedRows({ sentences, mentions, readings, refusals }: Tried): readonly TriedRow[] {
  const found = Map.groupBy(mentions, ({ address }) => address);
  const read = Map.groupBy(readings, ({ spans }) => spans[0]?.address ?? "");
  const left = Map.groupBy(refusals, ({ address }) => address);
  return sentences.map((sentence) => ({
    sentence,
    mentions: found.get(sentence.address) ?? [],
    readings: read.get(sentence.address) ?? [],
    refusals: left.get(sentence.address) ?? [],
  }));
}
