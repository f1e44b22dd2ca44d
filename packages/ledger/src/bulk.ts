import { sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

type Column<T extends keyof Schema> = Extract<keyof Schema[T], string>;

/** Rows to insert: every row has the same columns; jsonb columns hold values, tsvector columns their text form. */
export type BulkRows<T extends keyof Schema> = readonly Partial<Record<Column<T>, unknown>>[];

const chunk = 5000; // rows a statement: keeps one parameter below some megabytes

/**
 * 批量写入. Inserts many rows with one parameter a statement; returns how many were new. `ignore` leaves rows whose key
 * is held as they are.
 */
export async function insertRows<T extends keyof Schema & string>(
  db: Transaction<Schema>,
  table: T,
  rows: BulkRows<T>,
  { ignore = false }: { ignore?: boolean } = {},
): Promise<number> {
  const name = sql.raw(`qipan.${snakeCase(table)}`);
  const conflict = sql.raw(ignore ? "on conflict do nothing" : "");
  let added = 0;
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk);
    const columns = sql.join(Object.keys(part[0] ?? {}).map((column) => sql.id(snakeCase(column))));
    const json = JSON.stringify(part.map(snakeRow));
    const result = await sql`insert into ${name} (${columns})
      select ${columns} from json_populate_recordset(null::${name}, ${json}::json) ${conflict}`.execute(db);
    added += Number(result.numAffectedRows ?? 0n);
  }
  return added;
}

/** Sets columns of many rows at once; `keys` name the columns that find the row, the others are set. */
export async function updateRows<T extends keyof Schema & string>(
  db: Transaction<Schema>,
  table: T,
  { rows, keys }: { rows: BulkRows<T>; keys: readonly Column<T>[] },
): Promise<void> {
  const name = sql.raw(`qipan.${snakeCase(table)}`);
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk);
    const set = Object.keys(part[0] ?? {}).filter((column) => !keys.some((key) => key === column));
    const assignments = sql.join(
      set.map((column) => sql`${sql.id(snakeCase(column))} = r.${sql.id(snakeCase(column))}`),
    );
    const found = sql.join(
      keys.map((key) => sql`t.${sql.id(snakeCase(key))} = r.${sql.id(snakeCase(key))}`),
      sql` and `,
    );
    const json = JSON.stringify(part.map(snakeRow));
    await sql`update ${name} t set ${assignments} from json_populate_recordset(null::${name}, ${json}::json) r where ${found}`.execute(
      db,
    );
  }
}

function snakeRow(row: Partial<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [snakeCase(column), value]));
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
