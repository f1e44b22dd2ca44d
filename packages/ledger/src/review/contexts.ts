import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 邻句. */
export interface Neighbour {
  readonly address: string;
  readonly text: string;
}

/** 语境. The sentence of a reading, with its headings outermost first, and the sentences around it. */
export interface ReadingContext {
  readonly address: string;
  readonly kind: string;
  readonly headings: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly text: string;
  readonly page: number | null;
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
}

interface Row extends Omit<ReadingContext, "before" | "after"> {
  readonly reading: Id;
  readonly place: -1 | 0 | 1;
}

/**
 * 取语境. Of each reading, three sentences found by the key of the table, whatever the length of the documents. A purged
 * document has none, its readings are not in the map.
 */
export async function contextsOf(tx: Tx, readings: readonly StoredReading[]): Promise<ReadonlyMap<Id, ReadingContext>> {
  if (readings.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select w.reading, s.place, s.address, s.kind, s.headings, s.start, s."end", s.raw, s.text, s.page
    from json_to_recordset(${JSON.stringify(readings.map(wantedOf))}::json)
      as w(reading uuid, jurisdiction text, document uuid, paragraph integer, ordinal integer)
    cross join lateral (
      (select -1 as place, b.* from sentence b where b.jurisdiction = w.jurisdiction and b.document = w.document
        and (b.paragraph, b.ordinal) < (w.paragraph, w.ordinal) order by b.paragraph desc, b.ordinal desc limit 1)
      union all (select 0, c.* from sentence c where c.jurisdiction = w.jurisdiction and c.document = w.document
        and c.paragraph = w.paragraph and c.ordinal = w.ordinal)
      union all (select 1, a.* from sentence a where a.jurisdiction = w.jurisdiction and a.document = w.document
        and (a.paragraph, a.ordinal) > (w.paragraph, w.ordinal) order by a.paragraph, a.ordinal limit 1)) s`.execute(
    tx.db,
  );
  const byReading = Map.groupBy(rows, ({ reading }) => reading);
  return new Map([...byReading].flatMap(([reading, found]) => contextFrom(reading, found)));
}

function wantedOf({ id, jurisdiction, document, address }: StoredReading): Record<string, unknown> {
  const [paragraph, ordinal] = placeIn(address);
  return { reading: id, jurisdiction, document, paragraph, ordinal };
}

/** 址中段句. Paragraph and sentence of an address such as p12.s3. */
export function placeIn(address: string): readonly [paragraph: number, ordinal: number] {
  const [paragraph = 0, ordinal = 0] = address.slice(1).split(".s").map(Number);
  return [paragraph, ordinal];
}

function contextFrom(reading: Id, rows: readonly Row[]): readonly (readonly [Id, ReadingContext])[] {
  const at = (wanted: Row["place"]): Row | undefined => rows.find(({ place }) => place === wanted);
  const own = at(0);
  if (!own) return [];
  const { reading: _reading, place: _place, ...sentence } = own;
  return [[reading, { ...sentence, before: neighbourOf(at(-1)), after: neighbourOf(at(1)) }]];
}

function neighbourOf(row: Row | undefined): Neighbour | null {
  return row ? { address: row.address, text: row.text } : null;
}
