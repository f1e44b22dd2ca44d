import assert from "node:assert/strict";
import { test } from "node:test";
import { type Card, type DeclaredPart, emptyCard, type Fact } from "@qipan/policy/records/card";
import type { Id } from "@qipan/policy/records/identity";
import type { LineageGraph } from "@qipan/policy/records/lineage";
import type { PlanFields } from "@qipan/policy/records/plan";
import { publicReader } from "@qipan/policy/records/principal";
import { changeCard } from "./cards.ts";
import { clauseLinks, linkClauses, unlinkClauses } from "./clause-links.ts";
import { declarations } from "./declarations.ts";
import { createEntry } from "./entries.ts";
import { errataOf } from "./errata.ts";
import { aDocument, anEvent, day, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { lineageOf } from "./lineage.ts";
import { receiveDocument } from "./receive-document.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const tianjin = editorOf("120000");
const asOf = day("2019-06-01");

const open = owned("110000", "public");

async function plan(key: string, title: string, more: Partial<PlanFields> = {}): Promise<void> {
  const fields = {
    title,
    titleEn: null,
    planKind: "special",
    issuer: null,
    periodStart: null,
    periodEnd: null,
    issued: null,
    parent: null,
    note: null,
    ...more,
  };
  await ledger.as(beijing, (tx) => createEntry(tx, { ...anEvent("", { key, ownership: open }), kind: "plan", fields }));
}

// The world: an outline with three special plans, one of them held; a scheme that carries the outline out.
await plan("outline", "清水河协同纲要", { planKind: "outline" });
await plan("water", "清水河水利专项规划（2016—2020年）", { parent: "outline", periodStart: 2016, periodEnd: 2020 });
await plan("land", "清水河土地专项规划", { parent: "outline" });

const fact = <T>(value: T, quote = "文"): Fact<T> => ({
  value,
  basis: { how: "read", address: "p1.s1", start: 0, end: quote.length, quote, certainty: "stated" },
});

let files = 0;
async function receive(card: Partial<Card>, more: object = {}): Promise<Id> {
  files += 1;
  const sample = aDocument(`谱系${files}.txt`, [`文本第${files}份。`, "第二句。"], {
    card: { ...emptyCard, ...card },
    ownership: open,
    ...more,
  });
  return (await ledger.as(beijing, (tx) => receiveDocument(tx, sample))).document.id;
}

const declared: DeclaredPart = { count: 12, what: "专项规划", of: null };
const water = await receive({
  title: fact("清水河水利专项规划（2016—2020年）"),
  genre: fact("special-plan"),
  horizon: fact({ from: 2016, to: 2018 }),
});
const scheme = await receive({
  title: fact("青山市落实方案"),
  genre: fact("scheme"),
  implements: [fact("清水河协同纲要", "《清水河协同纲要》"), fact("国家总纲")],
  replaces: [fact("青山市旧方案")],
  declares: [fact(declared, "12个专项规划"), fact({ count: 9, what: "方面", of: null })],
});
const old = await receive({ title: fact("青山市旧方案"), standing: fact("in-force") });
const hidden = await receive(
  { title: fact("内部方案"), implements: [fact("清水河协同纲要")] },
  { ownership: owned("110000") },
);

const edges = ({ edges: list }: LineageGraph): readonly string[] =>
  list.map(({ from, relation, to }) => `${from} ${relation} ${to}`).sort();
const graph = (root?: string, depth?: number, principal = publicReader) =>
  ledger.as(principal, (tx) => lineageOf(tx, { root, depth, asOf }));

test("[1.1] what serves, implements and replaces is joined by titles; hidden documents are not there", async () => {
  assert.deepEqual(edges(await graph()), [
    `document:${scheme} implements plan:outline`,
    `document:${scheme} implements title:国家总纲`,
    `document:${scheme} replaces document:${old}`,
    "plan:land serves plan:outline",
    "plan:water serves plan:outline",
  ]);
});

test("its owner sees the hidden document too", async () => {
  assert.ok(edges(await graph(undefined, undefined, beijing)).includes(`document:${hidden} implements plan:outline`));
});

test("a plan with its text is one node; a title that is only named is not held", async () => {
  const { nodes } = await graph();
  const shown = (key: string) => {
    const node = nodes.find((one) => one.key === key);
    return node && [node.kind, node.held, node.documents.map(({ id }) => id), node.standing];
  };
  assert.deepEqual(shown("plan:water"), ["plan", true, [water], "expired"]);
  assert.deepEqual(shown("plan:land"), ["plan", false, [], null]);
  assert.deepEqual(shown("title:国家总纲"), ["title", false, [], null]);
  assert.deepEqual(shown(`document:${old}`), ["document", true, [old], "replaced"]);
});

test("edges carry the words that say so", async () => {
  const { edges: list } = await graph();
  const edge = list.find(({ to }) => to === "plan:outline" && list.length > 0);
  const told = list.find(({ relation, to }) => relation === "implements" && to === "plan:outline");
  assert.deepEqual(told?.evidence, { document: scheme, address: "p1.s1", quote: "《清水河协同纲要》" });
  assert.ok(edge);
});

test("from a root, only what lies near it", async () => {
  assert.deepEqual(edges(await graph("water", 1)), ["plan:water serves plan:outline"]);
  assert.deepEqual(edges(await graph(old, 1)), [`document:${scheme} replaces document:${old}`]);
  await assert.rejects(graph("nowhere"), { code: "not-found" });
  await assert.rejects(graph(hidden), { code: "not-found" });
});

test("a document that joins nothing is its own graph", async () => {
  const alone = await receive({});
  const { nodes, edges: list } = await graph(alone);
  assert.deepEqual([nodes.map(({ key }) => key), list], [[`document:${alone}`], []]);
});

test("an officer says whose text a document is", async () => {
  const text = await receive({ title: fact("土地利用文本") });
  await ledger.as(beijing, (tx) =>
    changeCard(tx, text, { expectedVersion: 1, values: { plan: "land" }, reason: "查对" }),
  );
  const { nodes } = await graph("land", 1);
  assert.deepEqual(
    nodes.find(({ key }) => key === "plan:land")?.documents.map(({ id }) => id),
    [text],
  );
});

test("[1.2] declared parts against those known by title and those held", async () => {
  const [special, fields] = await ledger.as(publicReader, (tx) => declarations(tx));
  assert.deepEqual(
    [special?.of.key, special?.count, special?.known, special?.held, special?.unnamed],
    ["plan:outline", 12, 2, 2, 10],
  );
  assert.deepEqual(
    special?.parts.map(({ key, held }) => [key, held]),
    [
      ["land", true],
      ["water", true],
    ],
  );
  assert.equal(special?.evidence.sentence, "文本第2份。");
  assert.deepEqual([fields?.of.key, fields?.known, fields?.unnamed], [`document:${scheme}`, null, null]);
});

test("declarations can be asked of one plan or one document", async () => {
  const count = (query: object) => ledger.as(publicReader, async (tx) => (await declarations(tx, query)).length);
  assert.deepEqual(
    [await count({ plan: "outline" }), await count({ document: scheme }), await count({ plan: "water" })],
    [1, 2, 0],
  );
});

const place = (document: Id, path: string) => ({ document, path, address: "p1.s1", title: `条${path}` });

test("a link of clauses is an officer's word: made once, taken back with a reason, seen by whoever sees both documents", async () => {
  const made = await ledger.as(beijing, (tx) =>
    linkClauses(tx, { lower: place(scheme, "1"), upper: place(water, "2"), reason: "同一事项" }),
  );
  assert.deepEqual([made.linkedBy, made.reason, made.withdrawn], [beijing.actor, "同一事项", null]);
  await assert.rejects(
    ledger.as(beijing, (tx) => linkClauses(tx, { lower: place(scheme, "1"), upper: place(water, "2") })),
    { code: "conflict" },
  );
  const listed = (principal = publicReader) =>
    ledger.as(principal, async (tx) => (await clauseLinks(tx, { upper: water })).length);
  assert.equal(await listed(), 1);
  await assert.rejects(
    ledger.as(tianjin, (tx) => unlinkClauses(tx, made.id, "不对")),
    { code: "forbidden" },
  );
  const back = await ledger.as(beijing, (tx) => unlinkClauses(tx, made.id, "不对"));
  assert.deepEqual([back.withdrawn?.by, back.withdrawn?.reason, await listed()], [beijing.actor, "不对", 0]);
  await ledger.as(beijing, (tx) => linkClauses(tx, { lower: place(scheme, "1"), upper: place(water, "2") }));
});

test("a link with a hidden document is hidden, and none is made by who may not write the lower one", async () => {
  await ledger.as(beijing, (tx) => linkClauses(tx, { lower: place(hidden, "1"), upper: place(water, "1") }));
  assert.equal((await ledger.as(publicReader, (tx) => clauseLinks(tx, { lower: hidden }))).length, 0);
  await assert.rejects(
    ledger.as(tianjin, (tx) => linkClauses(tx, { lower: place(scheme, "1"), upper: place(old, "1") })),
    { code: "forbidden" },
  );
  await assert.rejects(
    ledger.as(beijing, (tx) => linkClauses(tx, { lower: place(old, "1"), upper: place(old, "2") })),
    { code: "invalid" },
  );
});

test("[1.4] corrections of a document in order of its sentences, by id or by name", async () => {
  const enter = (title: string, document: string, address: string | null) =>
    ledger.as(beijing, (tx) => {
      const fields = {
        title,
        document,
        address,
        wrong: "甲",
        right: "乙",
        ground: "对照原件",
        authority: null,
        reported: null,
        erratumState: "accepted",
        note: null,
      };
      return createEntry(tx, { ...anEvent("", { ownership: open }), kind: "erratum", fields });
    });
  await enter("后", scheme, "p12.s1");
  await enter("末", "谱系2.txt", null);
  await enter("前", scheme, "p2.s3");
  const errata = await ledger.as(publicReader, (tx) => errataOf(tx, { id: scheme, name: "谱系2.txt" }));
  assert.deepEqual(
    errata.map(({ title }) => title),
    ["前", "后", "末"],
  );
});
