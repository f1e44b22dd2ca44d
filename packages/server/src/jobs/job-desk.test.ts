import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, test } from "node:test";
import { auditPage } from "@qipan/ledger/audit";
import { documentById } from "@qipan/ledger/documents";
import { editorOf } from "@qipan/ledger/harness/samples";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import { type Job, jobById } from "@qipan/ledger/jobs/job";
import type { Id } from "@qipan/policy/records/identity";
import { publicReader } from "@qipan/policy/records/principal";
import type { Upload } from "../http/job-desk.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { silentLog } from "../log.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { openDesk } from "./job-desk.ts";

const { ledger } = await testLedger();
const dataDirectory = await mkdtemp(join(tmpdir(), "qipan-desk-"));
const lexicon = ownFolders(join(import.meta.dirname, "../../../.."));
const desk = await openDesk({ ledger, dataDirectory, lexicon, log: silentLog() });
after(async () => {
  await desk.stop();
  await rm(dataDirectory, { recursive: true });
});
const clerk = editorOf("130000", "110000");

const submit = async (upload: Promise<Upload>, principal = clerk): Promise<{ id: Id }> => {
  const given = await upload;
  try {
    return await ledger.as(principal, (tx) => desk.submit(tx, given));
  } finally {
    await rm(given.file.path, { force: true });
  }
};

/** A body as the HTTP side leaves it in the folder. */
async function upload(text: string, name = "来件.txt"): Promise<Upload> {
  const bytes = Buffer.from(text);
  const path = join(dataDirectory, "incoming", `${randomUUID()}.part`);
  await mkdir(join(dataDirectory, "incoming"), { recursive: true });
  await writeFile(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, file: { path, byteLength: bytes.length, sha256 }, visibility: "draft" };
}

async function ended(id: Id): Promise<Job> {
  for (;;) {
    const job = await ledger.as(clerk, (tx) => jobById(tx, id));
    if (job.state === "done" || job.state === "failed") return job;
    await sleep(20);
  }
}

test("an upload is read in the background, belongs to the unit of who handed it in, and leaves no copy behind", async () => {
  const job = await ended((await submit(upload("2021年3月5日，甲市召开会议。", "../x/来件.txt"))).id);
  assert.deepEqual([job.state, job.subject, job.done, job.total], ["done", "来件.txt", 1, 1]);
  const document = job.document && (await ledger.as(clerk, (tx) => documentById(tx, job.document as Id)));
  assert.deepEqual(document && [document.jurisdiction, document.visibility, document.name], [
    "130000",
    "draft",
    "来件.txt",
  ]);
  assert.deepEqual([job.outcome, job.by, document?.origin], ["created", clerk.actor, "x/来件.txt"]);
  assert.deepEqual(await readdir(join(dataDirectory, "incoming")), []);
});

test("a large file is read on a thread and comes out like a small one", async () => {
  const job = await ended((await submit(upload("2021年3月6日，乙市召开会议。\n".repeat(5000)))).id);
  assert.equal(job.state, "done", job.message ?? "");
  assert.equal(job.total, 5000);
});

test("a classified file fails with the reason and is not kept", async () => {
  const job = await ended((await submit(upload("绝密\n\n正文。"))).id);
  assert.deepEqual([job.state, job.outcome], ["failed", "refused"]);
  assert.match(job.message ?? "", /marked 绝密/u);
  const { items } = await ledger.as(clerk, (tx) => auditPage(tx, { subject: "来件.txt", limit: 1 }));
  assert.deepEqual([items[0]?.action, items[0]?.actor, items[0]?.reason], ["refuse-file", clerk.actor, job.message]);
  assert.deepEqual(await readdir(join(dataDirectory, "incoming")), []);
});

for (const [rule, given, code] of [
  ["an empty file", () => upload(""), "invalid"],
  ["a type that is not read", () => upload("x", "a.exe"), "unsupported-media-type"],
] as const)
  test(`${rule} is refused before it is queued`, async () => {
    await assert.rejects(submit(given()), (failure) => failure instanceof RequestRefused && failure.code === code);
  });

test("the public hands nothing in", async () => {
  await assert.rejects(submit(upload("正文。"), publicReader), /writes for no unit/u);
});
