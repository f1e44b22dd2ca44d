import type { Id } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import { type Mark, searchMarks } from "../search-terms.ts";
import type { Tx } from "../transaction.ts";
import type { SentencePlace } from "./place.ts";

/** 句命中. A sentence with the places of the words in its text. */
export interface SentenceHit {
  readonly type: "sentence";
  readonly document: Id;
  readonly documentName: string;
  readonly address: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Row {
  readonly document: Id;
  readonly paragraph: number;
  readonly ordinal: number;
  readonly documentName: string;
  readonly address: string;
  readonly text: string;
}

/** 何处之句. One document only, or all; of corrected ones the newest version that the principal sees unless told. */
export interface SentenceScope {
  readonly document: Id | undefined;
  readonly everyVersion?: boolean | undefined;
}

/** 句命中数. Exact to 10,000, and 10,001 for more. */
export async function countSentences(
  tx: Tx,
  query: string,
  { document, everyVersion = false }: Partial<SentenceScope>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count_sentences(${query}::tsquery, ${document ?? null}::uuid, every => ${everyVersion}) as count`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

/** 句命中. In order: newest document first, then as the text goes; after `from`, at most `limit`. */
export async function sentenceHits(
  tx: Tx,
  query: string,
  {
    q,
    document,
    everyVersion = false,
    from,
    limit,
  }: SentenceScope & {
    readonly q: string;
    readonly from: SentencePlace | undefined;
    readonly limit: number;
  },
): Promise<readonly { readonly hit: SentenceHit; readonly place: SentencePlace }[]> {
  const [, last = null, paragraph = null, ordinal = null] = from ?? [];
  // The order of a plain page is that of the function, so it need not find more than the page holds.
  const most = from === undefined ? limit : 10_001;
  const { rows } = await sql<Row>`
    select s.document, s.paragraph, s.ordinal, s.address, s.text, d.name as document_name
    from (
      select * from match_sentences(${query}::tsquery, ${document ?? null}::uuid, ${most}::integer, ${everyVersion}) m
      where ${last}::uuid is null or m.document < ${last}::uuid
        or (m.document = ${last}::uuid and (m.paragraph, m.ordinal) > (${paragraph}::integer, ${ordinal}::integer))
      order by m.document desc, m.paragraph, m.ordinal limit ${limit}) m
    join sentence s on s.jurisdiction = m.jurisdiction and s.document = m.document and s.paragraph = m.paragraph and s.ordinal = m.ordinal
    join document d on d.jurisdiction = m.jurisdiction and d.id = m.document
    order by s.document desc, s.paragraph, s.ordinal`.execute(tx.db);
  return rows.map(({ paragraph, ordinal, ...row }) => ({
    hit: { type: "sentence", ...row, marks: searchMarks(row.text, q) },
    place: ["s", row.document, paragraph, ordinal],
  }));
}
