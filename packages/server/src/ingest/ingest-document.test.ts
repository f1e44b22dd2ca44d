import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { documentsPage, documentText } from "@qipan/ledger/documents";
import { entriesPage } from "@qipan/ledger/entry-queries";
import { editorOf, owned } from "@qipan/ledger/harness/samples";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import { readingsPage } from "@qipan/ledger/readings";
import { receiveDocument } from "@qipan/ledger/receive-document";
import { rejectReading } from "@qipan/ledger/review";
import { verifyLedger } from "@qipan/ledger/verify";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "../review/accept-batch.ts";
import { FileRefused } from "./file-refusal.ts";
import { ingestDocument, readIncoming } from "./ingest-document.ts";
import { openReader } from "./reader.ts";

const reader = await openReader(ownFolders(join(import.meta.dirname, "../../../..")));
after(() => reader.close());
const principal = editorOf("110000");
const ownership = owned("110000");
const { ledger } = await testLedger();

for (const [rule, name, bytes, code] of [
  ["an empty file", "a.txt", Buffer.alloc(0), "empty"],
  ["a file of blanks", "a.txt", Buffer.from(" \n\u3000\n"), "empty"],
  ["a package without its directory", "a.txt", Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2, 3]), "truncated"],
  ["bytes that are no text", "a.txt", Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), "mislabelled"],
  ["a type that is not read", "a.exe", Buffer.from("正文。"), "unsupported"],
  ["a picture under the name of a text", "a.txt", Buffer.from("GIF89a\u0001\u0000"), "mislabelled"],
  ["a classified document", "a.txt", Buffer.from("机密★5年\n\n关于某事的通知\n\n正文。"), "classified"],
] as const)
  test(`ingest refuses ${rule} and keeps nothing`, async () => {
    const refused = ingestDocument({ ledger, principal, reader }, { name, bytes, ownership });
    await assert.rejects(refused, (fault) => fault instanceof FileRefused && fault.code === code);
    assert.equal((await ledger.as(principal, (tx) => documentsPage(tx, { limit: 1 }))).total, 0);
  });

test("a name with folders is kept without them, the text as it stands", async () => {
  const text = "\ufeff第一句。\r\n第二句。";
  const incoming = { name: "../../tmp/来件.txt", bytes: Buffer.from(text), ownership };
  const { document } = await ingestDocument({ ledger, principal, reader }, incoming);
  assert.equal(document.name, "来件.txt");
  assert.equal(await ledger.as(principal, (tx) => documentText(tx, document.id)), text);
});

test("quotes of hard-wrapped text are the stored words, and readings from them can be accepted", async () => {
  const text = "纪事\n\n2021年3月5日，甲市与乙市在甲市签署水源保\n护合作框架协议，约定共建监测站点。\n";
  const incoming = { name: "折行.txt", bytes: Buffer.from(text), ownership };
  const { document } = await ingestDocument({ ledger, principal, reader }, incoming);
  const { items } = await ledger.as(principal, (tx) => readingsPage(tx, { document: document.id, limit: 10 }));
  assert.ok(items.length > 0);
  for (const { start, end, quote } of items) assert.equal(quote, text.slice(start, end));
  await ledger.as(principal, (tx) => acceptBatch(tx, { document: document.id, types: ["event"], dryRun: false }));
  assert.deepEqual((await verifyLedger(ledger)).problems, []);
});

test("the same bytes in again add nothing, and two at once are held once", async () => {
  const incoming = { name: "a.txt", bytes: Buffer.from("2021年3月5日，甲市召开会议。"), ownership };
  const both = await Promise.all([1, 2].map(() => ingestDocument({ ledger, principal, reader }, incoming)));
  assert.equal(both.filter(({ created }) => created).length, 1);
  assert.equal(new Set(both.map(({ document }) => document.id)).size, 1);
  const again = await ingestDocument({ ledger, principal, reader }, incoming);
  assert.deepEqual([again.created, again.newReadings], [false, 0]);
});

test("what was decided stays decided when a better extraction reads the document again, and nothing becomes an entry twice", async () => {
  const lines = ["2022年3月5日，甲市召开会议。", "2022年4月6日，乙市启用测站。", "2022年5月7日，丙市发布通报。"];
  const incoming = { name: "再读.txt", bytes: Buffer.from(lines.join("\n\n")), ownership };
  const { document } = await ingestDocument({ ledger, principal, reader }, incoming);
  const events = async (): Promise<readonly StoredReading[]> => {
    const { items } = await ledger.as(principal, (tx) => readingsPage(tx, { document: document.id, limit: 100 }));
    return items.filter(({ type }) => type === "event");
  };
  const [rejected, accepted] = await events();
  assert.ok(rejected && accepted);
  await ledger.as(principal, (tx) => rejectReading(tx, rejected.id, "例会，不记"));
  const entries = await ledger.as(principal, async (tx) => {
    await acceptBatch(tx, { document: document.id, types: ["event"], dryRun: false });
    return entriesPage(tx, { kind: "event", limit: 100 });
  });
  const received = await readIncoming(reader, incoming);
  const cutOtherwise = received.readings.map((reading) => ({
    ...reading,
    key: `${reading.key}:better`,
    spans: reading.spans.map(({ address, start, end }) => {
      const text = received.text.slice(start, end - 2);
      return { address, start, end: end - 2, text };
    }),
  }));
  const again = await ledger.as(principal, (tx) => receiveDocument(tx, { ...received, readings: cutOtherwise }));
  assert.deepEqual([again.created, again.document.id], [false, document.id]);
  const after = await events();
  assert.deepEqual(after.map(({ state }) => state).toSorted(), ["accepted", "accepted", "rejected"]);
  await ledger.as(principal, async (tx) => {
    await acceptBatch(tx, { document: document.id, types: ["event"], dryRun: false });
    assert.equal((await entriesPage(tx, { kind: "event", limit: 100 })).total, entries.total);
  });
});
