import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, EntryVersion } from "@qipan/policy/records/entry";
import type { Problem } from "../contract/problem.ts";
import { testServer } from "../http/harness/test-server.ts";

const server = await testServer();
const { get, post, operator } = server;

/** What a form would send for an event; the officer's word is its evidence. */
function form(title: string, date: string, changes: object = {}): object {
  const fields = {
    title,
    titleEn: null,
    dateStart: date,
    dateEnd: date,
    precision: "day",
    eventKind: null,
    place: "130100",
  };
  const rest = { participants: [], domain: "transport", cut: false, note: null };
  const evidence = [{ kind: "attestation", officer: "王敏", statement: "现场核对", attachment: null }];
  return { kind: "event", fields: { ...fields, ...rest }, visibility: "draft", evidence, reason: "登记", ...changes };
}

async function created(title: string, date: string, changes: object = {}): Promise<Entry> {
  const answer = await post("/api/entries", form(title, date, changes));
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json()) as Entry;
}

async function listed(query: string): Promise<{ titles: string[]; total: number; next: string | null }> {
  const answer = await get(`/api/entries?kind=event&${query}`, operator);
  assert.equal(answer.status, 200, await answer.clone().text());
  const page = (await answer.json()) as { items: Entry[]; total: number; next: string | null };
  return { titles: page.items.map(({ title }) => title), total: page.total, next: page.next };
}

const first = await created("甲", "2020-01-01");
await created("乙", "2021-01-01");
await created("丙", "2022-01-01", { visibility: "public" });
await created("丁", "2030-01-01");

test("a row that is still to come is not there as of today", async () => {
  assert.deepEqual((await listed("sort=when")).titles, ["甲", "乙", "丙"]);
  assert.deepEqual((await listed("sort=when&asOf=2031-01-01")).titles, ["甲", "乙", "丙", "丁"]);
  assert.deepEqual((await listed("asOf=2020-06-30")).titles, ["甲"]);
});

test("pages follow each other without a gap or a repeat, each with the same total", async () => {
  const one = await listed("sort=when&limit=2");
  const two = await listed(`sort=when&limit=2&cursor=${one.next}`);
  assert.deepEqual([one.titles, two.titles, two.next], [["甲", "乙"], ["丙"], null]);
  assert.deepEqual([one.total, two.total], [3, 3]);
});

for (const [rule, query, expected] of [
  ["a word of the title", "q=乙", ["乙"]],
  ["days", "from=2020-06-01&to=2021-12-31", ["乙"]],
  ["a field", "domain=ecology", []],
  ["a field among several values", "domain=ecology,transport&sort=when", ["甲", "乙", "丙"]],
  ["a repeated parameter", "domain=ecology&domain=transport&sort=when", ["甲", "乙", "丙"]],
  ["further fields", "where=precision:day,domain:transport&sort=when", ["甲", "乙", "丙"]],
  ["the province that a place lies in", "region=130000&sort=when", ["甲", "乙", "丙"]],
  ["another province", "region=110000", []],
  ["an empty parameter counts as none", "q=&sort=when", ["甲", "乙", "丙"]],
] as const)
  test(`narrowed by ${rule}`, async () => assert.deepEqual((await listed(query)).titles, expected));

test("facets count what the caller sees", async () => {
  const answer = await get("/api/entries/facets?kind=event&field=domain");
  assert.deepEqual(((await answer.json()) as { items: object[] }).items, [{ value: "transport", count: 1 }]);
});

async function refusedWith(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  const { code } = (await response.json()) as Problem;
  return [response.status, code];
}

for (const [rule, changes, expected] of [
  ["without evidence", { evidence: [] }, [400, "invalid"]],
  ["with evidence of no known kind", { evidence: [{ kind: "hearsay" }] }, [400, "invalid"]],
  [
    "with evidence that only a pack gives",
    {
      evidence: [
        { kind: "pack", pack: "a", table: "b", row: "c", source: "d", sourceTitle: "e", confidence: "verified" },
      ],
    },
    [400, "invalid"],
  ],
  ["with fields of another register", { kind: "target" }, [400, "invalid"]],
  ["with a member that is not known", { colour: "red" }, [400, "invalid"]],
] as const)
  test(`a row ${rule} is refused`, async () => {
    assert.deepEqual(await refusedWith(post("/api/entries", form("戊", "2020-01-01", changes))), expected);
  });

test("a quote that does not stand in the document is refused", async () => {
  const evidence = [{ kind: "sentence", document: first.id, address: "p1.s1", start: 0, end: 2, quote: "没有" }];
  const [status, code] = await refusedWith(post("/api/entries", form("己", "2020-01-01", { evidence })));
  assert.ok(status === 422 || status === 400, `${status} ${code}`);
});

test("a draft is published by a change with a reason", async () => {
  const draft = (await (
    await post("/api/entries", form("公开前", "2020-02-02", { visibility: "draft" }))
  ).json()) as Entry;
  assert.equal((await get(`/api/entries/${draft.id}`)).status, 404);
  await post(`/api/entries/${draft.id}/changes`, {
    expectedVersion: 1,
    visibility: "public",
    reason: "会议已开，予以公布",
  });
  assert.equal((await get(`/api/entries/${draft.id}`)).status, 200);
  await post(`/api/entries/${draft.id}/withdraw`, { reason: "试用完毕" });
});

test("a change, who made it and why; a second one to the same version is refused", async () => {
  server.setClock("2026-01-06T02:00:00.000Z");
  const change = { expectedVersion: 1, fields: { note: "补记" }, reason: "补充说明" };
  const changed = (await (await post(`/api/entries/${first.id}/changes`, change)).json()) as Entry;
  assert.deepEqual(changed.fields, { ...first.fields, note: "补记" }, "fields that are left out stay");
  assert.equal(changed.version, 2);
  assert.deepEqual(await refusedWith(post(`/api/entries/${first.id}/changes`, change)), [409, "conflict"]);
  const { items } = (await (await get(`/api/entries/${first.id}/history`, operator)).json()) as {
    items: EntryVersion[];
  };
  assert.deepEqual(
    items.map(({ version, action, actor, reason }) => [version, action, actor, reason]),
    [
      [1, "create", "local-operator", "登记"],
      [2, "change", "local-operator", "补充说明"],
    ],
  );
});

test("what was known on the day before is still to be had", async () => {
  const known = (await (await get(`/api/entries/${first.id}?knownOn=2026-01-05`, operator)).json()) as { entry: Entry };
  assert.deepEqual([known.entry.version, known.entry.fields["note"]], [1, null]);
});

test("a withdrawn row leaves the lists and comes back", async () => {
  await post(`/api/entries/${first.id}/withdraw`, { reason: "登记有误" });
  assert.deepEqual((await listed("sort=when")).titles, ["乙", "丙"]);
  assert.deepEqual((await listed("sort=when&withdrawn=true")).titles, ["甲", "公开前", "乙", "丙"]);
  assert.deepEqual(await refusedWith(post(`/api/entries/${first.id}/withdraw`, { reason: "再来一次" })), [
    409,
    "conflict",
  ]);
  await post(`/api/entries/${first.id}/restore`, { reason: "核对无误" });
  assert.deepEqual((await listed("sort=when")).titles, ["甲", "乙", "丙"]);
});
