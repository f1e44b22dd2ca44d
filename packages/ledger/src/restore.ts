import { Client, type ClientConfig } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { pipeline } from "node:stream/promises";
import { damaged, type Part, partsOf } from "./backup/container.ts";
import { backupHeadOf, inspectBackup } from "./backup/inspect.ts";
import type { BackupManifest, BackupTable } from "./backup/manifest.ts";
import { ledgerTables, quotedName, tablesWithRows } from "./backup/tables.ts";
import { bootstrap, ownerRole } from "./bootstrap.ts";
import { withSessionSettings } from "./connection.ts";
import { migrate, migrations } from "./migrate.ts";
import { LedgerRefusal } from "./refusal.ts";
import { verifyLedger } from "./verify.ts";
import type { Findings } from "./verify/findings.ts";

/** 恢复目标. What is needed of the ledger to restore into; an open `Ledger` has it. It must be empty. */
export interface RestoreTarget {
  readonly adminConnection: ClientConfig;
  readonly appConnection: ClientConfig;
}

/** 恢复结果. What the backup held, and what verifying it in its new place found. */
export interface Restored {
  readonly manifest: BackupManifest;
  readonly findings: Findings;
}

/**
 * 恢复. Brings a backup into an empty ledger, on whatever supported server, all or nothing, and verifies it there. A backup
 * of an older schema is brought up to this version. Refuses, before anything is written: a file that is damaged, one of a
 * newer version of Qipan, and a ledger that holds rows.
 */
export async function restore(
  target: RestoreTarget,
  file: string,
  { onProgress }: { readonly onProgress?: (line: string) => void } = {},
): Promise<Restored> {
  const known = (await migrations()).length;
  const head = await backupHeadOf(file);
  if (head.schema > known) {
    throw new LedgerRefusal(
      "newer-database",
      `The backup ${file} has schema ${head.schema}; this version of Qipan knows ${known}. Restore it with the version that made it, or a newer one.`,
    );
  }
  onProgress?.(`Checking ${file}`);
  const manifest = await inspectBackup(file);
  await withAdmin(target.adminConnection, async (client) => {
    await inTransaction(client, async () => {
      await refuseHeld(client);
      if (manifest.schema < known) await rebuild(client, manifest.schema, target.appConnection);
      await load(client, { file, manifest, ...(onProgress && { onProgress }) });
    });
    await migrate(client, onProgress);
    await client.query(`set role ${ownerRole}`);
    for (const { table } of manifest.tables) await client.query(`analyze qipan.${quotedName(table)}`);
  });
  onProgress?.("Verifying");
  return { manifest, findings: await verifyLedger(target) };
}

async function refuseHeld(client: Client): Promise<void> {
  await client.query(`set local role ${ownerRole}`);
  const held = await tablesWithRows(client);
  if (held.length === 0) return;
  throw new LedgerRefusal(
    "conflict",
    `The ledger to restore into is not empty: ${held.slice(0, 5).join(", ")} hold rows. Restore into a new data folder or an empty database.`,
  );
}

/** Puts the empty schema back to the number that the backup was made with; the rest is migrated with the rows in it. */
async function rebuild(client: Client, schema: number, { password }: ClientConfig): Promise<void> {
  await client.query("create temp table kept (like qipan.migration including all) on commit drop");
  await client.query("reset role");
  await client.query("drop schema qipan cascade");
  await bootstrap(client, typeof password === "string" ? password : "");
  await client.query(`set local role ${ownerRole}`);
  await client.query(`create table qipan.migration (like kept including all); grant select on qipan.migration to qipan_app;
    comment on table qipan.migration is '迁移. Files applied to this database.'`);
  for (const { number, name, sql, checksum } of (await migrations()).slice(0, schema)) {
    await client.query(sql);
    await client.query("insert into qipan.migration values ($1, $2, $3, statement_timestamp())", [
      number,
      name,
      checksum,
    ]);
  }
}

interface Load {
  readonly file: string;
  readonly manifest: BackupManifest;
  readonly onProgress?: (line: string) => void;
}

async function load(client: Client, { file, manifest, onProgress }: Load): Promise<void> {
  await client.query(`set local role ${ownerRole}`);
  const tables = new Map(manifest.tables.map((table) => [table.table, table]));
  const known = new Set((await ledgerTables(client)).map(({ table }) => table));
  const foreign = manifest.tables.find(({ table }) => !known.has(table));
  if (foreign) throw damaged(file, `its table ${foreign.table} is none of schema ${manifest.schema}`);
  for (const { table } of manifest.tables) await setGuards(client, table, "off");
  for await (const part of partsOf(file)) {
    const table = tables.get(part.name);
    if (table !== undefined) onProgress?.(`Restoring ${table.rows} rows of ${table.table}`);
    const rows = table === undefined ? await skip(part) : await loadTable(client, table, part);
    if (table !== undefined && rows !== table.rows)
      throw damaged(file, `${table.table} gave ${rows} rows instead of ${table.rows}`);
  }
  await client.query("set constraints all immediate"); // what the rows refer to is checked before the guards come back
  for (const { table } of manifest.tables) await setGuards(client, table, "on");
}

/**
 * Our own triggers check and note what is new, and forced row security keeps COPY from writing. Both are put aside for
 * the rows of a backup, inside the transaction that holds every table alone, and only as far as the owner may.
 */
async function setGuards(client: Client, table: string, state: "on" | "off"): Promise<void> {
  const name = `qipan.${quotedName(table)}`;
  await client.query(`alter table ${name} ${state === "off" ? "disable" : "enable"} trigger user`);
  await client.query(`alter table ${name} ${state === "off" ? "no force" : "force"} row level security`);
}

async function loadTable(client: Client, { table, columns }: BackupTable, { content }: Part): Promise<number> {
  const stream = client.query(
    copyFrom(`copy qipan.${quotedName(table)} (${columns.map(quotedName).join(", ")}) from stdin`),
  );
  await pipeline(content, stream);
  return stream.rowCount ?? 0;
}

async function skip({ content }: Part): Promise<number> {
  let pieces = 0;
  for await (const _ of content) pieces += 1;
  return pieces;
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined); // a dead connection rolls back by itself
    throw error;
  }
}

async function withAdmin(config: ClientConfig, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(withSessionSettings(config));
  client.on("error", () => undefined); // told by the query that was running
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
