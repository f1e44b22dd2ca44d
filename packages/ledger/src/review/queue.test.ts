import assert from "node:assert/strict";
import { test } from "node:test";
import type { Id } from "@qipan/policy/records/identity";
import { publicReader } from "@qipan/policy/records/principal";
import type { Reading } from "@qipan/policy/records/reading";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { createEntry, withdrawEntry } from "../entries.ts";
import { aDocument, anEvent, anEventReading, editorOf, owned } from "../harness/samples.ts";
import { onDatabase, testLedger } from "../harness/test-ledger.ts";
import { purgeDocument } from "../purge.ts";
import { type ReceivedDocument, type ReceivedSentence, receiveDocument } from "../receive-document.ts";
import { LedgerRefusal } from "../refusal.ts";
import { acceptReading, acceptReadings, mergeReading, rejectReading } from "../review.ts";
import { splitReading } from "../split.ts";
import { systemPrincipal, type Tx } from "../transaction.ts";
import { undoDecision } from "../undo.ts";
import { contextsOf } from "./contexts.ts";
import { reviewCounts } from "./facets.ts";
import { reviewQueue, type ReviewQuery } from "./queue.ts";
import { twinsOf } from "./twins.ts";
import { waitingReadings } from "./waiting.ts";

const { ledger, databaseUrl } = await testLedger();
const beijing = editorOf("110000");
const tianjin = editorOf("120000");

type Change = (reading: Reading) => Reading;
const implied: Change = (reading) => ({ ...reading, certainty: { date: "implied", title: "stated", kind: "implied" } });
const undated: Change = (reading) => ({ ...reading, dateStart: null, dateEnd: null }) as Reading; // still an event

function told(name: string, lines: readonly string[], change: Change = (reading) => reading): ReceivedDocument {
  const document = aDocument(name, lines);
  return { ...document, readings: document.sentences.map((sentence) => change(anEventReading(sentence))) };
}

const one = await ledger.as(beijing, (tx) =>
  receiveDocument(tx, told("一.txt", ["甲一开工。", "甲二竣工。", "甲三通车。"])),
);
const two = await ledger.as(beijing, (tx) =>
  receiveDocument(tx, told("二.txt", ["乙一揭牌。", "乙二奠基。"], implied)),
);
const three = await ledger.as(tianjin, (tx) =>
  receiveDocument(tx, { ...told("三.txt", ["丙一签约。"], undated), ownership: owned("120000") }),
);

const queue = (query: Partial<ReviewQuery> = {}, principal = beijing) =>
  ledger.as(principal, (tx) => reviewQueue(tx, { limit: 50, state: "pending", ...query }));
const quotes = (items: readonly StoredReading[]): readonly string[] => items.map(({ quote }) => quote);
const everybody = systemPrincipal("test");
const hidden = (await queue({ document: one.document.id })).items[0] ?? assert.fail();
const { kind, fields, confidence } = anEvent("甲一开工");
const acceptance = { entry: { kind, fields, confidence, ownership: owned("120000") } };

test("the queue goes over all documents that a principal sees, in order of arrival", async () => {
  assert.deepEqual(quotes((await queue()).items), [
    "甲一开工。",
    "甲二竣工。",
    "甲三通车。",
    "乙一揭牌。",
    "乙二奠基。",
  ]);
  assert.deepEqual(quotes((await queue({}, tianjin)).items), ["丙一签约。"]);
  const { items, total, facets } = await queue({}, publicReader);
  assert.deepEqual([items, total, Object.values(facets).flat()], [[], 0, []]);
});

for (const [sort, expected] of [
  ["arrival", "甲甲甲乙乙丙"],
  ["-arrival", "丙乙乙甲甲甲"],
  ["place", "甲甲甲乙乙丙"],
  ["certainty", "甲甲甲乙乙丙"],
  ["-certainty", "丙乙乙甲甲甲"],
] as const)
  test(`page after page in the order ${sort} gives every reading once`, async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof queue>> = await queue({ sort, cursor, limit: 2 }, everybody);
      assert.equal(page.total, 6);
      seen.push(...quotes(page.items));
      cursor = page.next;
    } while (cursor !== null);
    assert.equal(seen.map((quote) => quote[0]).join(""), expected);
    assert.equal(new Set(seen).size, 6);
  });

test("a cursor of another order is refused", async () => {
  const { next } = await queue({ limit: 1 });
  await assert.rejects(
    queue({ cursor: next, sort: "place" }),
    (error) => error instanceof LedgerRefusal && error.code === "invalid",
  );
  await assert.rejects(queue({ cursor: "abc" }), (error) => error instanceof LedgerRefusal && error.code === "invalid");
});

