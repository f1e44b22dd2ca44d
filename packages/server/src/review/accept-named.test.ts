import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { entriesPage } from "@qipan/ledger/entry-queries";
import { editorOf, owned } from "@qipan/ledger/harness/samples";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import type { Ledger } from "@qipan/ledger/open";
import { readingsPage } from "@qipan/ledger/readings";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { ingestDocument } from "../ingest/ingest-document.ts";
import { openReader } from "../ingest/reader.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "./accept-batch.ts";
import { acceptAsProposed } from "./accept-reading.ts";
import { candidatesFor } from "./candidates.ts";

const reader = await openReader(ownFolders(join(import.meta.dirname, "../../../..")));
after(() => reader.close());
const clerk = editorOf("110000");
const ledgers: Ledger[] = [];
for (let count = 0; count < 3; count += 1) ledgers.push((await testLedger()).ledger);
const aLedger = (): Ledger => ledgers.pop() ?? assert.fail("open one more ledger for the new test");

async function held(ledger: Ledger, name: string, text: string): Promise<Id> {
  const incoming = { name, bytes: Buffer.from(text), ownership: owned("110000") };
  return (await ingestDocument({ ledger, principal: clerk, reader }, incoming)).document.id;
}

const readingsOf = async (ledger: Ledger, document: Id, type: string): Promise<readonly StoredReading[]> =>
  (await ledger.as(clerk, (tx) => readingsPage(tx, { document, limit: 100 }))).items.filter((one) => one.type === type);
const entriesOf = async (ledger: Ledger, kind: EntryKind): Promise<readonly Entry[]> =>
  (await ledger.as(clerk, (tx) => entriesPage(tx, { kind, sort: "title", limit: 50 }))).items;

const signing = "2021年5月6日，甲省与乙省签署《共建省际产业园区合作协议》。";
const plan = [
  "甲市交通提升三年行动方案（2021—2023年）",
  "甲市人民政府",
  "2021年3月1日",
  "二、重点任务",
  "（一）建成快速公交示范线5条，2022年底前完成。（牵头单位：市交通局；配合单位：市财政局、市公安局）",
].join("\n\n");

test("[1.8] an agreement becomes an entry; another document that tells of it is offered the entry and joins it", async () => {
  const ledger = aLedger();
  const first = await held(ledger, "甲.txt", `协作情况\n\n${signing}\n\n双方将定期会商。`);
  const [reading] = await readingsOf(ledger, first, "agreement");
  assert.ok(reading);
  const { entry } = await ledger.as(clerk, (tx) => acceptAsProposed(tx, reading.id, {}));
  assert.equal(entry?.kind, "agreement");
  assert.equal(entry.title, "共建省际产业园区合作协议");
  assert.equal(entry.fields["signed"], "2021-05-06");

  const second = await held(ledger, "乙.txt", `两省合作回顾\n\n${signing}\n\n各项工作按计划开展。`);
  const [again] = await readingsOf(ledger, second, "agreement");
  assert.ok(again);
  const [candidate] = (await ledger.as(clerk, (tx) => candidatesFor(tx, [again]))).get(again.id) ?? [];
  assert.deepEqual([candidate?.entry, candidate?.why.code], [entry.id, "same-name"]);

  const batch = { document: second, types: ["agreement"], dryRun: false };
  const rehearsal = await ledger.as(clerk, (tx) => acceptBatch(tx, { ...batch, dryRun: true }));
  assert.deepEqual([rehearsal.merged.length, rehearsal.created.length], [1, 0]);
  const outcome = await ledger.as(clerk, (tx) => acceptBatch(tx, batch));
  assert.deepEqual([outcome.merged.length, outcome.created.length, outcome.left], [1, 0, []]);
  const [only, ...more] = await entriesOf(ledger, "agreement");
  assert.deepEqual(more, []);
  assert.equal(only?.evidence.shown.length, 2);
});

test("[1.8] a task carries deadline, lead and helpers of its bracket into the register", async () => {
  const ledger = aLedger();
  const document = await held(ledger, "方案.txt", plan);
  const outcome = await ledger.as(clerk, (tx) => acceptBatch(tx, { document, types: ["commitment"], dryRun: false }));
  assert.deepEqual(outcome.left, []);
  const [task] = await entriesOf(ledger, "task");
  assert.ok(task);
  assert.deepEqual(
    ["deadline", "quantity", "unit", "lead", "helpers"].map((name) => task.fields[name]),
    ["2022-12-31", 5, "条", "市交通局", ["市财政局", "市公安局"]],
  );
});

test("[1.8] what the text does not say is asked for, and an officer's field completes the entry", async () => {
  const ledger = aLedger();
  const document = await held(ledger, "丙.txt", "工作动态\n\n2020年3月2日，甲市人民政府印发《政务公开管理办法》。");
  const [reading] = await readingsOf(ledger, document, "plan");
  assert.ok(reading);
  await assert.rejects(
    ledger.as(clerk, (tx) => acceptAsProposed(tx, reading.id, {})),
    /does not say planKind/u,
  );
  const fields = { planKind: "opinion" };
  const { entry } = await ledger.as(clerk, (tx) => acceptAsProposed(tx, reading.id, { fields }));
  assert.deepEqual(
    [entry?.kind, entry?.fields["planKind"], entry?.fields["issued"]],
    ["plan", "opinion", "2020-03-02"],
  );
});
