import assert from "node:assert/strict";
import { test } from "node:test";
import { publicReader } from "@qipan/policy/records/principal";
import { batchById, batchesPage, batchFiles, batchNamed, cancelBatch, createBatch, recordOfBatch } from "./batches.ts";
import { documentById } from "./documents.ts";
import { heldFiles } from "./held-files.ts";
import { aDocument, editorOf, unit } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { startJobs } from "./jobs.ts";
import { enqueueJob, recordEndedJobs } from "./jobs/job.ts";
import { purgeDocument } from "./purge.ts";
import { receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const jurisdiction = unit("110000");
const begin = (name: string) => ledger.as(beijing, (tx) => createBatch(tx, { jurisdiction, name }));
const look = (id: Awaited<ReturnType<typeof begin>>["id"]) => ledger.as(beijing, (tx) => batchById(tx, id));

test("a batch counts its files by what became of them, and the sentences they brought", async () => {
  const { id } = await begin("一批");
  await ledger.as(beijing, async (tx) => {
    for (const subject of ["好", "坏", "拒"]) await enqueueJob(tx, { jurisdiction, name: "read", subject, batch: id });
    const end = { jurisdiction, name: "read", subject: "旧", batch: id, payload: { sha256: "ab" } };
    await recordEndedJobs(tx, [{ ...end, outcome: "held", message: "held", done: 7 }]);
  });
  assert.deepEqual((await look(id)).counts.waiting, 3);
  const workers = await startJobs(ledger, {
    read: async ({ job, progress }) => {
      if (job.subject === "坏") throw new Error("broken");
      if (job.subject === "拒") throw new LedgerRefusal("invalid", "no");
      progress({ done: 5, total: 5 });
      return { outcome: "created" };
    },
  });
  await workers.idle();
  await workers.stop();
  const { counts, sentences } = await look(id);
  assert.deepEqual(counts, { waiting: 0, running: 0, created: 1, held: 1, refused: 1, failed: 1, cancelled: 0 });
  assert.equal(sentences, 12);
  const files = await ledger.as(beijing, (tx) => batchFiles(tx, id, { limit: 10 }));
  assert.deepEqual(
    files.items.map(({ subject, outcome, by }) => [subject, outcome, by]),
    [
      ["好", "created", beijing.actor],
      ["坏", "failed", beijing.actor],
      ["拒", "refused", beijing.actor],
      ["旧", "held", beijing.actor],
    ],
  );
  const refused = await ledger.as(beijing, (tx) => batchFiles(tx, id, { state: "refused", limit: 10 }));
  assert.deepEqual(
    refused.items.map(({ message }) => message),
    ["no"],
  );
  assert.deepEqual([...(await ledger.as(beijing, (tx) => recordOfBatch(tx, id))).keys()], ["ab"]);
});

test("cancelling ends what waits and nothing else; twice is once", async () => {
  const { id } = await begin("两批");
  await ledger.as(beijing, async (tx) => {
    await enqueueJob(tx, { jurisdiction, name: "x", subject: "等", batch: id, payload: { path: "/tmp/x" } });
    await recordEndedJobs(tx, [{ jurisdiction, name: "x", subject: "旧", batch: id, outcome: "held", message: "" }]);
  });
  const { batch, payloads } = await ledger.as(beijing, (tx) => cancelBatch(tx, id));
  assert.deepEqual([batch.counts.cancelled, batch.counts.held, payloads], [1, 1, [{ path: "/tmp/x" }]]);
  assert.notEqual(batch.cancelledAt, null);
  const again = await ledger.as(beijing, (tx) => cancelBatch(tx, id));
  assert.deepEqual([again.payloads, again.batch.cancelledAt], [[], batch.cancelledAt]);
  assert.equal(await ledger.as(beijing, (tx) => batchNamed(tx, { jurisdiction, name: "两批" })), null);
});

test("a unit sees its own batches and nobody else's", async () => {
  const { id } = await begin("三批");
  const seen = async (principal: typeof beijing): Promise<readonly string[]> =>
    (await ledger.as(principal, (tx) => batchesPage(tx, { limit: 10 }))).items.map(({ name }) => name);
  assert.equal((await seen(beijing))[0], "三批");
  for (const other of [editorOf("120000"), publicReader]) {
    assert.deepEqual(await seen(other), []);
    await assert.rejects(
      ledger.as(other, (tx) => cancelBatch(tx, id)),
      (fault) => fault instanceof LedgerRefusal && fault.code === "not-found",
    );
  }
});

const note = { code: "mislabelled", severity: "warning", message: "第二句", start: 0, end: 0 } as const;

test("files are known by the hash of their bytes, purged ones with their day", async () => {
  const administrator = { ...beijing, role: "administrator" as const };
  const [kept, purged] = await ledger.as(beijing, async (tx) => [
    (await receiveDocument(tx, aDocument("甲.txt", ["第一句。"]))).document,
    (await receiveDocument(tx, aDocument("乙.txt", ["第二句。"], { origin: "包.zip!乙.txt", diagnostics: [note] })))
      .document,
  ]);
  assert.ok(kept && purged);
  assert.equal(purged.origin, "包.zip!乙.txt");
  await ledger.as(administrator, (tx) => purgeDocument(tx, purged.id, "误收"));
  const tombstone = await ledger.as(beijing, (tx) => documentById(tx, purged.id));
  assert.deepEqual(
    [tombstone?.origin, tombstone?.diagnostics],
    [null, []],
    "what diagnostics quote goes with the text",
  );
  const hashes = [kept.sha256, purged.sha256, "0".repeat(64)];
  const held = await ledger.as(beijing, (tx) => heldFiles(tx, jurisdiction, hashes));
  assert.deepEqual([held.size, held.get(kept.sha256)?.document], [2, kept.id]);
  assert.deepEqual([held.get(kept.sha256)?.purged, held.get(purged.sha256)?.purged], [null, "2026-01-05"]);
  const elsewhere = await ledger.as(beijing, (tx) => heldFiles(tx, unit("120000"), hashes));
  assert.equal(elsewhere.size, 0, "another unit takes the same bytes in for itself");
});
