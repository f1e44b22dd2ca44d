import assert from "node:assert/strict";
import { test } from "node:test";
import { closeCheckpoints } from "./checkpoints.ts";
import { changeEntry, createEntry, withdrawEntry } from "./entries.ts";
import { aDocument, aFigure, anEvent, anEventReading, editorOf, quoting } from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { addObservations } from "./observations.ts";
import { receiveDocument } from "./receive-document.ts";
import { acceptReading } from "./review.ts";
import { verifyLedger } from "./verify.ts";

const { ledger, databaseUrl } = await testLedger();
const beijing = editorOf("110000");

const sample = aDocument("sample.txt", [
  "三地签署交通合作协议。",
  "𠮷林路𠀋号的车站开通运营。",
  "客流达到1200万人次。",
]);
const [first, second, third] = sample.sentences;
if (!first || !second || !third) throw new Error("The sample has three sentences");
const { document } = await ledger.as(beijing, (tx) =>
  receiveDocument(tx, { ...sample, readings: [anEventReading(first), anEventReading(third)] }),
);
const made = await ledger.as(beijing, (tx) =>
  createEntry(
    tx,
    anEvent("签署协议", {
      evidence: [quoting(document.id, first, "合作协议"), quoting(document.id, second, "𠀋")],
      reason: "照原文",
    }),
  ),
);
await ledger.as(beijing, (tx) =>
  changeEntry(tx, made.id, { expectedVersion: 1, fields: { ...made.fields, note: "已核" }, reason: "补说明" }),
);
await ledger.as(beijing, (tx) => withdrawEntry(tx, made.id, "重复"));
const [reading] = await ledger.as(beijing, (tx) => tx.db.selectFrom("reading").select("id").orderBy("start").execute());
if (!reading) throw new Error("The sample has a reading");
await ledger.as(beijing, (tx) =>
  acceptReading(tx, reading.id, {
    entry: { kind: "event", fields: anEvent("读出").fields, confidence: "verified", ownership: anEvent("").ownership },
  }),
);
const rows = [
  aFigure("gdp", "110000"),
  aFigure("traffic", "110000", { evidence: quoting(document.id, third, "1200万") }),
];
await ledger.as(beijing, (tx) =>
  addObservations(tx, { batch: { file: "sample.csv", sheet: null, sha256: null }, rows }),
);
await ledger.as(beijing, (tx) =>
  addObservations(tx, {
    batch: { file: "sample.csv", sheet: null, sha256: null },
    rows: [aFigure("gdp", "110000", { number: 101 })],
  }),
);
await closeCheckpoints(ledger, "sealing");
await ledger.as(beijing, (tx) => createEntry(tx, anEvent("尚未封存")));

test("a ledger that nobody tampered with holds, and says how much was checked and what waits", async () => {
  const { checked, unsealed, problems } = await verifyLedger(ledger);
  assert.deepEqual(problems, []);
  assert.deepEqual(checked, {
    versions: 5,
    evidence: 5,
    documents: 1,
    sentences: 3,
    batches: 2,
    observations: 3,
    packRows: 0,
    checkpoints: 1,
    leaves: 7,
  });
  assert.equal(unsealed, 1);
});

/** Tampers as a superuser with triggers switched off, verifies, and puts back what was there. */
async function foundAfter(statement: string): Promise<readonly string[]> {
  const [table = ""] = /qipan\.\w+/u.exec(statement) ?? [];
  const asSuperuser = (text: string): Promise<unknown> =>
    onDatabase(databaseUrl, `set session_replication_role = replica; ${text}`);
  await asSuperuser(`create table public.kept as table ${table}`);
  await asSuperuser(statement);
  const { problems } = await verifyLedger(ledger);
  await asSuperuser(`delete from ${table}; insert into ${table} select * from public.kept; drop table public.kept`);
  return [...new Set(problems.map(({ what }) => what))].sort();
}

