import assert from "node:assert/strict";
import { test } from "node:test";
import { heldEvidenceDigest, reasonDigest, versionHash } from "./chain.ts";
import { digestOf } from "./canonical-json.ts";
import { changeEntry, createEntry, restoreEntry, withdrawEntry } from "./entries.ts";
import { entriesPage, entryById } from "./entry-queries.ts";
import { anEvent, attested, day, editorOf } from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { versionsOf } from "./history.ts";
import { LedgerRefusal } from "./refusal.ts";

const { ledger, databaseUrl, setClock } = await testLedger();
const beijing = editorOf("110000");
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;

test("every change is a version with who, when, why and what, chained to the one before", async () => {
  setClock("2026-01-05T02:00:00.000Z");
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("桥梁开工", { reason: "录入" })));
  setClock("2026-01-06T02:00:00.000Z");
  const fields = { ...made.fields, title: "桥梁正式开工" };
  await ledger.as(beijing, (tx) => changeEntry(tx, made.id, { expectedVersion: 1, fields, reason: "更正名称" }));
  await ledger.as(beijing, (tx) => withdrawEntry(tx, made.id, "重复"));
  await ledger.as(beijing, (tx) => restoreEntry(tx, made.id, "并非重复"));
  const versions = await ledger.as(beijing, (tx) => versionsOf(tx, made.id));
  assert.deepEqual(
    versions.map(({ version, action, reason, fields }) => [version, action, reason, fields?.title]),
    [
      [1, "create", "录入", "桥梁开工"],
      [2, "change", "更正名称", "桥梁正式开工"],
      [3, "withdraw", "重复", "桥梁正式开工"],
      [4, "restore", "并非重复", "桥梁正式开工"],
    ],
  );
  assert.deepEqual(
    versions.map(({ previousHash }) => previousHash),
    [null, ...versions.slice(0, 3).map(({ hash }) => hash)],
  );
  assert.ok(versions.every(({ actor, evidence }) => actor === beijing.actor && evidence.length === 1));
});

test("the hash of a version follows from the row that is held", async () => {
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("可验", { reason: "录入" })));
  const row = await ledger.as(beijing, (tx) =>
    tx.db.selectFrom("entryVersion").selectAll().where("entry", "=", made.id).executeTakeFirstOrThrow(),
  );
  assert.equal(versionHash(row), row.hash);
  assert.equal(digestOf(row.fields), row.fieldsDigest);
  assert.equal(reasonDigest(row.reason), row.reasonDigest);
  assert.equal(heldEvidenceDigest([row.addedDigest]), row.evidenceDigest);
});

test("a change made to an older version is refused", async () => {
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("两人同改")));
  const change = { expectedVersion: 1, confidence: "recalled", reason: "存疑" } as const;
  await ledger.as(beijing, (tx) => changeEntry(tx, made.id, change));
  await assert.rejects(
    ledger.as(beijing, (tx) => changeEntry(tx, made.id, change)),
    refused("conflict"),
  );
});

test("of two changes at the same moment one is refused", async () => {
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("同刻同改")));
  const change = () =>
    ledger.as(beijing, (tx) => changeEntry(tx, made.id, { expectedVersion: 1, addEvidence: [attested], reason: "补" }));
  const outcomes = await Promise.allSettled([change(), change()]);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const [failure] = outcomes.filter((outcome) => outcome.status === "rejected");
  assert.ok(failure && refused("conflict")(failure.reason));
});

test("a version that does not follow the last one is refused, so history cannot fork", async () => {
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("分叉")));
  const fork = (edit: (row: Record<string, unknown>) => void) =>
    ledger.as(beijing, async (tx) => {
      const row = await tx.db
        .selectFrom("entryVersion")
        .selectAll()
        .where("entry", "=", made.id)
        .executeTakeFirstOrThrow();
      const next = { ...row, version: 2, previousHash: row.hash, fields: JSON.stringify(row.fields), addedCount: 0 };
      edit(next);
      await tx.db.insertInto("entryVersion").values(next).execute();
    });
  await assert.rejects(
    fork((row) => (row.previousHash = "0".repeat(64))),
    refused("conflict"),
  );
  await assert.rejects(
    fork((row) => (row.version = 3)),
    refused("conflict"),
  );
  await assert.rejects(
    fork((row) => (row.version = 1)),
    refused("invalid"),
  );
  await assert.rejects(
    fork((row) => (row.kind = "task")),
    refused("conflict"),
  );
  await assert.rejects(
    fork((row) => (row.actor = "somebody else")),
    refused("forbidden"),
  );
  await assert.rejects(
    fork(() => undefined),
    refused("conflict"),
  ); // the entry row does not say what this version says
});

