import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import type { Document } from "@qipan/policy/records/document";
import type { ReaderSentence } from "../contract/documents.ts";
import type { Job } from "../contract/jobs.ts";
import type { Problem } from "../contract/problem.ts";
import { testServer } from "../http/harness/test-server.ts";

const { get, url, operator, post } = await testServer();

const text = "某县大事记\n\n2020年5月6日，研究院在县城揭牌。\n\n2020年7月8日，二期工程开工，投资3亿元。\n";

function handIn(
  name: string,
  body: string,
  headers: Record<string, string> = {},
  visibility = "public",
): Promise<Response> {
  const type = { "content-type": "application/octet-stream" };
  const bytes = new TextEncoder().encode(body);
  return fetch(`${url}/api/documents?name=${encodeURIComponent(name)}&visibility=${visibility}`, {
    method: "POST",
    headers: { ...type, ...operator, ...headers },
    body: bytes,
  });
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

const job = await finished(await handIn("大事记.txt", text));

test("a file that is handed in is read in the background and then held", async () => {
  assert.deepEqual([job.state, job.subject], ["done", "大事记.txt"]);
  const held = (await (await get(`/api/documents/${job.document}`)).json()) as Document;
  assert.deepEqual(
    [held.name, held.encoding, held.byteLength],
    ["大事记.txt", "utf-8", new TextEncoder().encode(text).length],
  );
  assert.ok(held.pendingCount >= 2);
});

test("the reader gets whole paragraphs with mentions and readings, page after page", async () => {
  const seen: ReaderSentence[] = [];
  let cursor: string | null = "1";
  while (cursor !== null) {
    const page = (await (await get(`/api/documents/${job.document}/sentences?limit=1&cursor=${cursor}`)).json()) as {
      items: ReaderSentence[];
      next: string | null;
      total: number;
    };
    assert.equal(page.items.length, 1);
    seen.push(...page.items);
    cursor = page.next;
  }
  const [, opening] = seen;
  assert.equal(opening?.mentions.find(({ kind }) => kind === "date")?.text, "2020年5月6日");
  assert.ok(opening?.readings.some(({ type, state }) => type === "event" && state === "pending"));
  assert.equal(seen.map(({ raw }) => raw).join("\n\n"), text.trim());
});

test("a sentence has an address of its own", async () => {
  const answer = await get(`/api/documents/${job.document}/sentences/p2.s1`);
  const { sentence, readings } = (await answer.json()) as { sentence: { text: string }; readings: object[] };
  assert.match(sentence.text, /研究院/u);
  assert.ok(readings.length > 0);
  assert.equal((await get(`/api/documents/${job.document}/sentences/p9.s9`)).status, 404);
});

test("an accepted reading becomes an entry that leads back to its sentence; undone, it is pending again", async () => {
  const pending = (await (await get(`/api/readings?document=${job.document}&type=event&state=pending`)).json()) as {
    items: { id: string; quote: string }[];
  };
  const [reading] = pending.items;
  const accepted = await post(`/api/readings/${reading?.id}/accept`, {});
  assert.equal(accepted.status, 200, await accepted.clone().text());
  const { entry } = (await accepted.json()) as {
    entry: { id: string; evidence: { shown: { kind: string; address: string }[] } };
  };
  assert.deepEqual([entry.evidence.shown[0]?.kind, entry.evidence.shown[0]?.address], ["sentence", "p2.s1"]);
  assert.equal((await post(`/api/readings/${reading?.id}/accept`, {})).status, 409);
  const undone = (await (await post(`/api/readings/${reading?.id}/undo`, {})).json()) as { reading: { state: string } };
  assert.equal(undone.reading.state, "pending");
});

for (const [rule, name, body, code] of [
  ["a format that is not read", "a.exe", "MZ", "unsupported-media-type"],
  ["nothing", "a.txt", "", "invalid"],
] as const)
  test(`${rule} is refused at once`, async () => {
    assert.equal(((await (await handIn(name, body)).json()) as Problem).code, code);
  });

test("without a session nothing is taken in", async () =>
  assert.equal((await handIn("a.txt", "甲", { cookie: "" })).status, 401));

test("the file comes back byte for byte, as an attachment that nothing opens in our place", async () => {
  const answer = await get(`/api/documents/${job.document}/file`);
  assert.equal(await answer.text(), text);
  const { headers } = answer;
  assert.equal(headers.get("content-security-policy"), "sandbox; default-src 'none'");
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.equal(headers.get("cross-origin-resource-policy"), "same-origin");
  assert.equal(
    headers.get("content-disposition"),
    `attachment; filename="___.txt"; filename*=UTF-8''${encodeURIComponent("大事记.txt")}`,
  );
});

test("a web page that was handed in is sent as plain text, a draft to its unit alone", async () => {
  const page = "<!doctype html><title>甲</title><p>2021年5月6日，测站建成。</p><script>alert(1)</script>";
  const draft = await finished(await handIn("页.html", page, {}, "draft"));
  const answer = await get(`/api/documents/${draft.document}/file`, operator);
  assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, "text/plain; charset=utf-8"]);
  assert.equal((await get(`/api/documents/${draft.document}/file`)).status, 404);
});

test("what a file says under a false name is kept with it", async () => {
  const odd = await finished(await handIn("其实是文本.docx", "2021年5月7日，测站验收。\n"));
  const held = (await (await get(`/api/documents/${odd.document}`)).json()) as Document;
  assert.deepEqual([held.mediaType, held.diagnostics[0]?.code], ["text/plain", "mislabelled"]);
});

test("a purged document keeps its hash and nothing else", async () => {
  const other = await finished(await handIn("b.txt", "2021年1月2日，测站建成。\n"));
  const purged = (await (await post(`/api/documents/${other.document}/purge`, { reason: "误交" })).json()) as Document;
  assert.equal(purged.purged?.reason, "误交");
  const page = (await (await get(`/api/documents/${other.document}/sentences`)).json()) as { items: object[] };
  assert.deepEqual(page.items, []);
  const gone = await get(`/api/documents/${other.document}/file`, operator);
  assert.equal(gone.status, 410);
  const { code, detail } = (await gone.json()) as Problem;
  assert.equal(code, "gone");
  assert.match(detail, /^b\.txt was purged on .*误交/u);
});
