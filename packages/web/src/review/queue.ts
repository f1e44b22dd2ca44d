import type { ReaderSentence } from "@qipan/server/contract/documents";

/** 待看一条. A reading in the order of the text, with the sentence it stands in. */
export type Queued = ReaderSentence["readings"][number] & { readonly address: string };

/** 次序. All readings of what is fetched, in order of the text. */
export function queueOf(sentences: readonly ReaderSentence[]): readonly Queued[] {
  return sentences.flatMap(({ address, readings }) =>
    readings.toSorted((a, b) => a.start - b.start).map((reading) => ({ ...reading, address })),
  );
}

/** The reading `step` places on from the one named; from the beginning when none is named, null beyond the ends. */
export function neighbour(queue: readonly Queued[], id: string | undefined, step: 1 | -1): Queued | null {
  const at = queue.findIndex((queued) => queued.id === id);
  if (at < 0) return queue[step > 0 ? 0 : queue.length - 1] ?? null;
  return queue[at + step] ?? null;
}

/** The next reading that waits after the one named, going round once; null when no other waits. */
export function nextPending(queue: readonly Queued[], id: string | undefined): Queued | null {
  const at = queue.findIndex((queued) => queued.id === id);
  return [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))].find(({ state }) => state === "pending") ?? null;
}
