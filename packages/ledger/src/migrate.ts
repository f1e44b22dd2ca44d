import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { ClientBase } from "pg";
import { LedgerRefusal } from "./refusal.ts";

/** 迁移. One numbered SQL file; it is never edited once released, its checksum proves it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const folder = new URL("migrations/", import.meta.url);
const lockKey = 8_620_001; // any number of our own; held while one process migrates

/** Every migration of this version of Qipan, in order. Throws when two files carry one number. */
export async function migrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/u.test(name)).sort();
  const found = await Promise.all(files.map(readMigration));
  found.forEach(({ number, name }, index) => {
    if (number !== index + 1)
      throw new Error(`Migration ${name} should be number ${index + 1}: numbers follow one another.`);
  });
  return found;
}

async function readMigration(name: string): Promise<Migration> {
  const sql = await readFile(new URL(name, folder), "utf8");
  return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

/**
 * 升级. Brings the schema up to this version, each file in a transaction of its own, and returns the schema number.
 * `client` is a connection that may become qipan_owner. Several processes may call it at once; one works, the others wait.
 * Refuses a database that a newer version wrote, and one whose applied files differ from ours.
 */
export async function migrate(client: ClientBase, onProgress?: (line: string) => void): Promise<number> {
  const known = await migrations();
  await client.query("select pg_advisory_lock($1)", [lockKey]);
  try {
    const applied = await appliedMigrations(client);
    refuseForeign(applied, known);
    for (const migration of known.slice(applied.length)) {
      onProgress?.(`Migrating the database: ${migration.name}`);
      await apply(client, migration);
    }
    return known.length;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
  }
}

/** Number of the schema of a database, without changing it; 0 for an empty one. */
export async function schemaNumber(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ held: boolean }>("select to_regclass('qipan.migration') is not null as held");
  if (!rows[0]?.held) return 0;
  const newest = await client.query<{ number: number }>(
    "select coalesce(max(number), 0) as number from qipan.migration",
  );
  return newest.rows[0]?.number ?? 0;
}

type Applied = Pick<Migration, "number" | "name" | "checksum">;

async function appliedMigrations(client: ClientBase): Promise<readonly Applied[]> {
  const { rows } = await client.query<{ held: boolean }>("select to_regclass('qipan.migration') is not null as held");
  if (!rows[0]?.held) await inOwnersTransaction(client, createMigrationTable);
  return (await client.query<Applied>("select number, name, checksum from qipan.migration order by number")).rows;
}

const createMigrationTable = `
  create table qipan.migration (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null);
  comment on table qipan.migration is '迁移. Files applied to this database.';
  comment on column qipan.migration.number is '序号.';
  comment on column qipan.migration.name is '文件名.';
  comment on column qipan.migration.checksum is '散列. SHA-256 of the file as applied.';
  comment on column qipan.migration.applied_at is '时刻.';
  grant select on qipan.migration to qipan_app;`;

function refuseForeign(applied: readonly Applied[], known: readonly Migration[]): void {
  const newest = applied.at(-1)?.number ?? 0;
  if (newest > known.length)
    throw new LedgerRefusal(
      "newer-database",
      `The database has schema ${newest}, this version of Qipan knows ${known.length}. Start the newer version, or restore a backup made by this one.`,
    );
  const differing = applied.find(({ number, checksum }) => known[number - 1]?.checksum !== checksum);
  if (differing)
    throw new LedgerRefusal(
      "newer-database",
      `Migration ${differing.name} was applied to this database in another form than this version of Qipan carries. Start the version that made the database.`,
    );
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  await inOwnersTransaction(client, migration.sql, async () => {
    const { number, name, checksum } = migration;
    const values = [number, name, checksum];
    await client.query("insert into qipan.migration values ($1, $2, $3, statement_timestamp())", values);
  });
}

async function inOwnersTransaction(client: ClientBase, text: string, then?: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await client.query("set local role qipan_owner");
    await client.query(text);
    await then?.();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
