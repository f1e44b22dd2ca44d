import type { Id } from "@qipan/policy/records/identity";
import type { EntryKind } from "@qipan/policy/records/registers";
import { sql } from "kysely";
import { projectionOf } from "../projection.ts";
import { type Mark, searchMarks, searchWords } from "../search-terms.ts";
import type { Tx } from "../transaction.ts";
import type { EntryPlace, Place } from "./place.ts";

/** 条目命中. An entry with the line of it that carries most of the words, and their places in that line. */
export interface EntryHit {
  readonly type: "entry";
  readonly id: Id;
  readonly kind: EntryKind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Row {
  readonly id: Id;
  readonly kind: EntryKind;
  readonly key: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly fields: Record<string, unknown>;
  readonly titled: boolean;
  readonly day: string;
}

/** 条目命中数. By kind; together exact to 10,000. */
export async function countEntries(tx: Tx, query: string): Promise<readonly { value: string; count: number }[]> {
  const { rows } = await sql<{ value: string; count: number }>`
    select kind as value, count(*) as count from match_entries(${query}::tsquery) group by kind order by count(*) desc, kind`.execute(
    tx.db,
  );
  return rows;
}

interface EntryRequest {
  readonly q: string;
  /** What is marked in the hits: the words and the other names that were searched. */
  readonly shown: string;
  readonly kinds: readonly string[] | undefined;
  readonly from: Place | undefined;
  readonly limit: number;
}

/** 条目命中. Those with all words in their title first, then by day, newest first, those without a day last. */
export async function entryHits(
  tx: Tx,
  query: string,
  { q, shown, kinds, from, limit }: EntryRequest,
): Promise<readonly { readonly hit: EntryHit; readonly place: EntryPlace }[]> {
  const [titled, day, id] = from?.[0] === "e" ? [from[1], from[2], from[3]] : [null, null, null];
  const { rows } = await sql<Row>`
    with ranked as (
      select e.jurisdiction, e.id, coalesce(e.when_day::text, '') as day,
        (select bool_and(strpos(lower(coalesce(e.title, '') || ' ' || coalesce(e.title_en, '')), word) > 0)
          from unnest(${[...searchWords(q)]}::text[]) as word) as titled
      from match_entries(${query}::tsquery, ${kinds === undefined ? null : [...kinds]}::text[]) m
      join entry e on e.jurisdiction = m.jurisdiction and e.id = m.entry
    )
    select e.id, e.kind, e.key, e.title, e.title_en, e.fields, r.titled, r.day
    from (
      select * from ranked
      where ${id}::uuid is null or (titled, day, id) < (${titled}::boolean, ${day}::text, ${id}::uuid)
      order by titled desc, day desc, id desc limit ${limit}) r
    join entry e on e.jurisdiction = r.jurisdiction and e.id = r.id
    order by r.titled desc, r.day desc, r.id desc`.execute(tx.db);
  return rows.map((row) => ({ hit: hitOf(row, shown), place: ["e", row.titled, row.day, row.id] }));
}

function hitOf({ id, kind, key, title, titleEn, fields }: Row, q: string): EntryHit {
  const lines = [...projectionOf(kind, fields).text.split("\n"), key];
  const [best = title] = lines.toSorted((a, b) => wordsIn(b, q) - wordsIn(a, q));
  const text = excerpt(best, q);
  return { type: "entry", id, kind, title, titleEn, text, marks: searchMarks(text, q) };
}

function wordsIn(line: string, q: string): number {
  return searchWords(q).filter((word) => searchMarks(line, word).length > 0).length;
}

const longestExcerpt = 200;

/** A long line is cut to a window that begins a little before the first word found. */
function excerpt(line: string, q: string): string {
  if (line.length <= longestExcerpt) return line;
  const first = searchMarks(line, q)[0]?.[0] ?? 0;
  const start = Math.max(0, Math.min(first - 40, line.length - longestExcerpt));
  return line.slice(start, start + longestExcerpt).toWellFormed();
}
