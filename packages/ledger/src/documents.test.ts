import assert from "node:assert/strict";
import { test } from "node:test";
import { insertRows } from "./bulk.ts";
import { documentBytes, documentById, documentsPage, documentText, type DocumentsQuery } from "./documents.ts";
import { aDocument, day, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { placeByCode, placesByCodes, placesPage } from "./places.ts";
import { receiveDocument } from "./receive-document.ts";

const { ledger, setClock } = await testLedger();
const editor = editorOf("110000", "CN");

const profiles = [
  { title: "京津冀交通方案", issuer: "甲委", number: "甲发〔2020〕1号", date: day("2020-03-01") },
  { title: "生态水源方案", issuer: "乙委", number: null, date: day("2022-05-01") },
  { title: null, issuer: null, number: null, date: null },
] as const;

for (const [index, profile] of profiles.entries()) {
  setClock(`2026-01-0${index + 1}T00:00:00.000Z`);
  await ledger.as(editor, (tx) =>
    receiveDocument(tx, aDocument(`${"cab"[index]}.txt`, [`第${index + 1}份文件的句子。`], { profile })),
  );
}

for (const [rule, query, expected] of [
  ["newest received first", {}, ["b.txt", "a.txt", "c.txt"]],
  ["by name", { sort: "name" }, ["a.txt", "b.txt", "c.txt"]],
  ["by date, undated last", { sort: "date" }, ["c.txt", "a.txt", "b.txt"]],
  ["by date downwards, undated last", { sort: "-date" }, ["a.txt", "c.txt", "b.txt"]],
  ["part of a title", { q: "水源" }, ["a.txt"]],
  ["part of a number", { q: "〔2020〕" }, ["c.txt"]],
  ["as of a day, undated ones stay", { asOf: day("2021-01-01") }, ["b.txt", "c.txt"]],
] as [string, Partial<DocumentsQuery>, string[]][])
  test(`documents are listed: ${rule}`, async () => {
    const page = await ledger.as(editor, (tx) => documentsPage(tx, { limit: 10, ...query }));
    assert.deepEqual(
      page.items.map(({ name }) => name),
      expected,
    );
    assert.equal(page.total, expected.length);
  });

test("bytes and text come back as they were received", async () => {
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from("带标记的文件。")]);
  const whole = aDocument("标记.txt", ["带标记的文件。"], { bytes });
  const { document } = await ledger.as(editor, (tx) => receiveDocument(tx, whole));
  assert.deepEqual([document.byteLength, document.textLength], [bytes.length, whole.text.length]);
  assert.deepEqual(await ledger.as(editor, (tx) => documentBytes(tx, document.id)), bytes);
  assert.equal(await ledger.as(editor, (tx) => documentText(tx, document.id)), whole.text);
});

test("an id that is not held gives nothing", async () => {
  const id = "00000000-0000-7000-8000-000000000000" as never;
  assert.deepEqual(
    await ledger.as(editor, async (tx) => [
      await documentById(tx, id),
      await documentBytes(tx, id),
      await documentText(tx, id),
    ]),
    [null, null, null],
  );
});

test("a text with a NUL character is refused with what to do, and nothing is kept", async () => {
  const bad = aDocument("nul.txt", ["前\u0000后。"]);
  await assert.rejects(
    ledger.as(editor, (tx) => receiveDocument(tx, bad)),
    { code: "invalid", message: /NUL/u },
  );
  assert.equal((await ledger.as(editor, (tx) => documentsPage(tx, { q: "nul.txt", limit: 1 }))).total, 0);
});

test("places are listed by code, narrowed, paged and found by code", async () => {
  const place = (code: string, nameZh: string, level: string, parent: string | null) => ({
    ...owned("CN", "public"),
    code,
    nameZh,
    nameEn: code,
    level,
    parent,
    lon: null,
    lat: null,
    aliasesZh: [`${nameZh}别名`],
    coordBasis: "",
    source: "样例",
    sourceId: "s",
    confidence: "verified",
    pack: null,
  });
  const rows = [
    place("130000", "河北省", "province", "CN"),
    place("130100", "石家庄市", "prefecture", "130000"),
    place("130600", "保定市", "prefecture", "130000"),
  ];
  await ledger.as(editor, (tx) => insertRows(tx.db, "place", rows));
  const codes = (query: object) =>
    ledger.as(editor, async (tx) => (await placesPage(tx, { limit: 10, ...query })).items.map(({ code }) => code));
  assert.deepEqual(await codes({ parent: "130000" }), ["130100", "130600"]);
  assert.deepEqual(await codes({ q: "保定市别" }), ["130600"]);
  assert.deepEqual(await codes({ level: "province" }), ["130000"]);
  const first = await ledger.as(editor, (tx) => placesPage(tx, { limit: 2 }));
  assert.deepEqual([first.total, first.next], [3, "130100"]);
  assert.deepEqual(await codes({ cursor: first.next }), ["130600"]);
  assert.equal((await ledger.as(editor, (tx) => placeByCode(tx, "130000")))?.nameZh, "河北省");
  assert.deepEqual(await ledger.as(editor, (tx) => placesByCodes(tx, ["nowhere"])), []);
});
