import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { createEntry } from "@qipan/ledger/entries";
import { entriesPage } from "@qipan/ledger/entry-queries";
import { anEvent, attested, editorOf, owned } from "@qipan/ledger/harness/samples";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import type { Ledger } from "@qipan/ledger/open";
import { readingsPage } from "@qipan/ledger/readings";
import { rejectReading } from "@qipan/ledger/review";
import { undoDecision } from "@qipan/ledger/undo";
import { sentenceAt } from "@qipan/ledger/sentences";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { ingestDocument } from "../ingest/ingest-document.ts";
import { openReader } from "../ingest/reader.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "./accept-batch.ts";
import type { BatchOutcome } from "./batch.ts";
import { candidatesFor } from "./candidates.ts";

const reader = await openReader(ownFolders(join(import.meta.dirname, "../../../..")));
after(() => reader.close());
const clerk = editorOf("110000");

// Opened here: a ledger belongs to the file, not to the test that happens to ask for it.
const ledgers: Ledger[] = [];
for (let count = 0; count < 7; count += 1) ledgers.push((await testLedger()).ledger);
const aLedger = (): Ledger => ledgers.pop() ?? assert.fail("open one more ledger for the new test");

const chronicle = [
  "甲乙两地合作纪事",
  "2021年",
  "3月",
  "3月5日 甲市与乙市在甲市签署水源保护合作框架协议。协议约定共建监测站点。",
  "3月9日 甲市举行跨区域防汛联合演练，三支队伍参加。",
  "3月20日 乙市召开职业教育对接会议，两地学校出席。",
  "本月 甲市与乙市在甲市签署水源保护合作框架协议。",
].join("\n\n");

async function held(ledger: Ledger, text: string): Promise<Id> {
  const incoming = { name: "纪事.txt", bytes: Buffer.from(text), ownership: owned("110000") };
  return (await ingestDocument({ ledger, principal: clerk, reader }, incoming)).document.id;
}

const batchOf = (ledger: Ledger, document: Id, dryRun = false): Promise<BatchOutcome> =>
  ledger.as(clerk, (tx) => acceptBatch(tx, { document, types: ["event"], dryRun }));
const eventsOf = async (ledger: Ledger): Promise<readonly Entry[]> =>
  (await ledger.as(clerk, (tx) => entriesPage(tx, { kind: "event", sort: "when", limit: 50 }))).items;
const readingsOf = async (ledger: Ledger, document: Id): Promise<readonly StoredReading[]> =>
  (await ledger.as(clerk, (tx) => readingsPage(tx, { document, type: "event", limit: 50 }))).items;
const heldDrill = anEvent("防汛联合演练在甲市举行", { date: "2021-03-09" });

test("[12.3] a batch merges what is held, joins what is told twice, creates the rest, and says why", async () => {
  const ledger = aLedger();
  const drill = await ledger.as(clerk, (tx) => createEntry(tx, heldDrill));
  const document = await held(ledger, chronicle);
  const rehearsal = await batchOf(ledger, document, true);
  assert.deepEqual([rehearsal.merged.length, rehearsal.created.length, rehearsal.left.length], [1, 2, 1]);
  assert.equal((await eventsOf(ledger)).length, 1, "a rehearsal changes nothing");

  const outcome = await batchOf(ledger, document);
  assert.deepEqual(outcome.left, []);
  assert.deepEqual(
    outcome.created.map(({ title }) => title.slice(0, 2)),
    ["甲市", "乙市"],
  );
  assert.equal(outcome.merged.find(({ entry }) => entry === drill.id)?.why.code, "same-dates");
  assert.equal(outcome.merged.find(({ entry }) => entry !== drill.id)?.why.code, "told-twice");
  const events = await eventsOf(ledger);
  assert.deepEqual(
    events.map(({ evidence }) => evidence.shown.length),
    [2, 2, 1],
    "each thing once, with every sentence",
  );
  assert.ok((await readingsOf(ledger, document)).every(({ state }) => state === "merged" || state === "accepted"));
});

test("[12.3] accepting again, or after the file came again, makes nothing twice", async () => {
  const ledger = aLedger();
  const document = await held(ledger, chronicle);
  await batchOf(ledger, document);
  const before = await eventsOf(ledger);
  assert.equal(await held(ledger, chronicle), document);
  const again = await batchOf(ledger, document);
  assert.deepEqual([again.merged, again.created, again.left], [[], [], []]);
  assert.deepEqual(await eventsOf(ledger), before);
});

test("every row leads to its sentence, and the sentence back to it", async () => {
  const ledger = aLedger();
  const document = await held(ledger, chronicle);
  await batchOf(ledger, document);
  for (const { id, evidence } of await eventsOf(ledger))
    for (const item of evidence.shown) {
      assert.equal(item.kind, "sentence");
      const used = await ledger.as(clerk, (tx) => sentenceAt(tx, document, item.address));
      assert.ok(used?.sentence.raw.includes(item.quote));
      assert.ok(used?.entries.some((entry) => entry.id === id));
    }
});

test("an undone reading waits again and offers what it was", async () => {
  const ledger = aLedger();
  await ledger.as(clerk, (tx) => createEntry(tx, heldDrill));
  const document = await held(ledger, chronicle);
  await batchOf(ledger, document);
  const merged = (await readingsOf(ledger, document)).find(
    ({ state, quote }) => state === "merged" && quote.includes("演练"),
  );
  assert.ok(merged);
  await ledger.as(clerk, (tx) => undoDecision(tx, merged.id, "看错了"));
  const [pending] = (await readingsOf(ledger, document)).filter(({ state }) => state === "pending");
  assert.ok(pending);
  const candidates = await ledger.as(clerk, (tx) => candidatesFor(tx, [pending]));
  assert.equal(candidates.get(pending.id)?.[0]?.title, "防汛联合演练在甲市举行");
  await batchOf(ledger, document);
  assert.equal((await eventsOf(ledger)).length, 3);
});

test("a reading turned down stays turned down", async () => {
  const ledger = aLedger();
  const document = await held(ledger, chronicle);
  const [first] = await readingsOf(ledger, document);
  assert.ok(first);
  await ledger.as(clerk, (tx) => rejectReading(tx, first.id, "并非此事"));
  await held(ledger, chronicle);
  await batchOf(ledger, document);
  assert.equal((await readingsOf(ledger, document)).find(({ id }) => id === first.id)?.state, "rejected");
});

test("what another unit tells the public is offered, and left to its editor", async () => {
  const ledger = aLedger();
  const other = editorOf("120000");
  const entry = { ...heldDrill, ownership: owned("120000", "public"), evidence: [attested] };
  await ledger.as(other, (tx) => createEntry(tx, entry));
  const document = await held(ledger, chronicle);
  const { left } = await batchOf(ledger, document);
  assert.equal(left.length, 1);
  assert.equal(left[0]?.why.code, "held-elsewhere");
});

test("drafts of another unit are neither offered nor hinted at", async () => {
  const ledger = aLedger();
  await ledger.as(editorOf("120000"), (tx) => createEntry(tx, { ...heldDrill, ownership: owned("120000") }));
  const document = await held(ledger, chronicle);
  const readings = await readingsOf(ledger, document);
  assert.equal((await ledger.as(clerk, (tx) => candidatesFor(tx, readings))).size, 0);
  const outcome = await batchOf(ledger, document);
  assert.deepEqual(outcome.left, []);
});