for (const statement of [
  "update qipan.entry_version set reason = 'x'",
  "delete from qipan.entry_version",
  "update qipan.evidence set quote = 'x'",
  "delete from qipan.evidence",
  "delete from qipan.entry",
  "delete from qipan.document",
  "update qipan.document set sha256 = sha256",
  "update qipan.sentence set raw = raw",
  "update qipan.reading set reading = reading",
  "update qipan.observation set nominal = 0",
  "delete from qipan.observation",
  "update qipan.import_batch set file = 'x'",
  "delete from qipan.audit",
  "update qipan.checkpoint set root = root",
  "select * from qipan.observation_2020",
  "alter table qipan.entry disable row level security",
  "call qipan.protect_rows('qipan.entry')",
  "set role qipan_owner",
  "create table qipan.mine ()",
])
  test(`the app role may not: ${statement}`, async () => {
    const client = await ledger.pool.connect();
    try {
      await assert.rejects(client.query(statement), { code: "42501" });
    } finally {
      client.release();
    }
  });

test("the app role owns nothing and row security is forced on every table but the list of migrations", async () => {
  const open = await onDatabase<{ relname: string }>(
    databaseUrl,
    `select relname from pg_class where relnamespace = 'qipan'::regnamespace and relkind in ('r', 'p')
       and (not relrowsecurity or not relforcerowsecurity or relowner <> 'qipan_owner'::regrole)`,
  );
  assert.deepEqual(
    open.map(({ relname }) => relname),
    ["migration"],
  );
  const roles = await onDatabase<{ rolname: string }>(
    databaseUrl,
    "select rolname from pg_roles where rolname like 'qipan\\_%' and rolname <> 'qipan_admin' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
  );
  assert.deepEqual(roles, []);
});

test("every table and column has a comment", async () => {
  const bare = await onDatabase<{ name: string }>(
    databaseUrl,
    `select c.relname || coalesce('.' || a.attname, '') as name from pg_class c
       left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and not c.relispartition
     where c.relnamespace = 'qipan'::regnamespace and c.relkind in ('r', 'p')
       and (obj_description(c.oid) is null or (a.attnum is not null and col_description(c.oid, a.attnum) is null))`,
  );
  assert.deepEqual(bare, []);
});

test("an entry is given as it stood at the end of a day of Shanghai", async () => {
  setClock("2026-02-01T15:59:59.000Z"); // 23:59:59 in Shanghai
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("先名")));
  setClock("2026-02-02T16:00:00.000Z"); // 00:00 of 3 February in Shanghai
  await ledger.as(beijing, (tx) =>
    changeEntry(tx, made.id, { expectedVersion: 1, fields: { ...made.fields, title: "后名" }, reason: "改名" }),
  );
  const titleOn = (knownOn: string) =>
    ledger.as(beijing, async (tx) => (await entryById(tx, made.id, { knownOn: day(knownOn) }))?.title);
  assert.equal(await titleOn("2026-01-31"), undefined);
  assert.equal(await titleOn("2026-02-01"), "先名");
  assert.equal(await titleOn("2026-02-02"), "先名");
  assert.equal(await titleOn("2026-02-03"), "后名");
  const listed = await ledger.as(beijing, (tx) =>
    entriesPage(tx, { kind: "event", q: "先名", knownOn: day("2026-02-02"), limit: 10 }),
  );
  assert.deepEqual([listed.total, listed.items[0]?.version], [1, 1]);
});

test("an event exists as of its first day, and not before", async () => {
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("后来之事", { date: "2025-07-01" })));
  const asOf = (text: string) =>
    ledger.as(beijing, async (tx) => (await entryById(tx, made.id, { asOf: day(text) })) !== null);
  assert.deepEqual([await asOf("2025-06-30"), await asOf("2025-07-01")], [false, true]);
});

test("a clock that is set back does not turn history round", async () => {
  setClock("2026-03-02T00:00:00.000Z");
  const made = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("倒拨")));
  setClock("2026-03-01T00:00:00.000Z");
  const changed = await ledger.as(beijing, (tx) =>
    changeEntry(tx, made.id, { expectedVersion: 1, confidence: "recalled", reason: "存疑" }),
  );
  assert.equal(changed.recordedAt, made.recordedAt);
});
