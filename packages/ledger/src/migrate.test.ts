import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { migrate, migrations, schemaNumber } from "./migrate.ts";
import { openLedger } from "./open.ts";

const { databaseUrl } = await testLedger();
const open = () => openLedger({ databaseUrl, appPassword: "harness", now: () => new Date(0), poolSize: 1 });

async function withAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database with the roles but nothing in it. */
async function emptyDatabase(name: string): Promise<string> {
  await onDatabase(databaseUrl, `create database ${name} template template0`);
  return databaseUrl.replace(/\/test_\d+/u, `/${name}`);
}

test("an empty database gets every migration, and a second start applies none", async () => {
  const url = await emptyDatabase("fresh");
  const lines: string[] = [];
  const start = async () =>
    (
      await openLedger({
        databaseUrl: url,
        appPassword: "harness",
        now: () => new Date(0),
        onProgress: (line) => lines.push(line),
      })
    ).close();
  await start();
  assert.equal(lines.length, (await migrations()).length);
  await start();
  assert.equal(lines.length, (await migrations()).length);
  assert.equal(await withAdmin(url, schemaNumber), lines.length);
});

test("two processes that start together on an empty database both come up", async () => {
  const url = await emptyDatabase("together");
  const both = await Promise.all(
    [1, 2].map(() => openLedger({ databaseUrl: url, appPassword: "harness", now: () => new Date(0), poolSize: 1 })),
  );
  assert.deepEqual(
    both.map((ledger) => ledger.version().schema),
    Array(2).fill((await migrations()).length),
  );
  for (const ledger of both) await ledger.close();
});

test("a database of a newer version is refused with what to do, and left as it is", async () => {
  await onDatabase(
    databaseUrl,
    "insert into qipan.migration select max(number) + 1, 'later', 'x', now() from qipan.migration",
  );
  await assert.rejects(
    open(),
    (error: Error & { code?: string }) =>
      error.code === "newer-database" && /schema \d+.*newer version/su.test(error.message),
  );
  await onDatabase(databaseUrl, "delete from qipan.migration where name = 'later'");
  await (await open()).close();
});

test("a migration that was edited after it was applied is refused", async () => {
  const [before] = await onDatabase<{ checksum: string }>(
    databaseUrl,
    "select checksum from qipan.migration where number = 2",
  );
  await onDatabase(databaseUrl, "update qipan.migration set checksum = 'other' where number = 2");
  await assert.rejects(
    withAdmin(databaseUrl, (client) => migrate(client)),
    /0002_documents\.sql/u,
  );
  await onDatabase(databaseUrl, `update qipan.migration set checksum = '${before?.checksum}' where number = 2`);
});

test("a role that may not make roles is told the SQL that an administrator has to run", async () => {
  const url = await emptyDatabase("office");
  await onDatabase(url, "drop schema if exists qipan; create role office login password 'office'");
  const config = await withAdmin(url, async ({ host, port }) => ({ host, port }));
  const officeUrl = `postgresql://office:office@/office?host=${encodeURIComponent(config.host)}&port=${config.port}`;
  await assert.rejects(
    openLedger({ databaseUrl: officeUrl, now: () => new Date(0) }),
    /create schema qipan authorization qipan_owner/u,
  );
  await onDatabase(
    url,
    "grant qipan_owner to office; grant qipan_app to office; create schema qipan authorization qipan_owner; grant usage on schema qipan to qipan_app",
  );
  const ledger = await openLedger({
    databaseUrl: officeUrl,
    appPassword: "harness",
    now: () => new Date(0),
    poolSize: 1,
  });
  assert.equal(ledger.version().schema, (await migrations()).length);
  await ledger.close();
});

test("migrations are numbered without gaps", async () => {
  assert.deepEqual(
    (await migrations()).map(({ number }) => number),
    (await migrations()).map((_, index) => index + 1),
  );
});
