import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { backup } from "./backup.ts";
import { inspectBackup } from "./backup/inspect.ts";
import { closeCheckpoints, latestRoots } from "./checkpoints.ts";
import { documentBytes } from "./documents.ts";
import { createEntry } from "./entries.ts";
import { entryById } from "./entry-queries.ts";
import { aDocument, aFigure, anEvent, anEventReading, editorOf, quoting, unit } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { enqueueJob } from "./jobs/job.ts";
import { addObservations } from "./observations.ts";
import { openLedger } from "./open.ts";
import { receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";
import { restore } from "./restore.ts";
import { search } from "./search.ts";

const folder = await mkdtemp(join(tmpdir(), "qipan-backup-"));
after(() => rm(folder, { recursive: true, force: true }));
const file = join(folder, "made", "ledger.qipan-backup");

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const refused = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof LedgerRefusal && error.code === code && words.test(error.message);

// Whatever the text form of COPY has to escape: tabs, backslashes, line breaks, and bytes that are no text.
const awkward = "车站\t开通\\N运营\r之后。";
const sample = aDocument("awkward.txt", [awkward, "𠮷林路通车。"], { bytes: Buffer.from([0, 255, 92, 10, 9, 13]) });
const [first] = sample.sentences;
if (!first) throw new Error("The sample has two sentences");
const { document } = await ledger.as(beijing, (tx) =>
  receiveDocument(tx, { ...sample, readings: [anEventReading(first)] }),
);
const entry = await ledger.as(beijing, (tx) =>
  createEntry(tx, anEvent("开通", { evidence: [quoting(document.id, first, "\\N运营\r")] })),
);
const figure = aFigure("share", "110000", { number: 0.1 + 0.2, evidence: quoting(document.id, first, "车站") });
await ledger.as(beijing, (tx) =>
  addObservations(tx, { batch: { file: "a.csv", sheet: null, sha256: null }, rows: [figure] }),
);
await ledger.as(beijing, (tx) => enqueueJob(tx, { jurisdiction: unit("110000"), name: "later", subject: "待办" }));
await closeCheckpoints(ledger, "sealing");
await ledger.as(beijing, (tx) => createEntry(tx, anEvent("未封")));
const manifest = await backup(ledger, file);

test("a backup is one file for its owner alone, with counts and the roots of the checkpoints", async () => {
  assert.deepEqual(await readdir(join(folder, "made")), ["ledger.qipan-backup"], "nothing partial stays beside it");
  assert.equal((await stat(file)).mode & 0o077, 0);
  const rows = Object.fromEntries(manifest.tables.map(({ table, rows }) => [table, rows]));
  assert.deepEqual([rows.entry, rows.sentence, rows.observation, rows.job, rows.unsealed], [2, 2, 1, 1, 1]);
  const [root] = await ledger.as(beijing, latestRoots);
  assert.deepEqual(manifest.roots, [{ jurisdiction: "110000", number: 1, root: root?.root }]);
  assert.deepEqual(await inspectBackup(file), manifest);
});

test("restored into an empty ledger it verifies and says the same", async () => {
  const target = (await testLedger()).ledger;
  const { findings } = await restore(target, file);
  assert.deepEqual([findings.problems, findings.unsealed], [[], 1]);
  await target.as(beijing, async (tx) => {
    assert.deepEqual(await entryById(tx, entry.id), await ledger.as(beijing, (other) => entryById(other, entry.id)));
    assert.deepEqual(await documentBytes(tx, document.id), Buffer.from([0, 255, 92, 10, 9, 13]));
    assert.equal((await search(tx, { q: "林路通", scope: "sentences", limit: 5 })).total, 1);
    await createEntry(tx, anEvent("恢复之后"));
  });
  await closeCheckpoints(target, "sealing");
  assert.deepEqual((await restoredAgain(target)).tables.length, manifest.tables.length);
});

test("a ledger that holds rows is not restored into", () =>
  assert.rejects(restore(ledger, file), refused("conflict", /not empty/u)));

for (const [rule, change, words] of [
  ["a file that is cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 40), /damaged/u],
  ["a file with one byte changed", (bytes: Buffer) => flipped(bytes, Math.floor(bytes.length / 2)), /damaged/u],
  [
    "a row changed and packed anew",
    (bytes: Buffer) => gzipSync(replaced(gunzipSync(bytes), "𠮷林路通车", "𠮷林路停车")),
    /the part \w+ has the digest/u,
  ],
  [
    "a manifest changed and packed anew",
    (bytes: Buffer) => gzipSync(replaced(gunzipSync(bytes), '"rows":2', '"rows":3')),
    /manifest/u,
  ],
  ["a file that is something else", () => Buffer.from("not a backup"), /damaged or no backup/u],
  ["an empty file", () => Buffer.alloc(0), /damaged or no backup/u],
] as const)
  test(`refused before anything is written: ${rule}`, async () => {
    const bad = join(folder, "bad");
    await writeFile(bad, change(await readFile(file)));
    const target = (await testLedger()).ledger;
    await assert.rejects(restore(target, bad), refused("invalid", words));
    assert.equal((await restore(target, file)).findings.problems.length, 0, "the target is still empty");
  });

test("a backup of a newer version is refused", async () => {
  const newer = join(folder, "newer");
  await writeFile(
    newer,
    gzipSync(replaced(gunzipSync(await readFile(file)), `"schema":${manifest.schema}`, '"schema":99')),
  );
  await assert.rejects(restore((await testLedger()).ledger, newer), refused("newer-database", /schema 99/u));
});

test("it moves from one version of PostgreSQL to the other", async () => {
  const onFloor = ["15", "floor"].includes(process.env.QIPAN_TEST_POSTGRES ?? "18");
  const target = await openLedger({
    dataDirectory: join(folder, "other"),
    postgres: onFloor ? "18" : "floor",
    now: () => new Date(0),
    poolSize: 2,
  });
  try {
    assert.deepEqual((await restore(target, file)).findings.problems, []);
    const back = join(folder, "back");
    await backup(target, back);
    assert.deepEqual((await restore((await testLedger()).ledger, back)).findings.problems, []);
  } finally {
    await target.close();
  }
});

async function restoredAgain(source: typeof ledger) {
  const again = join(folder, "again");
  await backup(source, again);
  const { manifest, findings } = await restore((await testLedger()).ledger, again);
  assert.deepEqual(findings.problems, []);
  return manifest;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
}

/** Replaces everywhere, by words of the same length so that the frames hold. */
function replaced(bytes: Buffer, from: string, to: string): Buffer {
  const found = Buffer.from(from).toString("latin1");
  return Buffer.from(bytes.toString("latin1").replaceAll(found, Buffer.from(to).toString("latin1")), "latin1");
}
