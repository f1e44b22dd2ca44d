import type { Sentence } from "@qipan/policy/records/document";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** What of a sentence says which evidence stands on it. */
export type CitedSentence = Pick<Sentence, "document" | "address" | "sheet" | "cells">;

/** Rows of one piece of evidence at most; the store refuses more (`check_cell_quote`). */
const mostRows = 200;

/**
 * 引用之条件. Condition on a table of evidence, by its alias: it quotes the sentence, or cites cells of the row that the
 * sentence is. Evidence of several rows has the address of its first one, so it is looked for in the rows above too.
 */
export async function citing(tx: Tx, alias: string, sentence: CitedSentence): Promise<RawBuilder<boolean>> {
  const { document, address, sheet, cells } = sentence;
  const of = (column: string): RawBuilder<unknown> => sql.ref(`${alias}.${column}`);
  const quoted = sql`${of("kind")} = 'sentence' and ${of("address")} = ${address}`;
  const above = await rowsAbove(tx, sentence);
  if (above.length === 0) return sql<boolean>`(${of("document")} = ${document} and ${quoted})`;
  const met = sql`range_meets(${of("content")} ->> 'range', ${JSON.stringify(cells)}::jsonb)`;
  return sql<boolean>`(${of("document")} = ${document} and ${of("address")} = any(${[...above, address]}::text[])
    and (${quoted} or ${of("kind")} = 'cell' and ${of("content")} ->> 'sheet' = ${sheet} and ${met}))`;
}

/** Addresses at which evidence may begin that reaches the row of a sentence; none for what is no row. */
async function rowsAbove(tx: Tx, { document, sheet, cells }: CitedSentence): Promise<readonly string[]> {
  const row = Number(/\d+$/u.exec(cells[0]?.cell ?? "")?.[0] ?? 0);
  if (sheet === null || row === 0) return [];
  const rows = await tx.db
    .selectFrom("sentence")
    .select("address")
    .where("document", "=", document)
    .where("sheet", "=", sheet)
    .where("sheetRow", ">", row - mostRows)
    .where("sheetRow", "<=", row)
    .execute();
  return rows.map(({ address }) => address);
}
