import type { Document } from "@qipan/policy/records/document";
import type { Reading } from "@qipan/policy/records/reading";
import { sha256Of } from "./canonical-json.ts";
import type { Tx } from "./transaction.ts";

/**
 * 重读归址. Readings of a document that was read again, their spans at the addresses of the sentences that the ledger keeps:
 * a better reading may part sentences elsewhere, but evidence stands on those that are held. Left out are readings whose
 * words lie in no one sentence. Null when the text is not the one that is held, so that nothing of it can be compared.
 */
export async function readdressed(
  tx: Tx,
  document: Document,
  { text, readings }: { readonly text: string; readonly readings: readonly Reading[] },
): Promise<readonly Reading[] | null> {
  if (sha256Of(text) !== document.textSha256) return null;
  const sentences = await tx.db
    .selectFrom("sentence")
    .select(["address", "start", "end"])
    .where("jurisdiction", "=", document.jurisdiction)
    .where("document", "=", document.id)
    .orderBy("start")
    .execute();
  return readings.flatMap((reading) => {
    const spans = reading.spans.flatMap((span) => {
      const sentence = sentences[lastBefore(sentences, span.start)];
      return sentence && span.end <= sentence.end ? [{ ...span, address: sentence.address }] : [];
    });
    return spans.length === reading.spans.length ? [{ ...reading, spans }] : [];
  });
}

/** Index of the last sentence that begins at an offset or before it; -1 when there is none. */
function lastBefore(sentences: readonly { readonly start: number }[], start: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
