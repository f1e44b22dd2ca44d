import assert from "node:assert/strict";
import { test } from "node:test";
import { insertRows } from "./bulk.ts";
import { appendVersions } from "./append-versions.ts";
import { createEntry, firstDraft } from "./entries.ts";
import { aDocument, anEvent, editorOf, owned, quoting } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;

const lines = ["北京市与河北省签署交通合作协议。", "𠮷林路𠀋号的车站开通运营。"] as const;
const document = await ledger.as(
  beijing,
  async (tx) => (await receiveDocument(tx, aDocument("sample.txt", lines))).document,
);
const [plain, astral] = aDocument("sample.txt", lines).sentences;
if (!plain || !astral) throw new Error("The sample has two sentences");

test("an entry without evidence is refused before anything is written", () =>
  assert.rejects(
    ledger.as(beijing, (tx) => createEntry(tx, anEvent("无据", { evidence: [] }))),
    refused("no-evidence"),
  ));

test("the store refuses at commit a version that has no evidence, whatever program wrote it", () =>
  assert.rejects(
    ledger.as(beijing, (tx) => appendVersions(tx, [{ ...firstDraft(tx, anEvent("无据")), addEvidence: [] }])),
    refused("no-evidence"),
  ));

test("the store refuses an entry row that no version stands behind", () =>
  assert.rejects(
    ledger.as(beijing, async (tx) => {
      const [entry] = await appendVersions(tx, [firstDraft(tx, anEvent("有据"))]);
      await tx.db
        .updateTable("entry")
        .set({ title: "改过", fields: JSON.stringify({ title: "改过" }) })
        .where("id", "=", entry?.id ?? document.id)
        .execute();
    }),
    refused("conflict"),
  ));

test("the store refuses evidence added to a version afterwards", async () => {
  const entry = await ledger.as(beijing, (tx) =>
    createEntry(tx, anEvent("后补", { evidence: [quoting(document.id, plain, "北京市")] })),
  );
  const later = ledger.as(beijing, async (tx) => {
    const row = await tx.db.selectFrom("evidence").selectAll().where("entry", "=", entry.id).executeTakeFirstOrThrow();
    await insertRows(tx.db, "evidence", [{ ...row, ordinal: 7 }]);
  });
  await assert.rejects(later, refused("conflict"));
});

for (const [rule, evidence, expected] of [
  ["a quote that is the words between its offsets is taken", quoting(document.id, plain, "签署交通合作协议"), "taken"],
  ["a quote of the whole sentence is taken", quoting(document.id, plain, plain.raw), "taken"],
  [
    "a quote that follows characters outside the basic plane is taken, counted in UTF-16 units",
    quoting(document.id, astral, "车站开通"),
    "taken",
  ],
  ["a quote that is itself outside the basic plane is taken", quoting(document.id, astral, "𠀋"), "taken"],
  [
    "a quote with other words is refused",
    { ...quoting(document.id, plain, "北京市"), quote: "天津市" },
    "quote-mismatch",
  ],
  [
    "a quote whose offsets are one off is refused",
    { ...quoting(document.id, plain, "北京市"), start: 1, end: 4 },
    "quote-mismatch",
  ],
  [
    "a quote that begins inside a surrogate pair is refused",
    { ...quoting(document.id, astral, "林"), start: astral.start + 1, quote: "\u{20BB7}林" },
    "quote-mismatch",
  ],
  [
    "a quote past the end of its sentence is refused",
    { ...quoting(document.id, plain, "协议。"), end: plain.end + 1 },
    "quote-mismatch",
  ],
  [
    "a quote of a sentence that is not held is refused",
    { ...quoting(document.id, plain, "北京市"), address: "p9.s1" },
    "quote-mismatch",
  ],
  [
    "a quote of a document that is not held is refused",
    { ...quoting(document.id, plain, "北京市"), document: "00000000-0000-7000-8000-000000000000" },
    "quote-mismatch",
  ],
] as const)
  test(rule, async () => {
    const made = ledger.as(beijing, (tx) => createEntry(tx, anEvent(rule, { evidence: [evidence as never] })));
    if (expected === "taken") assert.equal((await made).evidence.shown.length, 1);
    else await assert.rejects(made, refused(expected));
  });

test("evidence in a document the writer does not see is refused like one that is not held", async () => {
  const tianjin = editorOf("120000");
  const make = anEvent("他地之据", { ownership: owned("120000"), evidence: [quoting(document.id, plain, "北京市")] });
  await assert.rejects(
    ledger.as(tianjin, (tx) => createEntry(tx, make)),
    (error: unknown) => {
      return error instanceof LedgerRefusal && error.message.includes("No document") && !error.message.includes("北京");
    },
  );
});

test("sentences that are not slices of the text are refused", async () => {
  const wrong = aDocument("wrong.txt", ["一句话。"]);
  const shifted = { ...wrong, text: `　${wrong.text}` };
  await assert.rejects(
    ledger.as(beijing, (tx) => receiveDocument(tx, shifted)),
    refused("invalid"),
  );
});
