import type { Piece } from "@qipan/policy/records/document-text";
import type { Sentence } from "@qipan/policy/records/document";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { Observation } from "@qipan/policy/records/observation";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import { type CitedSentence, citing } from "./citing.ts";
import { entriesByIds } from "./entry-queries.ts";
import { observationsCiting } from "./observation-queries.ts";
import { readingsAt } from "./readings.ts";
import type { Tx } from "./transaction.ts";

const columns = [
  ...(["document", "address", "paragraph", "ordinal", "kind", "start", "end", "raw", "text", "headings"] as const),
  ...(["copyOf", "page", "sheet", "cells"] as const),
  sql<
    Piece[]
  >`(select coalesce(json_agg(json_build_object('start', pieces[2 * n - 1], 'end', pieces[2 * n]) order by n), '[]')
    from generate_series(1, cardinality(pieces) / 2) n)`.as("pieces"),
] as const;

/** 句子. Sentences of a document in order from a paragraph on; none when purged or not seen. */
export async function sentencesOf(
  tx: Tx,
  document: Id,
  { from = 1, limit }: { from?: number; limit: number },
): Promise<readonly Sentence[]> {
  return tx.db
    .selectFrom("sentence")
    .select(columns)
    .where("document", "=", document)
    .where("jurisdiction", "=", (eb) => eb.selectFrom("document").select("jurisdiction").where("id", "=", document))
    .where("paragraph", ">=", from)
    .orderBy("paragraph")
    .orderBy("ordinal")
    .limit(limit)
    .execute();
}

/** 句中所有. A sentence with what was read from it and what stands on it. */
export interface SentenceInUse {
  readonly sentence: Sentence;
  readonly readings: readonly StoredReading[];
  readonly entries: readonly Entry[];
  readonly observations: readonly Observation[];
}

/** 取句. By address such as `p12.s3`; null when there is none that the principal sees. */
export async function sentenceAt(tx: Tx, document: Id, address: string): Promise<SentenceInUse | null> {
  const place = /^p(?<paragraph>\d{1,9})\.s(?<ordinal>\d{1,9})$/u.exec(address)?.groups;
  if (!place) return null;
  const sentence = await tx.db
    .selectFrom("sentence")
    .select(columns)
    .where("document", "=", document)
    .where("jurisdiction", "=", (eb) => eb.selectFrom("document").select("jurisdiction").where("id", "=", document))
    .where("paragraph", "=", Number(place.paragraph))
    .where("ordinal", "=", Number(place.ordinal))
    .executeTakeFirst();
  if (!sentence) return null;
  return {
    sentence,
    readings: await readingsAt(tx, document, address),
    entries: await entriesCiting(tx, sentence),
    observations: await observationsCiting(tx, sentence),
  };
}

/** 引用此句的条目. Entries whose newest version stands on the sentence, or on cells of the row that it is. */
async function entriesCiting(tx: Tx, sentence: CitedSentence): Promise<readonly Entry[]> {
  const rows = await tx.db
    .selectFrom("evidence as v")
    .innerJoin("entry as e", (join) =>
      join.onRef("e.jurisdiction", "=", "v.jurisdiction").onRef("e.id", "=", "v.entry"),
    )
    .select("e.id")
    .distinct()
    .where(await citing(tx, "v", sentence))
    .where("e.withdrawn", "=", false)
    .where(sql<boolean>`v.version = any(e.evidence_versions)`)
    .orderBy("e.id")
    .execute();
  return entriesByIds(
    tx,
    rows.map(({ id }) => id),
  );
}
