import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type pg from "pg";
import { Client } from "pg";
import { openEmbedded } from "../embedded/server.ts";
import { type Ledger, openLedger } from "../open.ts";

/** 试验总账. A ledger of its own on the database that the tests of this process share, with a clock set by hand. */
export interface TestLedger {
  readonly ledger: Ledger;
  /** Connection of the superuser to the same database: sees and may everything. */
  readonly admin: pg.ClientConfig;
  readonly databaseUrl: string;
  setClock(instant: string): void;
}

interface Server {
  adminUrl(database: string): string;
  stop(): Promise<void>;
}

const appPassword = "harness";
const template = "qipan_template";
let server: Promise<Server> | undefined;
let databases = 0;

/**
 * 开试验总账. Starts the database chosen by QIPAN_TEST_POSTGRES (`18`, or `15`/`floor` for the oldest supported) once a
 * process, migrates a template once and copies it for each call. Everything is closed when the tests of the file are done.
 */
export async function testLedger({ poolSize = 4 }: { poolSize?: number } = {}): Promise<TestLedger> {
  server ??= startServer();
  const { adminUrl } = await server;
  const name = `test_${(databases += 1)}`;
  await onDatabase(adminUrl("postgres"), `create database ${name} template ${template}`);
  let clock = new Date("2026-01-05T02:00:00.000Z");
  const databaseUrl = adminUrl(name);
  const ledger = await openLedger({ databaseUrl, appPassword, poolSize, now: () => clock });
  after(() => ledger.close());
  return {
    ledger,
    admin: { connectionString: databaseUrl },
    databaseUrl,
    setClock: (instant) => void (clock = new Date(instant)),
  };
}

/** Runs SQL on a database over a connection of its own and gives the rows. */
export async function onDatabase<R extends pg.QueryResultRow>(url: string, text: string): Promise<readonly R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "qipan-test-"));
  const wanted = process.env.QIPAN_TEST_POSTGRES;
  const postgres = wanted === "15" || wanted === "floor" ? "floor" : "18";
  const embedded = await openEmbedded({ dataDirectory: join(folder, "postgres"), postgres });
  process.once("exit", () => void embedded.stop());
  after(async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await onDatabase(embedded.adminUrl("postgres"), `create database ${template}`);
  const migrated = await openLedger({
    databaseUrl: embedded.adminUrl(template),
    appPassword,
    now: () => new Date(0),
    poolSize: 1,
  });
  await migrated.close();
  return embedded;
}
