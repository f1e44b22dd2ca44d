import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Id } from "@qipan/policy/records/identity";
import { jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Answer } from "../http/handlers.ts";
import { root, testServer } from "../http/harness/test-server.ts";
import { localOperator } from "../http/session.ts";
import { ingestDocument } from "../ingest/ingest-document.ts";
import { openReader } from "../ingest/reader.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { loadPackFolder } from "../packs/load-pack.ts";
import { readPackFolder } from "../packs/pack-folder.ts";

const { ledger, get, post, operator } = await testServer();
await loadPackFolder(ledger, await readPackFolder(join(root, "data/jingjinji")), { actor: "test" });

const reader = await openReader(ownFolders(root));
const ownership = { jurisdiction: jurisdictionCode.parse("110000"), visibility: "public" as const, sharedWith: [] };

async function handIn(name: string, text: string, source?: string): Promise<Id> {
  const incoming = { name, bytes: new TextEncoder().encode(text), ownership, source };
  return (await ingestDocument({ ledger, principal: localOperator, reader }, incoming)).document.id;
}

const outline = await handIn(
  "纲要.txt",
  "清水河协同治理纲要\n\n一、推进交通一体化\n\n建设沿河轨道网络，打通断头路，方便两岸往来。\n\n二、加强生态环境保护\n\n联防联控大气污染，治理河流，恢复湿地。\n\n三、推动产业升级转移\n\n建设承接平台，引导企业有序转移。\n",
);
const scheme = await handIn(
  "方案.txt",
  "北京市清水河协同治理实施方案\n\n为贯彻落实《清水河协同治理纲要》和《京津冀协同发展规划纲要》，制定本方案。本方案共3个方面、9项重点任务。\n\n一、加快交通一体化建设\n\n打通沿河断头路，推进轨道建设。\n\n二、保障措施\n\n加强组织领导，开展督查考核，确保各项工作落到实处。\n",
);
const appeal = await handIn(
  "倡议.txt",
  "保护清水河倡议书\n\n2019年6月1日，三地高校在北京召开清水河座谈会。\n\n我们建议，2020年底前建成清水河湿地公园。\n",
  "北京日报",
);
const unlisted = await handIn("网文.txt", "清水河见闻\n\n2019年7月1日，清水河展览馆在北京开馆。\n\n（来源：某某网）\n");
const unknown = await handIn("无名.txt", "清水河见闻录\n\n2019年8月1日，清水河博物馆在北京开馆。\n");
await reader.close();

async function asked<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  const answer = await get(path, headers);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
}

test("a card leads to what its titles mean, for the public too", async () => {
  const card = await asked<Answer<"getCard">>(`/api/documents/${scheme}/card`);
  assert.deepEqual(
    card.implements.map(({ title, plan, document }) => [title, plan?.key ?? null, document?.id ?? null]),
    [
      ["清水河协同治理纲要", null, outline],
      ["京津冀协同发展规划纲要", "outline-2015", null],
    ],
  );
  assert.deepEqual([card.version, card.mayChange, card.source.state], [1, false, "unknown"]);
});

test("the source of a card is looked up on the source list", async () => {
  const states = await Promise.all(
    [appeal, unlisted, unknown].map(async (id) => (await asked<Answer<"getCard">>(`/api/documents/${id}/card`)).source),
  );
  assert.deepEqual(
    states.map(({ state, listed }) => [state, listed?.key ?? null]),
    [
      ["listed", "src-beijing-daily"],
      ["unlisted", null],
      ["unknown", null],
    ],
  );
});

test("a proposal says what may not become of it", async () => {
  const { barred, standingToday } = await asked<Answer<"getCard">>(`/api/documents/${appeal}/card`);
  assert.deepEqual([standingToday, barred.map(({ makes }) => makes)], ["proposal", ["task", "target", "commitment"]]);
});

test("a field is set with a reason by who may, and refused to others", async () => {
  const body = { expectedVersion: 1, values: { level: "province", scope: ["110000"] }, reason: "按发文机关" };
  const path = `/api/documents/${scheme}/card`;
  const set = await post(path, body);
  assert.equal(set.status, 200, await set.clone().text());
  assert.equal(((await set.json()) as Answer<"changeCard">).card.level?.basis.how, "set");
  assert.equal((await post(path, body)).status, 409);
  assert.equal((await post(path, { ...body, expectedVersion: 2, reason: "" })).status, 400);
  assert.equal((await post(path, { expectedVersion: 2, values: {}, reason: "无" })).status, 400);
  assert.equal((await post(path, { expectedVersion: 2, values: { level: "empire" }, reason: "试试" })).status, 400);
  assert.equal((await post(path, body, { cookie: "" })).status, 401);
  const { items } = await asked<Answer<"getCardHistory">>(`${path}/history`, operator);
  assert.deepEqual(
    items.map(({ version, reason }) => [version, reason]),
    [
      [1, null],
      [2, "按发文机关"],
    ],
  );
});

