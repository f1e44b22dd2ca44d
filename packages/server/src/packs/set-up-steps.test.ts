import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { countsByKind, ledgerCounts } from "@qipan/ledger/counts";
import { documentsPage } from "@qipan/ledger/documents";
import { entriesByKeys } from "@qipan/ledger/entry-queries";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import { purgeDocument } from "@qipan/ledger/purge";
import { systemPrincipal } from "@qipan/ledger/transaction";
import { verifyLedger } from "@qipan/ledger/verify";
import { publicReader } from "@qipan/policy/records/principal";
import { corpusStep } from "../ingest/corpus-step.ts";
import { ownFolders } from "./lexicon-folder.ts";
import { packStep } from "./pack-step.ts";

const root = join(import.meta.dirname, "../../../..");
const { ledger } = await testLedger();
const dataDirectory = await mkdtemp(join(tmpdir(), "qipan-steps-"));
after(() => rm(dataDirectory, { recursive: true }));
const folders = ownFolders(root);
const samples = (await readdir(join(root, "corpus"))).filter((name) => /^\d{3}_/u.test(name)).length;
const steps = [packStep(folders.pack, dataDirectory), corpusStep(join(root, "corpus"), folders)];

/** Runs every step and answers with what it said on the way: nothing, when there was nothing to do. */
async function setUp(): Promise<readonly string[]> {
  const said: string[] = [];
  for (const step of steps) await step.run(ledger, (_done, _total, message) => void (message && said.push(message)));
  return said;
}

const state = () =>
  ledger.as(publicReader, async (tx) => ({ kinds: await countsByKind(tx), counts: await ledgerCounts(tx) }));

test("a first start loads the pack and reads the samples, all of it public", async () => {
  const said = await setUp();
  assert.equal(said.length, 1 + samples, said.join(", "));
  const { kinds, counts } = await state();
  assert.ok(kinds.find(({ kind, count }) => kind === "project" && count > 100));
  assert.deepEqual([counts.documents, counts.observations > 1000], [samples, true]);
});

test("events of the pack have sentences of the samples beside their source", async () => {
  const [event] = await ledger.as(publicReader, (tx) => entriesByKeys(tx, "event", ["ev-20231228-jingxiong"]));
  assert.deepEqual(event?.evidence.shown.map(({ kind }) => kind).sort(), ["pack", "sentence"]);
});

test("a second start has nothing to do and changes nothing", async () => {
  const before = await state();
  assert.deepEqual(await setUp(), []);
  assert.deepEqual(await state(), before);
});

test("a lost mark costs a load that finds nothing new", async () => {
  const before = await state();
  await rm(join(dataDirectory, "pack-jingjinji.json"));
  await setUp();
  assert.deepEqual(await state(), before);
});

test("a purged sample is not taken in again", async () => {
  const operator = systemPrincipal("operator");
  const { items } = await ledger.as(operator, (tx) => documentsPage(tx, { q: "103_", limit: 1 }));
  const [sample] = items;
  assert.ok(sample);
  await ledger.as(operator, (tx) => purgeDocument(tx, sample.id, "试验"));
  assert.deepEqual(await setUp(), []);
  assert.equal((await state()).counts.documents, samples - 1);
});

test("what set-up wrote holds when it is verified", async () => {
  assert.deepEqual((await verifyLedger(ledger)).problems, []);
});
