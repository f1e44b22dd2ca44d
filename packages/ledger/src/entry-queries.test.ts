import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "@qipan/policy/records/page";
import { countersign, countersignsOf } from "./countersigns.ts";
import { changeEntry, createEntries, createEntry, type NewEntry, withdrawEntry } from "./entries.ts";
import { entriesPage, type EntryFilter, type EntrySort, facetsOf } from "./entry-queries.ts";
import { anEvent, attested, day, editorOf, owned, unit } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { linksOf } from "./links.ts";
import { systemPrincipal } from "./transaction.ts";

const { ledger } = await testLedger();
const editor = editorOf("110000", "JJJ");

const ten: readonly NewEntry[] = [
  anEvent("一月开工", { date: "2020-01-10", fields: { domain: "transport", place: "110101" } }),
  anEvent("二月竣工", {
    date: "2020-02-10",
    fields: { domain: "transport", place: "130600", participants: ["org-b"] },
  }),
  anEvent("三月签约", {
    date: "2020-03-10",
    fields: { domain: "ecology", place: "130632", participants: ["org-a", "org-b"] },
  }),
  anEvent("四月签约", { date: "2020-04-10", fields: { domain: null, place: "白洋淀" } }),
  { ...anEvent("x"), kind: "task", key: "task-1", fields: task("无期限的任务", null) },
  { ...anEvent("x"), kind: "task", key: "task-2", fields: task("有期限的任务", "2021-06-30") },
  {
    ...anEvent("x"),
    kind: "organisation",
    key: "org-a",
    fields: { title: "甲机构", titleEn: null, organisationKind: null, region: null, parent: null, aliases: [] },
  },
];

function task(title: string, deadline: string | null): Record<string, unknown> {
  const empty = {
    titleEn: null,
    action: null,
    object: null,
    quantity: null,
    unit: null,
    place: null,
    lead: null,
    domain: null,
    plan: null,
    note: null,
  };
  return { title, deadline, helpers: [], ...empty };
}

await ledger.as(editor, (tx) => createEntries(tx, ten));

for (const [rule, filter, expected] of [
  ["newest first", { kind: "event" }, ["四月签约", "三月签约", "二月竣工", "一月开工"]],
  ["a value of a field", { kind: "event", where: { domain: ["ecology"] } }, ["三月签约"]],
  [
    "any of several values, and what is not stated",
    { kind: "event", where: { domain: ["ecology", ""] } },
    ["四月签约", "三月签约"],
  ],
  [
    "a value inside a list of references",
    { kind: "event", where: { participants: ["org-b"] } },
    ["三月签约", "二月竣工"],
  ],
  [
    "an empty list of references is not stated",
    { kind: "event", where: { participants: [""] } },
    ["四月签约", "一月开工"],
  ],
  ["days, both included", { kind: "event", from: day("2020-02-10"), to: day("2020-03-10") }, ["三月签约", "二月竣工"]],
  ["a place and everything below it", { kind: "event", region: "130000" }, ["三月签约", "二月竣工"]],
  ["a prefecture without the province's other places", { kind: "event", region: "130600" }, ["三月签约", "二月竣工"]],
  ["a place that is only a name", { kind: "event", region: "白洋淀" }, ["四月签约"]],
  ["part of a title", { kind: "event", q: "签约" }, ["四月签约", "三月签约"]],
  ["as of a day", { kind: "event", asOf: day("2020-02-28") }, ["二月竣工", "一月开工"]],
  ["rows without a day come last in both directions", { kind: "task" }, ["有期限的任务", "无期限的任务"]],
  ["of every kind", { kind: null, q: "任务" }, ["有期限的任务", "无期限的任务"]],
  ["nothing", { kind: "event", q: "没有这样的事" }, []],
] as [string, EntryFilter, string[]][])
  test(`a list is narrowed by: ${rule}`, async () => {
    const page = await ledger.as(editor, (tx) => entriesPage(tx, { ...filter, limit: 50 }));
    assert.deepEqual(
      page.items.map(({ title }) => title),
      expected,
    );
    assert.deepEqual([page.total, page.totalIsExact, page.next], [expected.length, true, null]);
  });

for (const sort of [
  "when",
  "-when",
  "title",
  "-title",
  "recordedAt",
  "-recordedAt",
] as const satisfies readonly EntrySort[])
  test(`pages of two in order of ${sort} give every row once, like one page of all`, async () => {
    const all = await ledger.as(editor, (tx) => entriesPage(tx, { kind: null, sort, limit: 50 }));
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<{ id: string }> = await ledger.as(editor, (tx) =>
        entriesPage(tx, { kind: null, sort, limit: 2, cursor }),
      );
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(
      paged,
      all.items.map(({ id }) => id),
    );
  });

