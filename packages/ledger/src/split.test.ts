import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { decisionsOn } from "./decisions.ts";
import { entriesPage, entryById } from "./entry-queries.ts";
import { aDocument, anEvent, anEventReading, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { receiveDocument } from "./receive-document.ts";
import { partsOf, readingById, readingsPage } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import { acceptReading, acceptReadings, mergeReading, rejectReading } from "./review.ts";
import { splitReading } from "./split.ts";
import { undoDecision } from "./undo.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;
const acceptance = (title: string) => {
  const { kind, fields, confidence } = anEvent(title);
  return { entry: { kind, fields, confidence, ownership: owned("110000") } };
};

async function received(name: string, line: string): Promise<StoredReading> {
  const document = aDocument(name, [line, `${name}又一句。`]);
  const [sentence] = document.sentences;
  const readings = sentence ? [anEventReading(sentence)] : [];
  const held = await ledger.as(beijing, (tx) => receiveDocument(tx, { ...document, readings }));
  const { items } = await ledger.as(beijing, (tx) => readingsPage(tx, { document: held.document.id, limit: 5 }));
  return items[0] ?? assert.fail("One sentence gives one reading");
}

/** Spans of words in the sentence of a reading. */
const at = ({ start, quote }: StoredReading, words: string) => {
  const from = start + quote.indexOf(words);
  return [{ start: from, end: from + words.length }];
};
const stateOf = async (id: StoredReading["id"]) => (await ledger.as(beijing, (tx) => readingById(tx, id)))?.state;

test("a reading that holds two things becomes two, each with its own words", async () => {
  const whole = await received("甲.txt", "甲桥合龙，乙站启用。");
  const parts = await ledger.as(beijing, (tx) =>
    splitReading(tx, whole.id, { parts: [at(whole, "甲桥合龙，"), at(whole, "乙站启用。")], reason: "两件事" }),
  );
  assert.deepEqual(
    parts.map(({ state, quote, reading, partOf }) => [state, quote, reading.type === "event" && reading.title, partOf]),
    [
      ["pending", "甲桥合龙，", "甲桥合龙", whole.id],
      ["pending", "乙站启用。", "乙站启用", whole.id],
    ],
  );
  assert.equal(await stateOf(whole.id), "split");
  const [first] = parts;
  assert.ok(first);
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("甲桥合龙")));
  assert.deepEqual(
    entry.evidence.shown.map((item) => item.kind === "sentence" && item.quote),
    ["甲桥合龙，"],
  );
});

test("undoing a split takes back what its parts became, and the reading can be split again", async () => {
  const whole = await received("乙.txt", "丙桥合龙，丁站启用，戊路通车。");
  const spans = [at(whole, "丙桥合龙"), at(whole, "丁站启用"), at(whole, "戊路通车")];
  const [one, two, three] = await ledger.as(beijing, (tx) => splitReading(tx, whole.id, { parts: spans }));
  assert.ok(one && two && three);
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, one.id, acceptance("丙桥合龙")));
  await ledger.as(beijing, (tx) => mergeReading(tx, two.id, { into: entry.id }));
  await ledger.as(beijing, (tx) => rejectReading(tx, three.id, "并非事件"));
  await ledger.as(beijing, (tx) => undoDecision(tx, whole.id, "分错了"));
  assert.equal((await ledger.as(beijing, (tx) => entryById(tx, entry.id)))?.withdrawn, true);
  assert.deepEqual(await Promise.all([whole, one, two, three].map(({ id }) => stateOf(id))), [
    "pending",
    "superseded",
    "superseded",
    "superseded",
  ]);
  const again = await ledger.as(beijing, (tx) => splitReading(tx, whole.id, { parts: spans.slice(0, 2) }));
  assert.equal(again.length, 2);
  assert.equal((await ledger.as(beijing, (tx) => partsOf(tx, whole.id))).length, 5, "undone parts stay in the history");
});

