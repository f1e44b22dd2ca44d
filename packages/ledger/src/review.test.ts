import assert from "node:assert/strict";
import { test } from "node:test";
import { auditPage } from "./audit.ts";
import { createEntry } from "./entries.ts";
import { entriesPage, entryById } from "./entry-queries.ts";
import { aDocument, aFigure, anEvent, anEventReading, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { observationsOf } from "./observation-queries.ts";
import { type ReceivedDocument, receiveDocument } from "./receive-document.ts";
import { readingCounts, readingsPage } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import { acceptAsObservation, acceptReading, mergeReading, rejectReading } from "./review.ts";
import { sentenceAt, sentencesOf } from "./sentences.ts";
import { undoDecision } from "./undo.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;
const acceptance = (title: string) => {
  const { kind, fields, confidence } = anEvent(title);
  return { entry: { kind, fields, confidence, ownership: owned("110000") } };
};

function chronicle(name: string, lines: readonly string[]): ReceivedDocument {
  const document = aDocument(name, lines);
  return { ...document, readings: document.sentences.map((sentence) => anEventReading(sentence)) };
}

async function received(name: string, ...lines: string[]) {
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, chronicle(name, lines)));
  const { items } = await ledger.as(beijing, (tx) => readingsPage(tx, { document: document.id, limit: 100 }));
  const [first, second, third] = items;
  if (!first || !second || !third) throw new Error("Three lines give three readings");
  return { document, first, second, third };
}

test("a document is kept with its sentences and readings in order of the text", async () => {
  const { document, first } = await received("甲.txt", "甲一开工。", "甲二竣工。", "甲三通车。");
  assert.deepEqual([document.sentenceCount, document.readingCount, document.pendingCount], [3, 3, 3]);
  assert.deepEqual(
    [first.quote, first.address, first.state, first.documentName],
    ["甲一开工。", "p1.s1", "pending", "甲.txt"],
  );
  const sentences = await ledger.as(beijing, (tx) => sentencesOf(tx, document.id, { from: 2, limit: 10 }));
  assert.deepEqual(
    sentences.map(({ address }) => address),
    ["p2.s1", "p3.s1"],
  );
});

test("the same bytes again change nothing; decisions stay; only readings with a new key are added", async () => {
  const { document, first, second } = await received("乙.txt", "乙一开工。", "乙二竣工。", "乙三通车。");
  await ledger.as(beijing, (tx) => rejectReading(tx, first.id, "并非事件"));
  await ledger.as(beijing, (tx) => acceptReading(tx, second.id, acceptance("乙二竣工")));
  const again = chronicle("乙（副本）.txt", ["乙一开工。", "乙二竣工。", "乙三通车。"]);
  const repeated = await ledger.as(beijing, (tx) => receiveDocument(tx, again));
  assert.deepEqual(
    [repeated.created, repeated.newReadings, repeated.document.id, repeated.document.name],
    [false, 0, document.id, "乙.txt"],
  );
  assert.equal(repeated.document.pendingCount, 1);
  const [decided, , sentence] = again.sentences;
  if (!decided || !sentence) throw new Error("The sample has three sentences");
  const recut = { ...again, readings: [...again.readings, anEventReading(decided, "event:另一切法")] };
  assert.equal(
    (await ledger.as(beijing, (tx) => receiveDocument(tx, recut))).newReadings,
    0,
    "the same words cut otherwise",
  );
  const more = { ...again, readings: [...again.readings, anEventReading(sentence, "event:另一读法")] };
  assert.equal((await ledger.as(beijing, (tx) => receiveDocument(tx, more))).newReadings, 1);
  const counts = await ledger.as(beijing, (tx) => readingCounts(tx, document.id));
  assert.deepEqual(
    counts.map(({ state, count }) => `${state} ${count}`),
    ["accepted 1", "pending 2", "rejected 1"],
  );
});

test("two imports of the same file at the same moment keep it once", async () => {
  const same = chronicle("并发.txt", ["并发一句。"]);
  const both = await Promise.all([1, 2].map(() => ledger.as(beijing, (tx) => receiveDocument(tx, same))));
  assert.deepEqual(
    both.map(({ created }) => created).sort((a, b) => Number(a) - Number(b)),
    [false, true],
  );
  assert.equal(both[0]?.document.id, both[1]?.document.id);
});

test("an accepted reading becomes an entry that stands on its sentence, and the sentence leads to it", async () => {
  const { document, first } = await received("丙.txt", "丙一开工。", "丙二竣工。", "丙三通车。");
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("丙一开工")));
  assert.deepEqual(
    entry.evidence.shown.map((item) => item.kind === "sentence" && item.quote),
    ["丙一开工。"],
  );
  const found = await ledger.as(beijing, (tx) => sentenceAt(tx, document.id, "p1.s1"));
  assert.deepEqual(
    found?.entries.map(({ id }) => id),
    [entry.id],
  );
  assert.deepEqual(
    found?.readings.map(({ state, entry }) => [state, entry]),
    [["accepted", entry.id]],
  );
  assert.equal(await ledger.as(beijing, (tx) => sentenceAt(tx, document.id, "p9.s9")), null);
});

