import { paragraphsAt, type ParagraphSentence } from "@qipan/ledger/review/paragraphs";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";

/**
 * 上下文. For each reading the words from its beginning to the next of the readings given or to the end of its paragraph:
 * what a chronicle says of the thing beyond the words that name it. A purged document has none, its readings are left out.
 */
export async function passagesOf(tx: Tx, readings: readonly StoredReading[]): Promise<ReadonlyMap<Id, string>> {
  const places = readings.map(({ document, address }) => ({ document, paragraph: paragraphIn(address) }));
  const paragraphs = Map.groupBy(await paragraphsAt(tx, places), placeKey);
  const passages = new Map<Id, string>();
  for (const group of Map.groupBy(readings, ({ document }) => document).values()) {
    const inText = group.toSorted((a, b) => a.start - b.start);
    for (const [index, { id, document, address, start }] of inText.entries()) {
      const next = inText.slice(index + 1).find((later) => later.start > start)?.start ?? Number.POSITIVE_INFINITY;
      const sentences = paragraphs.get(placeKey({ document, paragraph: paragraphIn(address) })) ?? [];
      const words = sentences.map((sentence) => part(sentence, start, next)).join("");
      if (words !== "") passages.set(id, words);
    }
  }
  return passages;
}

function placeKey({ document, paragraph }: Pick<ParagraphSentence, "document" | "paragraph">): string {
  return `${document} ${paragraph}`;
}

function paragraphIn(address: string): number {
  return Number(/^p(?<paragraph>\d+)\./u.exec(address)?.groups?.["paragraph"] ?? 0);
}

function part({ raw, start }: ParagraphSentence, from: number, to: number): string {
  return raw.slice(Math.max(0, from - start), Math.max(0, to - start));
}
