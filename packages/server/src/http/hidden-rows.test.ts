import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntry } from "@qipan/ledger/entries";
import { aDocument, anEvent, anEventReading, editorOf, owned } from "@qipan/ledger/harness/samples";
import { receiveDocument } from "@qipan/ledger/receive-document";
import { testServer } from "./harness/test-server.ts";
import { localOperator } from "./session.ts";

/** One connection, so that every caller goes through the same one: nothing of one may stay for the next. */
const { ledger, get, operator } = await testServer({ poolSize: 1 });
await ledger.as(localOperator, (tx) => createEntry(tx, anEvent("公开之事", { ownership: owned("110000", "public") })));

/** Everything the public can ask about events. */
const paths = [
  "/api/entries?kind=event",
  "/api/entries?kind=event&withdrawn=true",
  "/api/entries/facets?kind=event&field=domain",
  `/api/search?q=${encodeURIComponent("之事")}`,
  "/api/registers",
  "/api/board",
  "/api/chronicle",
  "/api/documents",
  "/api/readings",
  "/api/review",
  "/api/review?state=any&sort=certainty",
];
const exports = ["/api/entries.csv?kind=event", "/api/entries.geojson?kind=event", "/api/documents.csv"];

const tagsOf = async (headers: Record<string, string> = {}): Promise<(string | null)[]> =>
  Promise.all(paths.map(async (path) => (await get(path, headers)).headers.get("etag")));
const textsOf = async (): Promise<string[]> => Promise.all(exports.map(async (path) => (await get(path)).text()));

const before = { tags: await tagsOf(), texts: await textsOf(), operator: await tagsOf(operator) };

const draft = await ledger.as(localOperator, async (tx) => {
  const document = aDocument("草稿.txt", ["二〇二〇年五月六日隐秘之事。"], { ownership: owned("110000", "draft") });
  const [sentence] = document.sentences;
  await receiveDocument(tx, { ...document, readings: sentence ? [anEventReading(sentence)] : [] });
  return createEntry(tx, anEvent("隐秘之事", { ownership: owned("110000", "draft") }));
});
await ledger.as(editorOf("999999"), (tx) =>
  createEntry(tx, anEvent("他处之事", { ownership: owned("999999", "draft") })),
);

test("a hidden row changes no answer, no tag and no export of a caller who may not see it", async () => {
  assert.deepEqual(await tagsOf(), before.tags);
  assert.deepEqual(await textsOf(), before.texts);
});

test("who may see it gets other answers under other tags", async () => {
  const after = await tagsOf(operator);
  for (const [index, path] of paths.entries()) assert.notEqual(after[index], before.operator[index], path);
});

const nobody: Record<string, string> = {};

test("asking between two callers leaves nothing of the one to the other", async () => {
  const totals: number[] = [];
  for (const headers of [operator, nobody, operator, nobody]) {
    const page = (await (await get("/api/entries?kind=event", headers)).json()) as {
      total: number;
    };
    totals.push(page.total);
  }
  assert.deepEqual(totals, [2, 1, 2, 1]);
});

test("a hidden row is not told from one that does not exist", async () => {
  const hidden = (await (await get(`/api/entries/${draft.id}`)).json()) as object;
  const missing = (await (await get("/api/entries/01890000-0000-7000-8000-000000000000")).json()) as object;
  const without = (problem: object): string => JSON.stringify(problem).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/u, "id");
  assert.equal(without(hidden), without(missing));
});

test("a row of a unit that the operator does not work for stays hidden from the operator", async () => {
  const text = await (await get("/api/entries?kind=event", operator)).text();
  assert.ok(!text.includes("他处之事"));
});
