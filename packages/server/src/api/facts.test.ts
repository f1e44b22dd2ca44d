import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import type { Output } from "../contract/client.ts";
import type { Job } from "../contract/jobs.ts";
import { openLog } from "../log.ts";
import { testServer } from "../http/harness/test-server.ts";

const { get, url, operator } = await testServer(process.env["QIPAN_DEBUG"] ? { log: openLog("error") } : {});

const note = [
  "某县科创纪要",
  "2021年6月30日",
  "一、园区",
  "2020年9月1日，丙湖研究院在河东揭牌。",
  "截至2020年底，丙湖园区累计引进企业1200家。",
].join("\n\n");
const news = [
  "某县科创新闻",
  "2022年3月1日",
  "一、园区",
  "2020年9月3日，丙湖研究院在河东揭牌。",
  "截至2021年底，丙湖园区累计引进企业1500家。",
].join("\n\n");

async function handIn(path: string, body: string): Promise<string> {
  const headers = { "content-type": "application/octet-stream", ...operator };
  const answer = await fetch(url + path, { method: "POST", headers, body: new TextEncoder().encode(body) });
  assert.equal(answer.status, 202, await answer.clone().text());
  let { job } = (await answer.json()) as { job: Job };
  while (job.state === "waiting" || job.state === "running") {
    await sleep(50);
    job = (await (await get(`/api/jobs/${job.id}`, operator)).json()) as Job;
  }
  return job.document ?? assert.fail(JSON.stringify(job));
}

async function facts(query = "", headers: Readonly<Record<string, string>> = operator): Promise<Output<"listFacts">> {
  const answer = await get(`/api/facts${query}`, headers);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as Output<"listFacts">;
}

const nameOf = (name: string): string => `name=${encodeURIComponent(name)}&visibility=public`;

const before = await facts();
const first = await handIn(`/api/documents?${nameOf("纪要.txt")}`, note);
const second = await handIn(`/api/documents?${nameOf("新闻.txt")}`, news);
const all = await facts();

test("an empty ledger has no facts", () => {
  const { clusters, total, statements, cut } = before;
  assert.deepEqual([clusters, total, statements, cut], [[], 0, 0, false]);
});

test("two documents with two days for one thing are in conflict, with both statements and the ground", () => {
  const cluster = all.clusters.find(({ title }) => title.includes("研究院")) ?? assert.fail(JSON.stringify(all));
  assert.equal(cluster.verdict, "conflicts");
  assert.deepEqual(
    cluster.statements.map(({ document, start }) => [document, start]),
    [
      [first, "2020-09-01"],
      [second, "2020-09-03"],
    ],
  );
  assert.ok(cluster.findings.some(({ ground }) => ground === "days-apart"));
});

test("the verdict narrows the list and the counts stay whole", async () => {
  const conflicts = await facts("?verdict=conflicts");
  assert.ok(conflicts.clusters.every(({ verdict }) => verdict === "conflicts"));
  assert.equal(conflicts.total, all.counts.conflicts);
  assert.deepEqual(conflicts.counts, all.counts);
});

test("a document narrows the list to what it takes part in", async () => {
  const { total } = await facts(`?document=${first}`);
  assert.ok(total > 0 && total <= all.total);
  assert.equal((await facts("?document=01980000-0000-7000-8000-000000000000")).total, 0);
});

test("the limit bounds what is shown, not what is counted", async () => {
  const { clusters, total } = await facts("?limit=1");
  assert.equal(clusters.length, 1);
  assert.equal(total, all.total);
});

test("a corrected document is heard once, in its newest version", async () => {
  const why = encodeURIComponent("原件有误");
  const third = await handIn(
    `/api/documents/${second}/versions?name=${encodeURIComponent("新闻（更正）.txt")}&reason=${why}`,
    news.replace("一、园区", "一、科技园区"),
  );
  const { clusters } = await facts();
  const told = clusters.flatMap(({ statements }) => statements.map(({ document }) => document));
  assert.ok(told.includes(third) && !told.includes(second), told.join(" "));
});
