import { join } from "node:path";
import { Client, type ClientConfig } from "pg";
import { backup } from "./backup.ts";
import { tablesWithRows } from "./backup/tables.ts";
import { ownerRole } from "./bootstrap.ts";
import { withSessionSettings } from "./connection.ts";
import { migrations, schemaNumber } from "./migrate.ts";
import { LedgerRefusal } from "./refusal.ts";

/** 升级所需. `folder` is where the backup goes, for example `<data>/backups`. */
export interface UpgradeOptions {
  readonly folder: string;
  readonly now: () => Date;
  readonly onProgress?: (line: string) => void;
}

/** 升级结果. From which schema to which, and where the backup made before lies. */
export interface Upgraded {
  readonly from: number;
  readonly to: number;
  readonly backup: string;
}

/**
 * 升级. When a ledger that holds rows is of an older schema: makes a backup, then applies all that is missing in one
 * transaction. Null when there is nothing to do here: the ledger is new, empty, up to date or newer (`migrate` handles or
 * refuses these). When it fails the database is as it was, and the refusal says where the backup lies. Call it after
 * `bootstrap` and before `migrate`.
 */
export async function upgrade(
  adminConnection: ClientConfig,
  { folder, now, onProgress }: UpgradeOptions,
): Promise<Upgraded | null> {
  const known = await migrations();
  const from = await withAdmin(adminConnection, outdated);
  if (from === null) return null;
  const stamp = now().toISOString().replace(/\D/gu, "").slice(0, 14);
  const file = join(folder, `schema-${from}-${stamp}.qipan-backup`);
  onProgress?.(`Backing up the ledger before upgrading it, to ${file}`);
  await backup({ adminConnection, now }, file);
  await withAdmin(adminConnection, (client) => applyAll(client, { from, file, ...(onProgress && { onProgress }) }));
  return { from, to: known.length, backup: file };
}

/** The lock of `migrate`, so that neither works while the other does. */
const migrateLock = 8_620_001;

/** Number of a schema that lacks migrations and holds rows; null otherwise. */
async function outdated(client: Client): Promise<number | null> {
  const number = await schemaNumber(client);
  if (number === 0 || number >= (await migrations()).length) return null;
  await client.query(`set role ${ownerRole}`);
  return (await tablesWithRows(client)).length > 0 ? number : null;
}

async function applyAll(
  client: Client,
  {
    from,
    file,
    onProgress,
  }: { readonly from: number; readonly file: string; readonly onProgress?: (line: string) => void },
): Promise<void> {
  let at = "";
  try {
    await client.query("begin");
    await client.query(`set local role ${ownerRole}`);
    await client.query("select pg_advisory_xact_lock($1)", [migrateLock]); // another process waits, then finds it done
    for (const { number, name, sql, checksum } of (await migrations()).slice(await schemaNumber(client))) {
      at = name;
      onProgress?.(`Migrating the database: ${name}`);
      await client.query(sql);
      await client.query("insert into qipan.migration values ($1, $2, $3, statement_timestamp())", [
        number,
        name,
        checksum,
      ]);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined); // a dead connection rolls back by itself
    const found = error instanceof Error ? error.message : String(error);
    throw new LedgerRefusal(
      "set-up",
      `The upgrade stopped at ${at}: ${found}. The database is as it was, at schema ${from}; start the version of Qipan that made it, or report this. A backup lies at ${file}.`,
      { cause: error },
    );
  }
}

async function withAdmin<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(withSessionSettings(config));
  client.on("error", () => undefined); // told by the query that was running
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