test("deadlines ascend with the undated last", async () => {
  const page = await ledger.as(editor, (tx) => entriesPage(tx, { kind: "task", sort: "when", limit: 5 }));
  assert.deepEqual(
    page.items.map(({ key }) => key),
    ["task-2", "task-1"],
  );
});

test("a cursor that no page gave is refused", () =>
  assert.rejects(
    ledger.as(editor, (tx) => entriesPage(tx, { kind: "event", cursor: "bm9uZQ", limit: 5 })),
    { code: "invalid" },
  ));

test("facets count each value under the other filters, lists by member, and what is not stated as an empty word", async () => {
  const facets = (field: string, where: Record<string, string[]> = {}) =>
    ledger.as(editor, (tx) => facetsOf(tx, { kind: "event", field, where }));
  assert.deepEqual(await facets("domain", { domain: ["ecology"] }), [
    { value: "transport", count: 2 },
    { value: "", count: 1 },
    { value: "ecology", count: 1 },
  ]);
  assert.deepEqual(await facets("participants"), [
    { value: "org-b", count: 2 },
    { value: "org-a", count: 1 },
  ]);
  assert.deepEqual(await facets("domain", { participants: ["org-a"] }), [{ value: "ecology", count: 1 }]);
});

test("fields that are not as the register says are refused, each by name", () =>
  assert.rejects(
    ledger.as(editor, (tx) => createEntry(tx, anEvent("", { fields: { precision: "century" } }))),
    (error: Error) => {
      return error.message.includes("title") && error.message.includes("precision");
    },
  ));

test("links lead both ways, to held entries and to names", async () => {
  const [event] = (await ledger.as(editor, (tx) => entriesPage(tx, { kind: "event", q: "三月", limit: 1 }))).items;
  const [body] = (await ledger.as(editor, (tx) => entriesPage(tx, { kind: "organisation", limit: 1 }))).items;
  if (!event || !body) throw new Error("The samples were just written");
  const show = (links: Awaited<ReturnType<typeof linksOf>>) =>
    links.map((link) => `${link.direction} ${link.target} ${link.entry?.title ?? "—"}`);
  assert.deepEqual(show(await ledger.as(editor, (tx) => linksOf(tx, event))), ["to org-a 甲机构", "to org-b —"]);
  assert.deepEqual(show(await ledger.as(editor, (tx) => linksOf(tx, body))), ["from org-a 三月签约"]);
  await ledger.as(editor, (tx) =>
    changeEntry(tx, event.id, { expectedVersion: 1, fields: { ...event.fields, participants: [] }, reason: "更正" }),
  );
  assert.deepEqual(show(await ledger.as(editor, (tx) => linksOf(tx, body))), []);
});

test("an entry of the joint space is public only with the countersign of all three for what it says", async () => {
  const draft = await ledger.as(editor, (tx) => createEntry(tx, anEvent("三地共议", { ownership: owned("JJJ") })));
  const publish = (version: number) =>
    ledger.as(editor, (tx) =>
      changeEntry(tx, draft.id, { expectedVersion: version, ownership: owned("JJJ", "public"), reason: "公布" }),
    );
  await assert.rejects(publish(1), { code: "countersign-missing" });
  for (const party of ["110000", "120000"]) {
    const signer = { ...editorOf(party), reads: [unit(party), unit("JJJ")] };
    await ledger.as(signer, (tx) => countersign(tx, draft.id, { party: unit(party) }));
  }
  await assert.rejects(publish(1), { code: "countersign-missing" });
  await assert.rejects(
    ledger.as(editor, (tx) => countersign(tx, draft.id, { party: unit("130000") })),
    { code: "forbidden" },
  );
  await ledger.as({ ...editorOf("130000"), reads: [unit("JJJ")] }, (tx) =>
    countersign(tx, draft.id, { party: unit("130000") }),
  );
  assert.equal((await ledger.as(editor, (tx) => countersignsOf(tx, draft.id))).length, 3);
  const open = await publish(1);
  const reworded = { expectedVersion: open.version, fields: { ...open.fields, title: "三地改议" }, reason: "改" };
  await assert.rejects(
    ledger.as(editor, (tx) => changeEntry(tx, draft.id, reworded)),
    { code: "countersign-missing" },
  );
  await ledger.as(editor, (tx) => withdrawEntry(tx, draft.id, "撤"));
});

test("entries of a pack are loaded by an administrator alone, and need no countersign", async () => {
  const packed = anEvent("包内之事", { ownership: owned("JJJ", "public"), origin: "pack", evidence: [attested] });
  await assert.rejects(
    ledger.as(editor, (tx) => createEntry(tx, packed)),
    { code: "forbidden" },
  );
  assert.equal((await ledger.as(systemPrincipal("loader"), (tx) => createEntry(tx, packed))).visibility, "public");
});
