import type { Id } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 段之地址. */
export interface ParagraphPlace {
  readonly document: Id;
  readonly paragraph: number;
}

/** 段中一句. Its place in the stored text and its words there. */
export interface ParagraphSentence extends ParagraphPlace {
  readonly start: number;
  readonly raw: string;
}

/** 取段. The sentences of some paragraphs, in order of the text; nothing of those between them is read. */
export async function paragraphsAt(tx: Tx, places: readonly ParagraphPlace[]): Promise<readonly ParagraphSentence[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<ParagraphSentence>`
    select s.document, s.paragraph, s.start, s.raw
    from (select distinct document, paragraph from json_to_recordset(${JSON.stringify(places)}::json) as w(document uuid, paragraph integer)) w
    join document d on d.id = w.document
    join sentence s on s.jurisdiction = d.jurisdiction and s.document = w.document and s.paragraph = w.paragraph
    order by s.document, s.paragraph, s.ordinal`.execute(tx.db);
  return rows;
}
