import assert from "node:assert/strict";
import { test } from "node:test";
import type { Principal } from "@qipan/policy/records/principal";
import { auditPage } from "./audit.ts";
import { closeCheckpoints } from "./checkpoints.ts";
import { documentById, documentBytes, documentText } from "./documents.ts";
import { changeEntry, createEntry, mergeEvidence, restoreEntry } from "./entries.ts";
import { entryById } from "./entry-queries.ts";
import { aDocument, aFigure, anEvent, anEventReading, attested, editorOf, owned, quoting } from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { versionsOf } from "./history.ts";
import { addObservations } from "./observations.ts";
import { observationsOf } from "./observation-queries.ts";
import { purgeDocument } from "./purge.ts";
import { receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";
import { search } from "./search.ts";
import { sentencesOf } from "./sentences.ts";
import { verifyLedger } from "./verify.ts";

const { ledger, databaseUrl } = await testLedger();
const beijing = editorOf("110000");
const tianjin = editorOf("120000");
const administrator: Principal = { ...beijing, role: "administrator", actor: "administrator of 110000" };
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;

const secret = "张三的电话号码是某某某。";
const sample = aDocument("private.txt", [secret, "车站开通运营。"], { ownership: owned("110000", "public") });
const [first, second] = sample.sentences;
if (!first || !second) throw new Error("The sample has two sentences");
const { document } = await ledger.as(beijing, (tx) =>
  receiveDocument(tx, { ...sample, readings: [anEventReading(second)] }),
);
const quote = quoting(document.id, first, "张三的电话号码");

const alone = await ledger.as(beijing, (tx) =>
  createEntry(tx, anEvent("张三来电", { evidence: [quote], reason: "张三说的" })),
);
const merged = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("张三与车站", { evidence: [quote] })));
await ledger.as(beijing, (tx) =>
  changeEntry(tx, merged.id, {
    expectedVersion: 1,
    fields: anEvent("车站开通").fields,
    addEvidence: [attested],
    reason: "另有依据",
  }),
);
const ofTianjin = await ledger.as(tianjin, (tx) =>
  createEntry(tx, anEvent("天津草稿", { ownership: owned("120000"), evidence: [quote] })),
);
const untouched = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("无关")));
const figure = aFigure("traffic", "110000", { evidence: quoting(document.id, second, "车站开通"), note: "张三所报" });
await ledger.as(beijing, (tx) =>
  addObservations(tx, { batch: { file: "a.csv", sheet: null, sha256: null }, rows: [figure] }),
);
await closeCheckpoints(ledger, "sealing");

test("only an administrator of the unit purges, and says why", async () => {
  await assert.rejects(
    ledger.as(beijing, (tx) => purgeDocument(tx, document.id, "误收")),
    refused("forbidden"),
  );
  await assert.rejects(
    ledger.as({ ...tianjin, role: "administrator" }, (tx) => purgeDocument(tx, document.id, "误收")),
    refused("forbidden"),
  );
  await assert.rejects(
    ledger.as(administrator, (tx) => purgeDocument(tx, document.id, " ")),
    refused("invalid"),
  );
  await assert.rejects(
    ledger.as(administrator, (tx) => purgeDocument(tx, untouched.id, "误收")),
    refused("not-found"),
  );
});

test("the function in the store refuses the same, whoever calls it", async () => {
  const call = `select qipan.purge_document('${document.id}', '误收', now())`;
  const as = (role: string, writes: string): string =>
    `set role qipan_app; select set_config('qipan.role', '${role}', false), set_config('qipan.writes', '${writes}', false); ${call}`;
  await assert.rejects(onDatabase(databaseUrl, as("editor", "110000")), /Only an administrator/u);
  await assert.rejects(onDatabase(databaseUrl, as("administrator", "120000")), /Only an administrator/u);
});

test("after a purge nothing of the words is left, in no table", async () => {
  assert.deepEqual(await ledger.as(administrator, (tx) => purgeDocument(tx, document.id, "含个人信息")), {
    withdrawn: 2,
  });
  for (const table of await tables()) {
    const [found] = await onDatabase<{ count: string }>(
      databaseUrl,
      `select count(*) from ${table} t where t::text ~ '张三|电话'`,
    );
    assert.equal(Number(found?.count), 0, table);
  }
});

