import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { z } from "zod";
import type { Batch, getBatch } from "../contract/batches.ts";
import type { Job } from "../contract/jobs.ts";
import type { Problem } from "../contract/problem.ts";
import { testServer } from "../http/harness/test-server.ts";

const { get, url, operator, post, dataDirectory } = await testServer();

type Shown = z.infer<(typeof getBatch)["response"]>;

const begin = async (name: string): Promise<Batch> => (await (await post("/api/batches", { name })).json()) as Batch;
const shown = async (id: string, query = ""): Promise<Shown> =>
  (await (await get(`/api/batches/${id}?limit=100${query}`, operator)).json()) as Shown;

async function handIn(name: string, body: string | Uint8Array, batch?: string): Promise<Response> {
  const query = new URLSearchParams({ name, visibility: "public", ...(batch && { batch }) });
  return fetch(`${url}/api/documents?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", ...operator },
    body: typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body),
  });
}

async function settled(id: string): Promise<Shown> {
  for (;;) {
    const seen = await shown(id);
    if (!seen.batch.open) return seen;
    await sleep(50);
  }
}

const wordXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A Word file made of parts, with one paragraph. */
function wordFile(body: string): Uint8Array {
  const parts = { "[Content_Types].xml": types, "_rels/.rels": rels, "word/document.xml": wordXml(body) };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const dated = (day: number): string => `2021年4月${day}日，甲县与乙县召开第${day}次会商会议，议定三项事项。`;

/** Six files that are taken in, by format; `first` makes them others than those of another day. */
const good = (first: number): Readonly<Record<string, Uint8Array>> => ({
  "一.txt": strToU8(dated(first)),
  "二.md": strToU8(`# 纪要\n\n${dated(first + 1)}\n`),
  "三.html": strToU8(`<!doctype html><meta charset="utf-8"><p>${dated(first + 2)}</p><script>throw 1</script>`),
  "四.docx": wordFile(paragraph(dated(first + 3))),
  "五.txt": Buffer.from(`\ufeff${dated(first + 4)}`, "utf16le"),
  六: strToU8(dated(first + 5)),
});

/** Six that are not, with what is said of each. */
const hostile: Readonly<Record<string, readonly [Uint8Array, RegExp]>> = {
  "空.txt": [new Uint8Array(), /empty/u],
  "程序.exe": [strToU8("MZ program"), /Programs are never run/u],
  "截断.docx": [wordFile(paragraph(dated(7))).slice(0, 300), /breaks off/u],
  "密.txt": [strToU8("机密★10年\n\n关于某事的通知\n\n正文。"), /marked 机密/u],
  "炸弹.docx": [wordFile(paragraph("零".repeat(8_000_000))), /unfolds to more than/u],
  "图片.txt": [strToU8("GIF89a\u0001\u0000\u0001\u0000"), /picture/u],
};

const messagesOf = ({ files }: Shown): ReadonlyMap<string, Job> =>
  new Map(files.items.map((job) => [job.subject, job]));

function checkBatch(seen: Shown, refusedNames: readonly string[]): void {
  const jobs = messagesOf(seen);
  for (const name of Object.keys(good(1)))
    assert.equal(jobs.get(name)?.outcome, "created", `${name}: ${jobs.get(name)?.message}`);
  for (const name of refusedNames) {
    assert.equal(jobs.get(name)?.outcome, "refused", `${name}: ${jobs.get(name)?.message}`);
    assert.match(jobs.get(name)?.message ?? "", hostile[name]?.[1] ?? /never/u);
  }
}

test("an archive of twelve files of which six are hostile: the other six are in, each refusal has its reason", async () => {
  const files = { ...good(1), ...Object.fromEntries(Object.entries(hostile).map(([name, [bytes]]) => [name, bytes])) };
  const archive = zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`资料/${name}`, bytes])));
  const answer = await handIn("../资料.zip", archive);
  assert.equal(answer.status, 202, await answer.clone().text());
  const { job } = (await answer.json()) as { job: Job };
  assert.ok(job.batch);
  const seen = await settled(job.batch);
  assert.deepEqual([seen.batch.name, seen.batch.counts.files], ["资料.zip", 12]);
  assert.deepEqual([seen.batch.counts.created, seen.batch.counts.refused, seen.batch.sentences], [6, 6, 7]);
  checkBatch(seen, Object.keys(hostile));
  const one = messagesOf(seen).get("四.docx");
  assert.equal(one?.origin, "资料.zip!资料/四.docx");
  const held = (await (await get(`/api/documents/${one?.document}`)).json()) as { origin: string; mediaType: string };
  assert.deepEqual([held.origin, held.mediaType.split(".").at(-1)], [one?.origin, "document"]);
  assert.deepEqual(await readdir(join(dataDirectory, "incoming")), [], "no copy is left behind");
});

test("files handed in one by one join a batch; what the door refuses stands in the audit record", async () => {
  const { id } = await begin("逐个");
  const queued: string[] = [];
  for (const [name, [bytes, why]] of Object.entries(hostile)) {
    const answer = await handIn(name, bytes, id);
    if (answer.status === 202) {
      queued.push(name);
      continue;
    }
    assert.match(((await answer.json()) as Problem).detail, why);
    const audit = (await (await get(`/api/audit?subject=${encodeURIComponent(name)}`, operator)).json()) as {
      items: { action: string; actor: string }[];
    };
    assert.deepEqual([audit.items[0]?.action, audit.items[0]?.actor], ["refuse-file", "local-operator"]);
  }
  for (const [name, bytes] of Object.entries(good(11))) assert.equal((await handIn(name, bytes, id)).status, 202);
  checkBatch(await settled(id), queued);
});

test("bytes that are held end at once, unread, and name their document", async () => {
  const { id } = await begin("再来");
  const [name = "", bytes = new Uint8Array()] = Object.entries(good(1))[0] ?? [];
  const { job } = (await (await handIn(`别名-${name}`, bytes, id)).json()) as { job: Job };
  assert.deepEqual([job.state, job.outcome], ["done", "held"]);
  assert.match(job.message ?? "", /^already held as 一\.txt: 1 sentences/u);
  assert.equal((await shown(id, "&state=held")).files.items.length, 1);
});

test("a batch that is cancelled takes nothing more", async () => {
  const { id } = await begin("取消");
  const cancelled = (await (await post(`/api/batches/${id}/cancel`, {})).json()) as Batch;
  assert.notEqual(cancelled.cancelledAt, null);
  const late = await handIn("迟.txt", dated(9), id);
  assert.equal(late.status, 409);
  assert.match(((await late.json()) as Problem).detail, /was cancelled/u);
  assert.equal((await handIn("迟.txt", dated(9), "01890000-0000-7000-8000-000000000000")).status, 404);
});

test("the public sees no batches and begins none", async () => {
  const { id } = await begin("内部");
  assert.equal((await get("/api/batches")).status, 401);
  assert.equal((await get(`/api/batches/${id}`)).status, 401);
  assert.equal((await post("/api/batches", { name: "x" }, { cookie: "" })).status, 401);
});
