import assert from "node:assert/strict";
import { test } from "node:test";
import { publicReader } from "@qipan/policy/records/principal";
import { createEntries, withdrawEntry } from "./entries.ts";
import { aDocument, anEvent, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";
import { type Hit, search, type SearchRequest } from "./search.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const hebei = editorOf("130000");

const lines = [
  "建设雄安新区。",
  "雄安新区与安新县相邻。",
  "通州在京东。",
  "Ｇ７高速通车 2024年。",
  "目录：雄安",
  "京津冀协同发展。",
];
const plain = aDocument("open.txt", lines, { ownership: owned("110000", "public") });
const open = {
  ...plain,
  sentences: plain.sentences.map((sentence) => ({ ...sentence, searchable: sentence.paragraph !== 5 })),
};
const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, open));
await ledger.as(hebei, (tx) =>
  receiveDocument(tx, aDocument("draft.txt", ["雄安新区的内部草稿。"], { ownership: owned("130000") })),
);
const visible = owned("110000", "public");
const [, , gone] = await ledger.as(beijing, (tx) =>
  createEntries(tx, [
    anEvent("雄安新区设立", { ownership: visible, date: "2017-04-01" }),
    anEvent("铁路开工", { ownership: visible, date: "2019-01-01", fields: { note: "通往雄安新区" } }),
    anEvent("雄安旧事", { ownership: visible }),
    anEvent("雄安新区挂牌", { ownership: visible, date: "2018-01-01" }),
    anEvent("河北草稿雄安", { ownership: owned("110000") }),
  ]),
);
if (!gone) throw new Error("Five entries were made");
await ledger.as(beijing, (tx) => withdrawEntry(tx, gone.id, "有误"));

const find = (request: Partial<SearchRequest> & { q: string }, principal = publicReader) =>
  ledger.as(principal, (tx) => search(tx, { scope: "all", limit: 50, ...request }));
const named = ({ items }: { items: readonly Hit[] }): readonly string[] =>
  items.map((hit) => (hit.type === "entry" ? hit.title : hit.address));

for (const [rule, request, expected] of [
  [
    "entries come first, by title, then by day, then sentences",
    { q: "雄安新区" },
    ["雄安新区挂牌", "雄安新区设立", "铁路开工", "p1.s1", "p2.s1"],
  ],
  ["every word must be found, in any order", { q: "安新县 雄安", scope: "sentences" }, ["p2.s1"]],
  ["neighbouring pairs are no match unless they stand in a row", { q: "新区安新", scope: "sentences" }, []],
  ["one character is found in the middle of a word", { q: "州", scope: "sentences" }, ["p3.s1"]],
  ["one character is found at the end of a word", { q: "东", scope: "sentences" }, ["p3.s1"]],
  ["an odd word is found", { q: "京津冀", scope: "sentences" }, ["p6.s1"]],
  ["full-width and case make no difference", { q: "g7", scope: "sentences" }, ["p4.s1"]],
  ["a kind narrows to it", { q: "雄安", kinds: ["event"] }, ["雄安新区挂牌", "雄安新区设立", "铁路开工"]],
  ["sentence is a kind of its own", { q: "雄安", kinds: ["sentence"] }, ["p1.s1", "p2.s1"]],
  ["within a document only its sentences are looked at", { q: "雄安", document: document.id }, ["p1.s1", "p2.s1"]],
  ["quotes and signs of the query language are words like any other", { q: "'雄安' & !" }, []],
  ["spaces find nothing", { q: "　 " }, []],
] as const)
  test(rule, async () => assert.deepEqual(named(await find(request)), expected));

test("hits carry the places of the words in their text", async () => {
  const { items } = await find({ q: "雄安" });
  const marked = items.map(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)).join("|"));
  assert.deepEqual(marked, ["雄安", "雄安", "雄安", "雄安", "雄安"]);
  assert.equal(items[2]?.text, "通往雄安新区", "the line of the entry that holds the word");
});

test("totals and facets count what the principal sees, and nothing else", async () => {
  const seen = await find({ q: "雄安" });
  assert.deepEqual([seen.total, seen.totalIsExact], [5, true]);
  assert.deepEqual(seen.facets.kind, [
    { value: "event", count: 3 },
    { value: "sentence", count: 2 },
  ]);
  assert.equal((await find({ q: "雄安" }, beijing)).total, 6);
  assert.deepEqual(named(await find({ q: "内部草稿" })), []);
  assert.deepEqual(named(await find({ q: "内部草稿" }, hebei)), ["p1.s1"]);
  assert.equal(
    (await find({ q: "雄安", kinds: ["sentence"] })).facets.kind[0]?.count,
    3,
    "facets do not follow the kinds asked for",
  );
});

test("pages follow one another without gap or repeat, across entries and sentences", async () => {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof find>> = await find({ q: "雄安", limit: 2, cursor });
    names.push(...named(page));
    assert.equal(page.total, 5);
    cursor = page.next;
  } while (cursor !== null);
  assert.deepEqual(names, named(await find({ q: "雄安" })));
  await assert.rejects(
    find({ q: "雄安", cursor: "x" }),
    (error: unknown) => error instanceof LedgerRefusal && error.code === "invalid",
  );
});