test("each filter narrows the queue, and each facet counts without its own filter", async () => {
  const counts = await ledger.as(everybody, (tx) => reviewCounts(tx, { state: "pending", certainty: "implied" }));
  const of = (facet: keyof typeof counts.facets): readonly string[] =>
    counts.facets[facet].map(({ value, label, count }) => `${label ?? value} ${count}`);
  assert.equal(counts.total, 2);
  assert.deepEqual(of("certainty"), ["stated 3", "implied 2", "unsure 1"]);
  assert.deepEqual(of("document"), ["二.txt 2"]);
  assert.deepEqual(of("jurisdiction"), ["110000 2"]);
  assert.deepEqual(of("type"), ["event 2"]);
  for (const [filter, total] of [
    [{ document: two.document.id }, 2],
    [{ jurisdiction: "120000" as StoredReading["jurisdiction"] }, 1],
    [{ certainty: "unsure" }, 1],
    [{ alike: true }, 0],
    [{ type: "measurement" }, 0],
    [{ document: one.document.id, certainty: "implied" }, 0],
  ] as const) {
    const page = await queue(filter, everybody);
    assert.deepEqual([page.total, page.items.length], [total, total], JSON.stringify(filter));
  }
});

test("a decision moves a reading from one count to another, and who decided is a facet", async () => {
  const [first] = (await queue({ document: one.document.id })).items;
  assert.ok(first);
  await ledger.as(beijing, (tx) => rejectReading(tx, first.id, "并非事件"));
  const { facets, total } = await queue({ state: undefined, decidedBy: beijing.actor });
  assert.deepEqual([total, facets.state], [1, [{ value: "rejected", label: null, count: 1 }]]);
  await ledger.as(beijing, (tx) => undoDecision(tx, first.id, "看错"));
  assert.equal((await queue({ state: undefined, decidedBy: beijing.actor })).total, 0);
  assert.equal((await queue()).total, 5);
});

test("the counts stay those of the readings however many changes they went through", async () => {
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, told("多.txt", ["丁一开工。"])));
  const [reading] = (await queue({ document: document.id })).items;
  assert.ok(reading);
  for (let round = 0; round < 130; round += 1) {
    await ledger.as(beijing, (tx) => rejectReading(tx, reading.id, "试"));
    await ledger.as(beijing, (tx) => undoDecision(tx, reading.id, "试"));
  }
  const rows = await onDatabase<{ n: number; sum: number }>(
    databaseUrl,
    `select count(*)::int as n, sum(count)::int as sum from qipan.reading_tally where document = '${document.id}'`,
  );
  assert.equal(rows[0]?.sum, 1);
  assert.ok((rows[0]?.n ?? 999) < 300, `${rows[0]?.n} rows are folded now and then`);
  const off = await onDatabase(
    databaseUrl,
    `select document, type, state, certainty, alike, d from (
       select document, type, state, certainty, alike, coalesce(decided_by, '') as d, count(*) as n from qipan.reading group by 1, 2, 3, 4, 5, 6
       union all select document, type, state, certainty, alike, decided_by, -sum(count) from qipan.reading_tally group by 1, 2, 3, 4, 5, 6) both_sides
     group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0`,
  );
  assert.deepEqual(off, []);
});

test("a reading that the ledger seems to hold is marked when either of the two comes, and no more when the entry goes", async () => {
  const event = anEvent("戊桥在河东建成通车", { date: "2020-05-06" });
  const entry = await ledger.as(beijing, (tx) => createEntry(tx, event));
  const { document } = await ledger.as(beijing, (tx) =>
    receiveDocument(tx, told("疑.txt", ["戊桥建成通车。", "己路开工。"])),
  );
  const marked = async (): Promise<readonly string[]> =>
    quotes((await queue({ document: document.id, alike: true })).items);
  assert.deepEqual(await marked(), ["戊桥建成通车。"]);
  await ledger.as(beijing, (tx) => withdrawEntry(tx, entry.id, "误"));
  assert.deepEqual(await marked(), []);
  await ledger.as(beijing, (tx) => createEntry(tx, anEvent("己路全线开工", { date: "2020-05-06" })));
  assert.deepEqual(await marked(), ["己路开工。"]);
  await ledger.as(beijing, (tx) => createEntry(tx, anEvent("戊桥建成通车", { date: "2021-05-06" })));
  assert.deepEqual(await marked(), ["己路开工。"], "another day is another event");
});

test("the mark says nothing of rows that a reader of the reading does not see", async () => {
  await ledger.as(tianjin, (tx) => createEntry(tx, anEvent("庚桥建成通车", { ownership: owned("120000") })));
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, told("他.txt", ["庚桥建成通车。"])));
  assert.equal((await queue({ document: document.id, alike: true })).total, 0);
  const open = { ...told("公.txt", ["庚桥建成通车了。"]), ownership: owned("120000", "public") };
  const published = await ledger.as(tianjin, (tx) => receiveDocument(tx, open));
  assert.equal(
    (await queue({ document: published.document.id, alike: true }, tianjin)).total,
    0,
    "the entry is a draft, the reading public",
  );
});

test("a decided reading is no duplicate; one that waits again is looked at again", async () => {
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, told("再.txt", ["辛站启用运行。"])));
  const [reading] = (await queue({ document: document.id })).items;
  assert.ok(reading);
  const entry = { ...anEvent("辛站启用运行"), ownership: owned("110000") };
  await ledger.as(beijing, (tx) => acceptReading(tx, reading.id, { entry }));
  assert.equal((await queue({ document: document.id, alike: true, state: undefined })).total, 0);
  await ledger.as(beijing, (tx) => createEntry(tx, anEvent("辛站启用运行")));
  await ledger.as(beijing, (tx) => undoDecision(tx, reading.id, "重复"));
  assert.equal((await queue({ document: document.id, alike: true })).total, 1);
});

