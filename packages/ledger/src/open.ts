import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Principal } from "@qipan/policy/records/principal";
import type pg from "pg";
import { Client } from "pg";
import { appRole, bootstrap, setAppPassword } from "./bootstrap.ts";
import { builderOver, poolOf, withSessionSettings } from "./connection.ts";
import { openEmbedded } from "./embedded/server.ts";
import { migrate } from "./migrate.ts";
import { upgrade } from "./upgrade.ts";
import { LedgerRefusal } from "./refusal.ts";
import { actAs, type Tx } from "./transaction.ts";

/** 打开方式. A server by `databaseUrl`, else the embedded database in `dataDirectory`. `now` is the only clock. */
export interface OpenOptions {
  readonly dataDirectory?: string;
  readonly databaseUrl?: string;
  /** Password of the app role on a server; without one it is derived from that of `databaseUrl`. */
  readonly appPassword?: string;
  readonly postgres?: "18" | "floor";
  readonly now: () => Date;
  readonly poolSize?: number;
  readonly onProgress?: (line: string) => void;
}

/** 总账. An open ledger; whoever opened it closes it. */
export interface Ledger {
  /** Runs one unit of work as a principal, in one transaction. */
  as<T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Connections of the app role, for job queues; rows are reached by `as` alone. */
  readonly pool: pg.Pool;
  readonly appConnection: pg.ClientConfig;
  /** Connection that owns the database, for backup, restore and upgrade. */
  readonly adminConnection: pg.ClientConfig;
  readonly now: () => Date;
  version(): { readonly database: string; readonly schema: number };
  close(): Promise<void>;
}

interface Host {
  readonly admin: pg.ClientConfig;
  readonly appPassword: string;
  stop(): Promise<void>;
}

const databaseName = "qipan";

/** 打开总账. Starts or joins the database, brings its schema up to date and connects as the app role. */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const host = await hostOf(options);
  try {
    return await openOn(host, options);
  } catch (error) {
    await host.stop();
    throw error;
  }
}

async function openOn(host: Host, options: OpenOptions): Promise<Ledger> {
  const version = await prepare(host, options);
  const appConnection = { ...withoutUser(host.admin), user: appRole, password: host.appPassword };
  await withClient(host.admin, (admin) => ensureAppEnters(admin, appConnection, host.appPassword));
  const pool = poolOf(appConnection, options.poolSize ?? 10);
  const db = builderOver(pool);
  return {
    as: (principal, work) => actAs(db, { principal, now: options.now }, work),
    pool,
    appConnection,
    adminConnection: host.admin,
    now: options.now,
    version: () => version,
    async close() {
      await db.destroy(); // ends the pool
      await host.stop();
    },
  };
}

async function hostOf(options: OpenOptions): Promise<Host> {
  if (options.databaseUrl !== undefined) return serverHost(options.databaseUrl, options);
  if (options.dataDirectory === undefined)
    throw new LedgerRefusal("set-up", "Neither a data folder nor DATABASE_URL is given. Set one.");
  const embedded = await openEmbedded({
    dataDirectory: join(options.dataDirectory, "postgres"),
    ...(options.postgres === undefined ? {} : { postgres: options.postgres }),
  });
  try {
    await createDatabase(embedded.adminUrl("postgres"));
    const appPassword = options.appPassword ?? (await keptPassword(options.dataDirectory));
    return { admin: { connectionString: embedded.adminUrl(databaseName) }, appPassword, stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Every process with the same DATABASE_URL derives the same password, so that none locks another out. */
async function serverHost(databaseUrl: string, options: OpenOptions): Promise<Host> {
  const secret = new Client({ connectionString: databaseUrl }).password;
  const derived =
    typeof secret !== "string" || secret === ""
      ? undefined
      : createHmac("sha256", secret).update(appRole).digest("base64url");
  const kept = options.dataDirectory === undefined ? undefined : () => keptPassword(options.dataDirectory ?? "");
  const appPassword = options.appPassword ?? derived ?? (await kept?.());
  if (appPassword === undefined)
    throw new LedgerRefusal(
      "set-up",
      "DATABASE_URL carries no password to derive that of the app role from. Set QIPAN_APP_PASSWORD.",
    );
  return { admin: { connectionString: databaseUrl }, appPassword, stop: async () => undefined };
}

async function createDatabase(adminUrl: string): Promise<void> {
  await withClient({ connectionString: adminUrl }, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [databaseName]);
    if (rowCount) return;
    await client.query(`create database ${databaseName}`).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && (error.code === "42P04" || error.code === "23505")) return; // another process was first
      throw error;
    });
  });
}

/** Password of the app role, made at first and kept in the data folder, readable by its owner alone. */
async function keptPassword(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, "app-password");
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
  return (await readFile(file, "utf8")).trim();
}

/** Roles and schemas, then the schema brought up to date: a ledger with rows is backed up into the data folder first. */
async function prepare(host: Host, options: OpenOptions): Promise<{ database: string; schema: number }> {
  return withClient(host.admin, async (client) => {
    await bootstrap(client, host.appPassword);
    if (options.dataDirectory !== undefined)
      await upgrade(host.admin, { ...options, folder: join(options.dataDirectory, "backups") });
    const schema = await migrate(client, options.onProgress);
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    return { database: rows[0]?.version ?? "unknown", schema };
  });
}

/** Sets the password of the app role anew when the server does not take ours: the data folder is new, or the URL changed. */
async function ensureAppEnters(admin: pg.Client, app: pg.ClientConfig, password: string): Promise<void> {
  try {
    await withClient(app, async (client) => client.query("select 1"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "28P01")) throw error;
    await setAppPassword(admin, password);
  }
}

function withoutUser(config: pg.ClientConfig): pg.ClientConfig {
  if (config.connectionString === undefined) return config;
  const { host, port, database, ssl } = new Client(config);
  return { host, port, ...(database === undefined ? {} : { database }), ...(ssl ? { ssl: config.ssl ?? true } : {}) };
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new Client(withSessionSettings(config));
  client.on("error", () => undefined); // reported by the query that was running
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