for (const [rule, parts] of [
  ["one part", (whole: StoredReading) => [at(whole, "己桥合龙")]],
  [
    "words outside the sentence",
    (whole: StoredReading) => [at(whole, "己桥合龙"), [{ start: whole.end, end: whole.end + 3 }]],
  ],
  ["no words", (whole: StoredReading) => [at(whole, "己桥合龙"), [{ start: whole.start, end: whole.start }]]],
] as const)
  test(`${rule} is refused and leaves the reading whole`, async () => {
    const whole = await received(`${rule}.txt`, `己桥合龙，${rule}。`);
    await assert.rejects(
      ledger.as(beijing, (tx) => splitReading(tx, whole.id, { parts: parts(whole) })),
      refused("invalid"),
    );
    assert.equal(await stateOf(whole.id), "pending");
  });

test("the history of a reading tells every decision: what, who, when and why", async () => {
  const reading = await received("史.txt", "庚桥合龙。");
  await ledger.as(beijing, (tx) => rejectReading(tx, reading.id, "并非事件"));
  await ledger.as(beijing, (tx) => undoDecision(tx, reading.id, "看错"));
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, reading.id, acceptance("庚桥合龙")));
  const history = await ledger.as(beijing, (tx) => decisionsOn(tx, reading.id));
  assert.deepEqual(
    history.map(({ action, state, reason, entry: of }) => [action, state, reason, of]),
    [
      ["reject", "rejected", "并非事件", null],
      ["undo", "pending", "看错", null],
      ["accept", "accepted", null, entry.id],
    ],
  );
  assert.ok(history.every(({ actor, recordedAt }) => actor === beijing.actor && recordedAt.startsWith("2026-01-05")));
  const other = await ledger.as(editorOf("120000"), (tx) => decisionsOn(tx, reading.id));
  assert.deepEqual(other, [], "another unit learns nothing of it");
});

test("who comes second hears who decided and when", async () => {
  const reading = await received("先.txt", "辛桥合龙。");
  await ledger.as({ ...beijing, actor: "王敏" }, (tx) => rejectReading(tx, reading.id, "并非事件"));
  await assert.rejects(
    ledger.as(beijing, (tx) => acceptReading(tx, reading.id, acceptance("辛桥合龙"))),
    /"辛桥合龙。" was rejected by 王敏 on 2026-01-05 at 10:00/u,
  );
});

test("two clerks who accept the same readings as a batch make each entry once", async () => {
  const readings = await Promise.all(["壬一", "壬二", "壬三"].map((name) => received(`${name}.txt`, `${name}竣工。`)));
  const batch = readings.map((reading) => ({ reading, ...acceptance(`${reading.quote}批`) }));
  const outcomes = await Promise.allSettled(
    [batch, batch.toReversed()].map((one) => ledger.as(beijing, (tx) => acceptReadings(tx, one))),
  );
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal((await ledger.as(beijing, (tx) => entriesPage(tx, { kind: "event", q: "批", limit: 9 }))).total, 3);
});

test("reading a document again supersedes what waits and is read no more, brings it back when it is, and leaves decisions", async () => {
  const document = aDocument("重.txt", ["癸一。", "癸二。", "癸三。"]);
  const readings = document.sentences.map((sentence) => anEventReading(sentence));
  const take = (given: typeof readings) =>
    ledger.as(beijing, (tx) => receiveDocument(tx, { ...document, readings: given }));
  const { document: held } = await take(readings);
  const states = async (): Promise<readonly string[]> =>
    (await ledger.as(beijing, (tx) => readingsPage(tx, { document: held.id, limit: 9 }))).items.map(
      ({ state }) => state,
    );
  const { items } = await ledger.as(beijing, (tx) => readingsPage(tx, { document: held.id, limit: 9 }));
  await ledger.as(beijing, (tx) => rejectReading(tx, items[0]?.id ?? assert.fail(), "并非事件"));
  await take(readings.slice(2));
  assert.deepEqual(await states(), ["rejected", "superseded", "pending"]);
  assert.equal((await take(readings)).document.pendingCount, 2);
  assert.deepEqual(await states(), ["rejected", "pending", "pending"]);
});