test("search, lists and the reader find nothing, and a tombstone says who, when and why", async () => {
  await ledger.as(beijing, async (tx) => {
    assert.equal((await search(tx, { q: "张三", scope: "all", limit: 10 })).total, 0);
    assert.equal((await search(tx, { q: "车站", scope: "sentences", limit: 10 })).total, 0);
    assert.deepEqual([await documentBytes(tx, document.id), await documentText(tx, document.id)], [null, null]);
    assert.deepEqual(await sentencesOf(tx, document.id, { limit: 10 }), []);
    assert.deepEqual(await observationsOf(tx, { indicators: ["traffic"] }), []);
    const held = await documentById(tx, document.id);
    assert.equal(held?.sha256, document.sha256);
    assert.deepEqual([held?.purged?.by, held?.purged?.reason], [administrator.actor, "含个人信息"]);
    assert.deepEqual(
      (await auditPage(tx, { subject: document.id, limit: 5 })).items.map(({ action, reason }) => [action, reason]),
      [["purge", "含个人信息"]],
    );
  });
});

test("an entry that rested on the document alone is withdrawn and says nothing, in its own unit and in others", async () => {
  for (const [principal, { id }] of [
    [beijing, alone],
    [tianjin, ofTianjin],
  ] as const) {
    const versions = await ledger.as(principal, (tx) => versionsOf(tx, id));
    assert.deepEqual(
      versions.map(({ action, fields, redacted }) => [action, fields, redacted]),
      [
        ["create", null, true],
        ["withdraw", {}, false],
      ],
    );
    const entry = await ledger.as(principal, (tx) => entryById(tx, id));
    assert.deepEqual([entry?.withdrawn, entry?.title, entry?.evidence.purged], [true, "", 1]);
  }
  await assert.rejects(
    ledger.as(beijing, (tx) => restoreEntry(tx, alone.id, "想要")),
    refused("invalid"),
  );
});

test("an entry with other evidence keeps what it says; the version that had none loses it", async () => {
  const versions = await ledger.as(beijing, (tx) => versionsOf(tx, merged.id));
  assert.deepEqual(
    versions.map(({ fields, redacted }) => [fields?.title ?? null, redacted]),
    [
      [null, true],
      ["车站开通", false],
    ],
  );
  const entry = await ledger.as(beijing, (tx) => entryById(tx, merged.id));
  assert.deepEqual([entry?.withdrawn, entry?.evidence.shown.length, entry?.evidence.purged], [false, 1, 1]);
});

test("the ledger verifies, before and after the next checkpoint", async () => {
  assert.deepEqual((await verifyLedger(ledger)).problems, []);
  await closeCheckpoints(ledger, "sealing");
  assert.deepEqual((await verifyLedger(ledger)).problems, []);
});

test("what was purged is not cited again, not received again and not purged again", async () => {
  await assert.rejects(
    ledger.as(beijing, (tx) => mergeEvidence(tx, untouched.id, { evidence: [quote], reason: null })),
    refused("quote-mismatch"),
  );
  await assert.rejects(
    ledger.as(beijing, (tx) => receiveDocument(tx, sample)),
    LedgerRefusal,
  );
  assert.deepEqual(await ledger.as(administrator, (tx) => purgeDocument(tx, document.id, "再次")), { withdrawn: 0 });
});

test("nobody withdraws an entry by way of the purge whose evidence was not purged", async () => {
  const forged = JSON.stringify({
    jurisdiction: "110000",
    entry: untouched.id,
    version: 2,
    action: "withdraw",
    withdrawn: true,
    fields: {},
    title: "",
    actor: "x",
  });
  const call = `set role qipan_app; select set_config('qipan.role', 'administrator', false), set_config('qipan.actor', 'x', false); select qipan.withdraw_purged('${forged}', '{}')`;
  await assert.rejects(onDatabase(databaseUrl, call), /Only an entry whose evidence was purged/u);
});

async function tables(): Promise<readonly string[]> {
  const rows = await onDatabase<{ name: string }>(
    databaseUrl,
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'qipan'",
  );
  return rows.map(({ name }) => name);
}
