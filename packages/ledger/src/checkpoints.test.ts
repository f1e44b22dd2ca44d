import assert from "node:assert/strict";
import { test } from "node:test";
import { checkpointRoot, checkpointsPage, closeCheckpoint, closeCheckpoints, latestRoots } from "./checkpoints.ts";
import { sealProof } from "./checkpoints/seal-proof.ts";
import { createEntry } from "./entries.ts";
import { anEvent, editorOf, owned, unit } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { includes } from "./merkle.ts";
import { LedgerRefusal } from "./refusal.ts";
import { publicReader } from "@qipan/policy/records/principal";

const { ledger, setClock } = await testLedger();
const beijing = editorOf("110000");

const first = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("甲")));
await ledger.as(beijing, (tx) => createEntry(tx, anEvent("乙")));

test("a checkpoint covers what waits, and there is none when nothing does", async () => {
  const closed = await ledger.as(beijing, (tx) => closeCheckpoint(tx, unit("110000")));
  assert.equal(closed?.number, 1);
  assert.equal(closed?.leaves, 2);
  assert.equal(closed?.previousRoot, null);
  assert.equal(await ledger.as(beijing, (tx) => closeCheckpoint(tx, unit("110000"))), null);
});

test("the next is chained to it, and its root is what anybody computes", async () => {
  await ledger.as(beijing, (tx) => createEntry(tx, anEvent("丙")));
  setClock("2026-01-06T02:00:00.000Z");
  const next = await ledger.as(beijing, (tx) => closeCheckpoint(tx, unit("110000")));
  const page = await ledger.as(publicReader, (tx) => checkpointsPage(tx, { limit: 1 }));
  assert.deepEqual(page.items, [next]);
  const rest = await ledger.as(publicReader, (tx) => checkpointsPage(tx, { limit: 1, cursor: page.next }));
  assert.equal(rest.items[0]?.root, next?.previousRoot);
  assert.equal(rest.next, null);
  assert.equal(rest.total, 2);
  assert.ok(next && checkpointRoot(next) === next.root);
});

test("a change is proved by its path to the root", async () => {
  const subject = { kind: "version", id: first.id, version: 1 } as const;
  const proof = await ledger.as(beijing, (tx) => sealProof(tx, subject));
  assert.ok(proof && includes(proof.checkpoint.leavesRoot, proof.hash, proof.proof));
  assert.equal(
    await ledger.as(publicReader, (tx) => sealProof(tx, subject)),
    null,
    "leaves are seen by their unit alone",
  );
});

test("a unit is sealed by those who write it", async () => {
  const refused = (error: unknown) => error instanceof LedgerRefusal && error.code === "forbidden";
  await assert.rejects(
    ledger.as(beijing, (tx) => closeCheckpoint(tx, unit("120000"))),
    refused,
  );
});

test("two at once make one checkpoint of each change", async () => {
  await ledger.as(beijing, (tx) => createEntry(tx, anEvent("丁")));
  await ledger.as(editorOf("120000"), (tx) => createEntry(tx, anEvent("戊", { ownership: owned("120000") })));
  const closed = (await Promise.all([closeCheckpoints(ledger, "a"), closeCheckpoints(ledger, "b")])).flat();
  assert.deepEqual(
    closed
      .map(({ jurisdiction, number, leaves }) => [jurisdiction, number, leaves])
      .sort((a, b) => String(a).localeCompare(String(b))),
    [
      ["110000", 3, 1],
      ["120000", 1, 1],
    ],
  );
  const roots = await ledger.as(publicReader, latestRoots);
  assert.deepEqual(
    roots.map(({ jurisdiction, number }) => `${jurisdiction} ${number}`),
    ["110000 3", "120000 1"],
  );
});
