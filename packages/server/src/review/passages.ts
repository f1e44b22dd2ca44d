import { sentencesOf } from "@qipan/ledger/sentences";
import type { Tx } from "@qipan/ledger/transaction";
import type { Sentence } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";

/** Sentences asked for at a time. */
const chunk = 1000;

/**
 * 上下文. For each reading the words from its beginning to the next of the readings given or to the end of its paragraph:
 * what a chronicle says of the thing beyond the words that name it. A purged document has none, its readings are left out.
 */
export async function passagesOf(tx: Tx, readings: readonly StoredReading[]): Promise<ReadonlyMap<Id, string>> {
  const passages = new Map<Id, string>();
  for (const [document, group] of Map.groupBy(readings, ({ document }) => document)) {
    const inText = group.toSorted((a, b) => a.start - b.start);
    const paragraphs = await paragraphsOf(
      tx,
      document,
      inText.map(({ address }) => paragraphIn(address)),
    );
    for (const [index, { id, address, start }] of inText.entries()) {
      const next = inText.slice(index + 1).find((later) => later.start > start)?.start ?? Number.POSITIVE_INFINITY;
      const words = (paragraphs.get(paragraphIn(address)) ?? [])
        .map((sentence) => part(sentence, start, next))
        .join("");
      if (words !== "") passages.set(id, words);
    }
  }
  return passages;
}

/** Sentences of the paragraphs from the first wanted to the last, by paragraph; only wanted ones are kept. */
async function paragraphsOf(
  tx: Tx,
  document: Id,
  wanted: readonly number[],
): Promise<ReadonlyMap<number, readonly Sentence[]>> {
  const kept = new Map<number, Sentence[]>(wanted.map((paragraph) => [paragraph, []]));
  const last = Math.max(...wanted);
  for (let from = Math.min(...wanted); from <= last; ) {
    const sentences = await sentencesOf(tx, document, { from, limit: chunk });
    const end = sentences.at(-1)?.paragraph;
    const whole =
      sentences.length < chunk || end === from ? sentences : sentences.filter(({ paragraph }) => paragraph !== end);
    for (const sentence of whole) kept.get(sentence.paragraph)?.push(sentence);
    if (sentences.length < chunk || end === undefined) break;
    from = end === from ? from + 1 : end;
  }
  return kept;
}

function paragraphIn(address: string): number {
  return Number(/^p(?<paragraph>\d+)\./u.exec(address)?.groups?.["paragraph"] ?? 0);
}

function part({ raw, start }: Sentence, from: number, to: number): string {
  return raw.slice(Math.max(0, from - start), Math.max(0, to - start));
}
