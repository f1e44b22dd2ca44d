import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import type { Output } from "../contract/client.ts";
import type { Job } from "../contract/jobs.ts";
import type { Problem } from "../contract/problem.ts";
import { testServer } from "../http/harness/test-server.ts";

const { get, url, operator, post } = await testServer();

const older = [
  "某县水利纪要",
  "一、引水",
  "2020年5月6日，甲湖引水工程在县城开工。",
  "二、灌区",
  "2020年7月8日，乙湖灌区改造工程在县城开工。",
  "2020年9月1日，丙湖研究院在河东揭牌。",
].join("\n\n");
const newer = older.replace("灌区改造", "灌区续建改造").replace("\n\n2020年9月1日，丙湖研究院在河东揭牌。", "");

async function handIn(path: string, body: string): Promise<Response> {
  const headers = { "content-type": "application/octet-stream", ...operator };
  return fetch(url + path, { method: "POST", headers, body: new TextEncoder().encode(body) });
}

async function finished(answer: Response): Promise<Job> {
  assert.equal(answer.status, 202, await answer.clone().text());
  let { job } = (await answer.json()) as { job: Job };
  while (job.state === "waiting" || job.state === "running") {
    await sleep(50);
    job = (await (await get(`/api/jobs/${job.id}`, operator)).json()) as Job;
  }
  return job;
}

const asked = async <T>(path: string): Promise<T> => {
  const answer = await get(path, operator);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as T;
};

const name = encodeURIComponent("纪要.txt");
const why = encodeURIComponent("原件有误");
const { document: first } = await finished(await handIn(`/api/documents?name=${name}&visibility=public`, older));
const { items: readings } = await asked<Output<"listReview">>(`/api/review?document=${first}&type=event&sort=place`);
for (const { id } of readings) assert.equal((await post(`/api/readings/${id}/accept`, {})).status, 200);
const upload = `/api/documents/${first}/versions?name=${encodeURIComponent("纪要（更正）.txt")}&reason=${why}`;
const job = await finished(await handIn(upload, newer));
const second = job.document ?? assert.fail(job.message ?? "no document");

test("a corrected file that is handed in becomes the next version, and the job says what came of it", async () => {
  assert.match(job.message ?? "", /^version 2 of 纪要\.txt: .+ sentences changed, .+ decisions carried over/u);
  const { items } = await asked<Output<"listVersions">>(`/api/documents/${first}/versions`);
  assert.deepEqual(
    items.map(({ document, reason, current }) => [document.id, document.version, document.visibility, reason, current]),
    [
      [first, 1, "public", null, false],
      [second, 2, "public", "原件有误", true],
    ],
  );
  const listed = await asked<Output<"listDocuments">>("/api/documents");
  assert.deepEqual(
    listed.items.map(({ id }) => id),
    [second],
  );
  assert.equal((await asked<Output<"listDocuments">>("/api/documents?versions=all")).total, 2);
  assert.equal((await asked<Output<"getDocument">>(`/api/documents/${first}`)).newer, second);
});

test("clauses of the two versions are compared, the version before unless another is named", async () => {
  const {
    changes,
    counts,
    older: left,
    newer: right,
  } = await asked<Output<"compareVersions">>(`/api/documents/${second}/diff`);
  assert.deepEqual([left.id, right.id, counts.changed], [first, second, 1]);
  const changed = changes.find(({ state }) => state === "changed");
  assert.equal(changed?.newClause?.title, "灌区");
  assert.ok(changed?.parts.some(({ op, text }) => op === "ins" && text.includes("续建")));
  const turned = await asked<Output<"compareVersions">>(`/api/documents/${first}/diff?against=${second}`);
  assert.deepEqual(turned.counts, counts, "the older one stands on the left, whichever is named first");
  assert.equal((await get(`/api/documents/${first}/diff`, operator)).status, 400);
});

test("what stood on words that changed or went waits for an officer, and the list shrinks", async () => {
  const { items } = await asked<Output<"listAffected">>(`/api/documents/${second}/affected`);
  assert.deepEqual(
    items.map(({ state, oldText, newText, mine }) => [state, oldText.slice(10, 14), newText !== null, mine]),
    [
      ["changed", "乙湖灌区", true, true],
      ["lost", "丙湖研究", false, true],
    ],
  );
  const [changed, lost] = items;
  const holds = {
    action: "holds",
    subject: changed?.entry?.id,
    oldAddress: changed?.oldAddress,
    reason: "只补续建二字",
  };
  const settled = await post(`/api/documents/${second}/affected`, holds);
  assert.equal(settled.status, 200, await settled.clone().text());
  const { entry, left } = (await settled.json()) as Output<"settleAffected">;
  assert.deepEqual([left, entry?.evidence.shown.length], [1, 2]);
  const twice = (await (await post(`/api/documents/${second}/affected`, holds)).json()) as Problem;
  assert.equal(twice.code, "not-found");
  const gone = { action: "withdraw", subject: lost?.entry?.id, oldAddress: lost?.oldAddress, reason: "新版删去" };
  assert.equal((await post(`/api/documents/${second}/affected`, gone)).status, 200);
  const after = await asked<Output<"listAffected">>(`/api/documents/${second}/affected`);
  assert.deepEqual([after.items, after.settled], [[], 2]);
});

test("a file that cannot be a version is refused with what to do", async () => {
  const again = await finished(await handIn(upload, newer.replace("引水", "输水")));
  assert.deepEqual([again.state, /corrected by version 2 already/u.test(again.message ?? "")], ["failed", true]);
  const same = await finished(await handIn(upload, older));
  assert.match(same.message ?? "", /the same bytes/u);
  const missing = upload.replace(String(first), "01890000-0000-7000-8000-000000000000");
  assert.equal((await handIn(missing, newer)).status, 404);
  const anonymous = await fetch(url + upload, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: "x",
  });
  assert.equal(anonymous.status, 401);
});
