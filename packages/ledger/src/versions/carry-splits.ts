import type { Document } from "@qipan/policy/records/document";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { partsOf } from "../readings.ts";
import { placeIn } from "../review/contexts.ts";
import { splitReading } from "../split.ts";
import type { Tx } from "../transaction.ts";
import { reasonOf, type Versions } from "./carried.ts";
import type { ReadingPair } from "./match-readings.ts";

/**
 * 承接拆分. Splits the new readings whose older ones were split, where their sentence has the very same words, and pairs the
 * parts. Where the words differ an officer splits again.
 */
export async function carrySplits(
  tx: Tx,
  pairs: readonly ReadingPair[],
  versions: Versions,
): Promise<readonly ReadingPair[]> {
  const found: ReadingPair[] = [];
  for (const { older, newer } of pairs.filter((pair) => pair.older.state === "split")) {
    const before = await sentenceOf(tx, versions.older, older);
    const after = await sentenceOf(tx, versions.newer, newer);
    if (!before || !after || before.raw !== after.raw) continue;
    const parts = (await partsOf(tx, older.id)).filter(({ state }) => state !== "superseded");
    const spans = parts.map(({ reading }) => reading.spans.map((span) => moved(span, after.start - before.start)));
    const made = await splitReading(tx, newer.id, { parts: spans, reason: reasonOf(older, versions) });
    found.push(...made.flatMap((part, index) => pairOf(parts[index], part)));
  }
  return found;
}

function pairOf(older: StoredReading | undefined, newer: StoredReading): readonly ReadingPair[] {
  return older ? [{ older, newer }] : [];
}

function moved({ start, end }: { start: number; end: number }, by: number): { start: number; end: number } {
  return { start: start + by, end: end + by };
}

async function sentenceOf(
  tx: Tx,
  { jurisdiction, id }: Document,
  { address }: StoredReading,
): Promise<{ start: number; raw: string } | undefined> {
  const [paragraph, ordinal] = placeIn(address);
  return tx.db
    .selectFrom("sentence")
    .select(["start", "raw"])
    .where("jurisdiction", "=", jurisdiction)
    .where("document", "=", id)
    .where("paragraph", "=", paragraph)
    .where("ordinal", "=", ordinal)
    .executeTakeFirst();
}