test("the sentence comes with its neighbours and headings", async () => {
  const sentences = told("境.txt", ["壬一。", "壬二。", "壬三。"]);
  const headed = sentences.sentences.map((sentence): ReceivedSentence => ({ ...sentence, headings: ["一、进展"] }));
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, { ...sentences, sentences: headed }));
  const { items } = await queue({ document: document.id });
  const contexts = await ledger.as(beijing, (tx) => contextsOf(tx, items));
  const around = items.map(({ id }) => {
    const context = contexts.get(id);
    return [context?.before?.text ?? null, context?.raw, context?.after?.address ?? null, context?.headings];
  });
  assert.deepEqual(around, [
    [null, "壬一。", "p2.s1", ["一、进展"]],
    ["壬一。", "壬二。", "p3.s1", ["一、进展"]],
    ["壬二。", "壬三。", null, ["一、进展"]],
  ]);
});

test("readings of other documents with the same words stand beside one, hidden ones never", async () => {
  const first = await ledger.as(beijing, (tx) => receiveDocument(tx, told("孪一.txt", ["癸桥合龙。", "其一。"])));
  await ledger.as(beijing, (tx) => receiveDocument(tx, told("孪二.txt", ["癸桥合龙。", "其二。"])));
  await ledger.as(tianjin, (tx) =>
    receiveDocument(tx, { ...told("孪三.txt", ["癸桥合龙。", "其三。"]), ownership: owned("120000") }),
  );
  const { items } = await queue({ document: first.document.id });
  const twins = await ledger.as(beijing, (tx) => twinsOf(tx, items));
  assert.deepEqual(
    items.map(({ id }) => (twins.get(id) ?? []).map(({ documentName, state }) => `${documentName} ${state}`)),
    [["孪二.txt pending"], []],
  );
});

test("only what a principal may decide on is found for a batch", async () => {
  const open = { ...told("津.txt", ["子路通车。"]), ownership: owned("120000", "public") };
  const { document } = await ledger.as(tianjin, (tx) => receiveDocument(tx, open));
  const found = (principal: typeof beijing) =>
    ledger.as(principal, (tx) => waitingReadings(tx, { document: document.id }, 10));
  assert.deepEqual([(await found(tianjin)).length, (await found(beijing)).length], [1, 0]);
});

test("clerks who decide on readings of one day at the same moment do not hinder each other", async () => {
  const lines = Array.from({ length: 24 }, (_, index) => `寅${index}号桥建成通车。`);
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, told("寅.txt", lines)));
  const { items } = await queue({ document: document.id });
  const outcomes = await Promise.allSettled(
    items.map(({ id, quote }, index) =>
      ledger.as(
        { ...beijing, actor: `clerk ${index % 3}` },
        async (tx): Promise<unknown> =>
          index % 4 === 3
            ? rejectReading(tx, id, "并非此事")
            : acceptReading(tx, id, { entry: { ...anEvent(quote), ownership: owned("110000") } }),
      ),
    ),
  );
  assert.deepEqual(
    outcomes.filter(({ status }) => status === "rejected"),
    [],
  );
  const { facets } = await queue({ document: document.id, state: undefined });
  assert.deepEqual(
    facets.state.map(({ value, count }) => `${value} ${count}`),
    ["accepted 18", "rejected 6"],
  );
});

for (const [rule, attempt] of [
  ["accepting", (tx: Tx, id: Id) => acceptReading(tx, id, acceptance)],
  ["accepting in a batch", (tx: Tx, id: Id) => acceptReadings(tx, [{ reading: { ...hidden, id }, ...acceptance }])],
  ["merging", (tx: Tx, id: Id) => mergeReading(tx, id, { into: id })],
  ["splitting", (tx: Tx, id: Id) => splitReading(tx, id, { parts: [[], []] })],
  ["rejecting", (tx: Tx, id: Id) => rejectReading(tx, id, "x")],
  ["undoing", (tx: Tx, id: Id) => undoDecision(tx, id, "x")],
] as const)
  test(`${rule} a reading of another unit's draft is answered like one that does not exist`, async () => {
    const message = (id: Id): Promise<string> =>
      ledger
        .as(tianjin, async (tx): Promise<unknown> => attempt(tx, id))
        .then(
          () => "done",
          (error: unknown) =>
            error instanceof LedgerRefusal ? `${error.code} ${error.message.replace(id, "")}` : String(error),
        );
    const missing = await message("00000000-0000-7000-8000-000000000000" as Id); // no id of ours
    assert.match(missing, /^not-found/u);
    assert.equal(await message(hidden.id), missing);
  });

test("purging a document takes its readings out of the counts", async () => {
  await ledger.as(everybody, (tx) => purgeDocument(tx, three.document.id, "误交"));
  assert.equal((await queue({ document: three.document.id }, everybody)).total, 0);
});