const entry = `entry = '${made.id}'`;
for (const [rule, statement, expected] of [
  [
    "fields of a version changed",
    `update qipan.entry_version set fields = fields || '{"note":"改"}' where ${entry} and version = 2`,
    ["fields-digest"],
  ],
  [
    "fields of a version and their digest changed",
    `update qipan.entry_version set fields_digest = repeat('0', 64) where ${entry} and version = 1`,
    ["fields-digest", "version-hash"],
  ],
  [
    "an actor changed",
    `update qipan.entry_version set actor = '他人' where ${entry} and version = 2`,
    ["version-hash"],
  ],
  [
    "a reason changed",
    `update qipan.entry_version set reason = '另有理由' where ${entry} and version = 3`,
    ["reason-digest"],
  ],
  [
    "a title changed",
    `update qipan.entry_version set title = '改名' where ${entry} and version = 1`,
    ["entry-differs"],
  ],
  [
    "a version rewritten with a hash of its own",
    `update qipan.entry_version set hash = repeat('0', 64) where ${entry} and version = 1`,
    ["sealed-differs", "version-hash", "version-unchained"],
  ],
  [
    "a version in the middle deleted",
    `delete from qipan.entry_version where ${entry} and version = 2`,
    ["sealed-missing", "version-gap"],
  ],
  [
    "the newest version deleted",
    `delete from qipan.entry_version where ${entry} and version = 3`,
    ["entry-differs", "sealed-missing"],
  ],
  ["an entry deleted", `delete from qipan.entry where id = '${made.id}'`, ["entry-missing"]],
  [
    "an entry brought back into the lists",
    `update qipan.entry set withdrawn = false where id = '${made.id}'`,
    ["entry-differs"],
  ],
  [
    "a version called redacted although nothing was purged",
    `update qipan.entry_version set redacted = true, fields = null where ${entry} and version = 1`,
    ["redacted-without-purge"],
  ],
  [
    "a quote changed",
    `update qipan.evidence set quote = '合同' where ${entry} and ordinal = 0`,
    ["evidence-digest", "quote-differs"],
  ],
  ["a piece of evidence deleted", `delete from qipan.evidence where ${entry} and ordinal = 1`, ["evidence-added"]],
  [
    "a quote emptied as if purged",
    `update qipan.evidence set quote = null, purged_at = now() where ${entry} and ordinal = 0`,
    ["purge-incomplete"],
  ],
  [
    "the words of a sentence changed",
    `update qipan.sentence set raw = '三地签署文化协议。' where paragraph = 1`,
    ["quote-differs", "sentence-text"],
  ],
  ["a sentence deleted", `delete from qipan.sentence where paragraph = 1`, ["sentence-count", "sentence-missing"]],
  [
    "the text of a document changed",
    `update qipan.document_content set text = replace(text, '1200', '2100')`,
    ["document-text", "reading-quote", "sentence-text"],
  ],
  ["the bytes of a document changed", `update qipan.document_content set bytes = '\\x00'`, ["document-bytes"]],
  ["the receiver of a document changed", `update qipan.document set received_by = '他人'`, ["document-hash"]],
  [
    "a figure changed",
    `update qipan.observation set nominal = 999 where indicator = 'traffic'`,
    ["observation-digest"],
  ],
  [
    "a figure changed with its digest",
    `update qipan.observation set digest = repeat('0', 64) where indicator = 'traffic'`,
    ["batch-hash", "observation-digest"],
  ],
  ["a figure deleted", `delete from qipan.observation where indicator = 'traffic'`, ["batch-hash", "batch-rows"]],
  [
    "a leaf changed",
    `update qipan.checkpoint_leaf set hash = repeat('0', 64) where ordinal = 0`,
    ["checkpoint-leaves", "sealed-differs"],
  ],
  ["a leaf deleted", `delete from qipan.checkpoint_leaf where ordinal = 1`, ["checkpoint-leaves", "unsealed-missing"]],
  ["a root changed", `update qipan.checkpoint set root = repeat('0', 64)`, ["checkpoint-root"]],
  ["what waits for its checkpoint deleted", `delete from qipan.unsealed`, ["unsealed-missing"]],
] as const)
  test(`found: ${rule}`, async () => assert.deepEqual(await foundAfter(statement), expected));

test("after everything was put back the ledger holds again", async () =>
  assert.deepEqual((await verifyLedger(ledger)).problems, []));
