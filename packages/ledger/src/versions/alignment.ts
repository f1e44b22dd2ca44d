import type { Fate, SentenceFate } from "@qipan/policy/records/anchor";
import type { Document } from "@qipan/policy/records/document";
import { alignSentences } from "@qipan/policy/text/anchor";
import { insertRows } from "../bulk.ts";
import type { Tx } from "../transaction.ts";

/** 版本对应. What became of each sentence of the older version, by its address, and how many of each. */
export interface Alignment {
  readonly fates: ReadonlyMap<string, SentenceFate>;
  readonly counts: Readonly<Record<Fate, number>>;
}

interface Words {
  readonly paragraph: number;
  readonly ordinal: number;
  readonly address: string;
  readonly text: string;
}

/** 对应两版. Aligns the sentences of two versions of a document and keeps what came of it. */
export async function alignVersions(tx: Tx, older: Document, newer: Document): Promise<Alignment> {
  const before = await wordsOf(tx, older);
  const fates = alignSentences(before, await wordsOf(tx, newer));
  const rows = fates.map(({ oldAddress: address, newAddress, state, likeness }, index) => {
    const { paragraph, ordinal } = before[index] ?? { paragraph: 0, ordinal: 0 }; // one fate a sentence, in order
    const place = { jurisdiction: older.jurisdiction, document: older.id, paragraph, ordinal, address };
    return { ...place, newer: newer.id, state, newAddress, likeness };
  });
  await insertRows(tx.db, "sentenceAlignment", rows);
  const counts = { same: 0, moved: 0, changed: 0, lost: 0 };
  for (const { state } of fates) counts[state] += 1;
  return { fates: new Map(fates.map((fate) => [fate.oldAddress, fate])), counts };
}

async function wordsOf(tx: Tx, { jurisdiction, id }: Document): Promise<readonly Words[]> {
  return tx.db
    .selectFrom("sentence")
    .select(["paragraph", "ordinal", "address", "text"])
    .where("jurisdiction", "=", jurisdiction)
    .where("document", "=", id)
    .orderBy("paragraph")
    .orderBy("ordinal")
    .execute();
}
