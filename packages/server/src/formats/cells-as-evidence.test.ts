import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { createEntry } from "@qipan/ledger/entries";
import { anEvent, editorOf, owned } from "@qipan/ledger/harness/samples";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { sentenceAt, sentencesOf } from "@qipan/ledger/sentences";
import { verifyLedger } from "@qipan/ledger/verify";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import { ingestDocument } from "../ingest/ingest-document.ts";
import { openReader } from "../ingest/reader.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";

// From the bytes of a file to an entry that stands on a cell of it, and back from the row to the entry.
const reader = await openReader(ownFolders(join(import.meta.dirname, "../../../..")));
after(() => reader.close());
const principal = editorOf("110000");
const { ledger } = await testLedger();

async function held(name: string, bytes: Uint8Array): Promise<Id> {
  const ownership = owned("110000");
  return (await ingestDocument({ ledger, principal, reader }, { name, bytes, ownership })).document.id;
}

const fixture = (path: string): Promise<Buffer> => readFile(new URL(path, import.meta.url));
const long = "一季度客流回升。二季度增设引导，秩序平稳；三季度持平。";
const documents = {
  workbook: await held("客流.xlsx", await fixture("xlsx/fixtures/calc.xlsx")),
  printed: await held("简报.pdf", await fixture("pdf/fixtures/writer.pdf")),
  plain: await held("说明.csv", Buffer.from(`车站,客流,说明\n石门,455,${long}\n云岭,860,平稳\n`)),
};

for (const [document, sheet, range, quote] of [
  ["workbook", "2023年客流", "C2", "1,234,567.9"],
  ["workbook", "2023年客流", "A2:B3", "客流\t2023-12-31\n里程\t2023-06"],
  ["workbook", "底稿", "A1", "隐藏表"],
  ["printed", "表1", "B2", "1,200"],
  ["plain", "表1", "B2:B3", "455\n860"],
  ["plain", "表1", "C2", long],
  ["plain", "表1", "A2:C2", `石门\t455\t${long}`],
] as const)
  test(`cells ${range} of the ${document} are evidence, and their row leads to what stands on them`, async () => {
    const id = documents[document];
    const evidence: Evidence = { kind: "cell", document: id, sheet, range, quote };
    await ledger.as(principal, async (tx) => {
      const { id: entry } = await createEntry(tx, anEvent(`${document} ${range}`, { evidence: [evidence] }));
      const rows = (await sentencesOf(tx, id, { limit: 200 })).filter((sentence) => sentence.sheet === sheet);
      const [first = ""] = range.split(":");
      const row = rows.find(({ cells }) => cells.some(({ cell }) => cell === first));
      const found = row && (await sentenceAt(tx, id, row.address));
      assert.ok(found?.entries.some((one) => one.id === entry));
    });
  });

test("words that stand in no cell are refused with what stands there", () =>
  assert.rejects(
    ledger.as(principal, (tx) => {
      const evidence: Evidence = { kind: "cell", document: documents.plain, sheet: "表1", range: "B2", quote: "456" };
      return createEntry(tx, anEvent("误引", { evidence: [evidence] }));
    }),
    (error: unknown) => error instanceof LedgerRefusal && error.message.includes("there stands '455'"),
  ));

test("a ledger with tables of files in it verifies", async () =>
  assert.deepEqual((await verifyLedger(ledger)).problems, []));
