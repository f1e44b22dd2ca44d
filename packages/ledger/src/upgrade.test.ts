import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { backup } from "./backup.ts";
import { inspectBackup } from "./backup/inspect.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { migrations } from "./migrate.ts";
import { LedgerRefusal } from "./refusal.ts";
import { restore } from "./restore.ts";
import { upgrade } from "./upgrade.ts";

const folder = await mkdtemp(join(tmpdir(), "qipan-upgrade-"));
after(() => rm(folder, { recursive: true, force: true }));
const now = (): Date => new Date("2026-01-05T02:00:00.000Z");
const upToDate = await testLedger();
const known = await migrations();
const old = 11; // the next migration changes the type of a column, which rows have to survive

/** A ledger as schema 11 left it, with a source in it or empty. */
async function oldLedger({ rows }: { rows: boolean }) {
  const { databaseUrl, ledger } = await testLedger();
  const applied = known
    .slice(0, old)
    .map(
      ({ number, name, checksum, sql }) =>
        `${sql}; insert into qipan.migration values (${number}, '${name}', '${checksum}', now());`,
    );
  await onDatabase(
    databaseUrl,
    `
    create table public.kept (like qipan.migration including all); grant select on public.kept to public;
    drop schema qipan cascade; create schema qipan authorization qipan_owner; set role qipan_owner; grant usage on schema qipan to qipan_app;
    create table qipan.migration (like public.kept including all); grant select on qipan.migration to qipan_app; ${applied.join("\n")}
    ${rows ? "insert into qipan.source (jurisdiction, id, title, publisher, date, url_kind) values ('CN', 's1', '公报', '统计局', '2018-02-28', 'official');" : ""}
    reset role; drop table public.kept`,
  );
  return { databaseUrl, ledger, admin: { connectionString: databaseUrl } };
}

const sourceOf = (url: string) => onDatabase<{ date: string }>(url, "select date::text as date from qipan.source");
const numberOf = async (url: string) =>
  (await onDatabase<{ number: number }>(url, "select max(number) as number from qipan.migration"))[0]?.number;

test("a ledger of an older schema is backed up, then brought up to date with its rows", async () => {
  const { databaseUrl, admin } = await oldLedger({ rows: true });
  const done = await upgrade(admin, { folder: join(folder, "good"), now });
  assert.deepEqual([done?.from, done?.to, await numberOf(databaseUrl)], [old, known.length, known.length]);
  assert.deepEqual(await sourceOf(databaseUrl), [{ date: "2018-02-28" }]);
  assert.equal((await inspectBackup(done?.backup ?? "")).schema, old);
  assert.equal(await upgrade(admin, { folder: join(folder, "good"), now }), null, "once is enough");
  assert.equal((await readdir(join(folder, "good"))).length, 1);
});

test("an upgrade that fails leaves the database as it was, and says where the backup lies", async () => {
  const { databaseUrl, admin } = await oldLedger({ rows: true });
  await onDatabase(databaseUrl, "create view public.dates as select date from qipan.source"); // keeps the type from being changed
  await assert.rejects(upgrade(admin, { folder: join(folder, "bad"), now }), (error: unknown) => {
    assert.ok(error instanceof LedgerRefusal);
    assert.match(
      error.message,
      /0012_source_date\.sql: cannot alter type.*as it was, at schema 11.*backup lies at .*schema-11-20260105020000\.qipan-backup/su,
    );
    return true;
  });
  assert.equal(await numberOf(databaseUrl), old);
  assert.deepEqual(await sourceOf(databaseUrl), [{ date: "2018-02-28" }]);
});

test("an empty ledger, a new database and one up to date need no backup", async () => {
  assert.equal(await upgrade((await oldLedger({ rows: false })).admin, { folder: join(folder, "none"), now }), null);
  assert.equal(await upgrade(upToDate.admin, { folder: join(folder, "none"), now }), null);
  await assert.rejects(readdir(join(folder, "none")), /ENOENT/u);
});

test("a backup of an older schema is restored and brought up to date", async () => {
  const { admin } = await oldLedger({ rows: true });
  const file = join(folder, "older");
  await backup({ adminConnection: admin, now }, file);
  const target = await testLedger();
  const { findings } = await restore(target.ledger, file);
  assert.deepEqual(findings.problems, []);
  assert.deepEqual(
    [await numberOf(target.databaseUrl), await sourceOf(target.databaseUrl)],
    [known.length, [{ date: "2018-02-28" }]],
  );
  const [migration] = await onDatabase<{ said: string }>(
    target.databaseUrl,
    "select obj_description('qipan.migration'::regclass) as said",
  );
  assert.match(migration?.said ?? "", /迁移/u);
});