test("a reading that is decided is not decided again", async () => {
  const { first } = await received("丁.txt", "丁一开工。", "丁二竣工。", "丁三通车。");
  await ledger.as(beijing, (tx) => rejectReading(tx, first.id, "并非事件"));
  await assert.rejects(
    ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("丁一"))),
    refused("conflict"),
  );
  await ledger.as(beijing, (tx) => undoDecision(tx, first.id, "看错"));
  assert.equal((await ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("丁一")))).version, 1);
});

test("of two officers who accept one reading at the same moment the second is refused", async () => {
  const { first } = await received("争.txt", "争一开工。", "争二竣工。", "争三通车。");
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("争一")))),
  );
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal((await ledger.as(beijing, (tx) => entriesPage(tx, { kind: "event", q: "争一", limit: 5 }))).total, 1);
});

test("undoing an acceptance withdraws the entry and leaves both in the history", async () => {
  const { first } = await received("戊.txt", "戊一开工。", "戊二竣工。", "戊三通车。");
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("戊一开工")));
  await ledger.as(beijing, (tx) => undoDecision(tx, first.id, "误采"));
  const after = await ledger.as(beijing, (tx) => entryById(tx, entry.id));
  assert.deepEqual([after?.withdrawn, after?.version], [true, 2]);
  assert.equal((await ledger.as(beijing, (tx) => entriesPage(tx, { kind: "event", q: "戊一", limit: 5 }))).total, 0);
  const [deed] = (await ledger.as(beijing, (tx) => auditPage(tx, { subject: first.id, limit: 5 }))).items;
  assert.deepEqual([deed?.action, deed?.reason, deed?.details.state], ["undo-decision", "误采", "accepted"]);
});

test("a merged reading adds its words to the entry; undoing takes exactly those away", async () => {
  const { first, second } = await received("己.txt", "己一开工。", "己一又开工。", "己三通车。");
  const entry = await ledger.as(beijing, (tx) => acceptReading(tx, first.id, acceptance("己一开工")));
  const merged = await ledger.as(beijing, (tx) => mergeReading(tx, second.id, { into: entry.id }));
  assert.deepEqual([merged.version, merged.evidence.shown.length], [2, 2]);
  await assert.rejects(
    ledger.as(beijing, (tx) => undoDecision(tx, first.id, "误采")),
    refused("conflict"),
  );
  await ledger.as(beijing, (tx) => undoDecision(tx, second.id, "两件事"));
  const after = await ledger.as(beijing, (tx) => entryById(tx, entry.id));
  assert.deepEqual([after?.version, after?.evidence.shown.length, after?.evidence.hidden], [3, 1, 0]);
});

test("merging words that the entry already stands on makes no version, and undoing that takes nothing away", async () => {
  const { document, first, second } = await received("庚.txt", "庚一开工。", "庚二竣工。", "庚三通车。");
  const evidence = [
    {
      kind: "sentence",
      document: document.id,
      address: second.address,
      start: second.start,
      end: second.end,
      quote: second.quote,
    } as const,
  ];
  const entry = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("庚二竣工", { evidence })));
  assert.equal((await ledger.as(beijing, (tx) => mergeReading(tx, second.id, { into: entry.id }))).version, 1);
  await ledger.as(beijing, (tx) => undoDecision(tx, second.id, "重看"));
  assert.equal((await ledger.as(beijing, (tx) => entryById(tx, entry.id)))?.evidence.shown.length, 1);
  await assert.rejects(
    ledger.as(beijing, (tx) => mergeReading(tx, first.id, { into: first.id })),
    refused("not-found"),
  );
});

test("a reading becomes an observation that stands on its sentence; undoing supersedes it", async () => {
  const { document, first } = await received("辛.txt", "全年完成投资100亿元。", "辛二竣工。", "辛三通车。");
  const { evidence: _, ...figure } = aFigure("投资", "110000", { series: "辛" });
  const made = await ledger.as(beijing, (tx) => acceptAsObservation(tx, first.id, figure));
  assert.equal(made.evidence?.kind === "sentence" && made.evidence.quote, "全年完成投资100亿元。");
  const found = await ledger.as(beijing, (tx) => sentenceAt(tx, document.id, "p1.s1"));
  assert.deepEqual(
    found?.observations.map(({ id }) => id),
    [made.id],
  );
  await ledger.as(beijing, (tx) => undoDecision(tx, first.id, "口径不明"));
  assert.deepEqual(await ledger.as(beijing, (tx) => observationsOf(tx, { indicators: ["投资"], series: "辛" })), []);
});