test("the lineage of a document has its words as evidence", async () => {
  const { edges } = await asked<Answer<"getDocumentLineage">>(`/api/documents/${scheme}/lineage?depth=1`);
  const edge = edges.find(({ to }) => to === "plan:outline-2015");
  assert.deepEqual([edge?.relation, edge?.evidence?.quote], ["implements", "《京津冀协同发展规划纲要》"]);
});

test("declared parts are listed with their sentence", async () => {
  const { items } = await asked<Answer<"listDeclared">>(`/api/lineage/declared?document=${scheme}`);
  assert.deepEqual(
    items.map(({ count, what }) => [count, what]),
    [
      [3, "方面"],
      [9, "重点任务"],
    ],
  );
  assert.match(items[0]?.evidence.sentence ?? "", /本方案共3个方面/u);
});

test("[1.9] clauses are suggested, linked by an officer, and what is served by nothing is listed", async () => {
  const path = `/api/clause-links?lower=${scheme}&upper=${outline}`;
  const before = await asked<Answer<"listClauseLinks">>(path);
  const [likely] = before.suggestions;
  assert.deepEqual([likely?.lower.title, likely?.upper.title], ["加快交通一体化建设", "推进交通一体化"]);
  const place = ({ document, address }: { document: string; address: string }) => ({ document, address });
  const made = await post(
    "/api/clause-links",
    likely && { lower: place(likely.lower), upper: place(likely.upper), reason: "同一事项" },
  );
  assert.equal(made.status, 201, await made.clone().text());
  const after = await asked<Answer<"listClauseLinks">>(path);
  assert.deepEqual(
    after.unserved.map(({ title }) => title),
    ["加强生态环境保护", "推动产业升级转移"],
  );
  assert.deepEqual(
    after.orphans.map(({ title }) => title),
    ["保障措施"],
  );
  const matrix = await asked<Answer<"compareSchemes">>(`/api/clause-links/matrix?upper=${outline}`);
  assert.deepEqual(
    matrix.schemes.map(({ document, scope }) => [document, scope]),
    [[scheme, ["110000"]]],
  );
  assert.deepEqual(
    matrix.rows.map(({ cells }) => cells[0]?.length),
    [1, 0, 0],
  );
  const { id } = (await made.json()) as { id: Id };
  assert.equal((await post(`/api/clause-links/${id}/withdraw`, { reason: "再议" })).status, 200);
  assert.equal((await asked<Answer<"listClauseLinks">>(path)).links.length, 0);
});

test("a link must begin at a clause", async () => {
  const body = { lower: { document: scheme, address: "p99.s1" }, upper: { document: outline, address: "p2.s1" } };
  assert.equal((await post("/api/clause-links", body)).status, 400);
});

type Reading = { readonly id: Id; readonly type: string };

async function readingsOf(document: Id): Promise<readonly Reading[]> {
  return (await asked<{ items: Reading[] }>(`/api/readings?document=${document}`, operator)).items;
}

async function accepted(
  document: Id,
): Promise<{ status: number; detail?: string; entry?: { id: Id; visibility: string } }> {
  const reading = (await readingsOf(document)).find(({ type }) => type === "event");
  const answer = await post(`/api/readings/${reading?.id}/accept`, {});
  return { status: answer.status, ...((await answer.json()) as object) };
}

test("an event of a source that is not listed is refused with what to do", async () => {
  const { status, detail } = await accepted(unlisted);
  assert.equal(status, 400);
  assert.match(detail ?? "", /某某网.*not on the source list/u);
});

test("an event of a source that is not known is a draft, though its document is public", async () => {
  const { status, entry } = await accepted(unknown);
  assert.deepEqual([status, entry?.visibility], [200, "draft"]);
});

test("an event told by a proposal is taken, and says what it rests on", async () => {
  const { status, entry } = await accepted(appeal);
  assert.deepEqual([status, entry?.visibility], [200, "public"]);
  const { unbinding } = await asked<Answer<"getEntry">>(`/api/entries/${entry?.id}`);
  assert.deepEqual(
    unbinding.map(({ document, standing }) => [document, standing]),
    [[appeal, "proposal"]],
  );
});

test("in a batch, what a rule refuses is left with the reason", async () => {
  const answer = await post("/api/readings/batch", { document: unlisted, types: ["event"], dryRun: true });
  const { left } = (await answer.json()) as Answer<"acceptBatch">;
  assert.deepEqual(
    left.map(({ why }) => [why.code, why.detail]),
    [["source-unlisted", "某某网"]],
  );
});

test("sources are counted as documents name them", async () => {
  const { items } = await asked<Answer<"listSourceUses">>("/api/sources/uses");
  const use = (state: string) =>
    items.filter((item) => item.state === state).map(({ source, documents }) => [source, documents]);
  assert.deepEqual(use("unlisted"), [["某某网", 1]]);
  assert.deepEqual(use("listed"), [["北京日报", 1]]);
});
