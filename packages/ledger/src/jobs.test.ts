import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { after, test } from "node:test";
import { publicReader } from "@qipan/policy/records/principal";
import { createEntry } from "./entries.ts";
import { anEvent, editorOf, unit } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { type JobHandler, startJobs } from "./jobs.ts";
import { enqueueJob, jobById, type NewJob, newestJobs } from "./jobs/job.ts";
import { LedgerRefusal } from "./refusal.ts";

const { ledger, databaseUrl } = await testLedger();
const beijing = editorOf("110000");
const ask = (job: Partial<NewJob> & { name: string }) =>
  ledger.as(beijing, (tx) => enqueueJob(tx, { jurisdiction: unit("110000"), subject: "甲", ...job }));
const look = async (job: { id: Parameters<typeof jobById>[1] }) => ledger.as(beijing, (tx) => jobById(tx, job.id));

/** Works until nothing is left to do. */
async function workOff(handlers: Record<string, JobHandler>): Promise<void> {
  const workers = await startJobs(ledger, handlers);
  await workers.idle();
  await workers.stop();
}

test("a job runs as the principal who asked for it, tells its progress and ends", async () => {
  const job = await ask({ name: "write", payload: { title: "作业所写" }, total: 2 });
  assert.equal(job.state, "waiting");
  await workOff({
    write: async ({ job: { payload, principal }, as, progress }) => {
      assert.deepEqual(principal, beijing);
      await as((tx) => createEntry(tx, anEvent(String(payload.title))));
      progress({ done: 2, total: 2, message: "写好" });
      return { message: "一条" };
    },
  });
  const { state, done, total, message, finishedAt } = await look(job);
  assert.deepEqual(
    { state, done, total, message, ended: finishedAt !== null },
    { state: "done", done: 2, total: 2, message: "一条", ended: true },
  );
});

test("a job never carries more rights than whoever asked for it", async () => {
  const refused = (error: unknown) => error instanceof LedgerRefusal && error.code === "forbidden";
  const ofTianjin = ledger.as(beijing, (tx) =>
    enqueueJob(tx, { jurisdiction: unit("120000"), name: "write", subject: "乙" }),
  );
  await assert.rejects(ofTianjin, refused);
  await assert.rejects(
    ledger.as(publicReader, (tx) => enqueueJob(tx, { jurisdiction: unit("110000"), name: "write", subject: "乙" })),
    refused,
  );
});

test("a job that fails keeps its message and does not hold up the others", async () => {
  const failing = await ask({ name: "fail" });
  const good = await ask({ name: "good" });
  await workOff({
    fail: async () => {
      throw new Error("文件打不开");
    },
    good: async () => undefined,
  });
  assert.deepEqual([(await look(failing)).state, (await look(failing)).message], ["failed", "文件打不开"]);
  assert.equal((await look(good)).state, "done");
});

test("of work that is enough once one job is open at a time", async () => {
  const first = await ask({ name: "once", onlyOnce: "包" });
  assert.equal((await ask({ name: "once", onlyOnce: "包" })).id, first.id);
  assert.notEqual((await ask({ name: "once", onlyOnce: "另一包" })).id, first.id);
  await workOff({ once: async () => undefined });
  const again = await ask({ name: "once", onlyOnce: "包" });
  assert.notEqual(again.id, first.id);
  await workOff({ once: async () => undefined });
});

test("a job that was asked for in a transaction that failed does not run", async () => {
  const failed = ledger.as(beijing, async (tx) => {
    await enqueueJob(tx, { jurisdiction: unit("110000"), name: "never", subject: "丙" });
    throw new Error("又不要了");
  });
  await assert.rejects(failed, /又不要了/u);
  await workOff({
    never: async () => {
      throw new Error("ran");
    },
  });
  assert.ok(!(await ledger.as(beijing, (tx) => newestJobs(tx, 100))).some(({ name }) => name === "never"));
});

test("a unit sees its own jobs and nobody else's", async () => {
  assert.ok((await ledger.as(beijing, (tx) => newestJobs(tx, 10))).length > 0);
  assert.deepEqual(await ledger.as(editorOf("120000"), (tx) => newestJobs(tx, 10)), []);
  assert.deepEqual(await ledger.as(publicReader, (tx) => newestJobs(tx, 10)), []);
});

test("stopping hands a running job back, and the next worker does it", async () => {
  const job = await ask({ name: "slow" });
  const started = Promise.withResolvers<void>();
  const workers = await startJobs(ledger, {
    slow: ({ signal }) => {
      started.resolve();
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
    },
  });
  await started.promise;
  assert.equal((await look(job)).state, "running");
  await workers.stop();
  assert.equal((await look(job)).state, "waiting");
  await workOff({ slow: async () => undefined });
  assert.equal((await look(job)).state, "done");
});

test("several jobs run at a time when that is asked for, and each once", async () => {
  const runs = new Map<string, number>();
  for (let number = 0; number < 12; number += 1) await ask({ name: "many", subject: String(number) });
  const workers = await Promise.all(
    [1, 2].map(() =>
      startJobs(
        ledger,
        { many: async ({ job }) => void runs.set(job.subject, (runs.get(job.subject) ?? 0) + 1) },
        { concurrency: 2 },
      ),
    ),
  );
  while ((await ledger.as(beijing, (tx) => newestJobs(tx, 12))).some(({ state }) => state !== "done"))
    await Promise.all(workers.map((one) => one.idle()));
  await Promise.all(workers.map((one) => one.stop()));
  assert.deepEqual(
    [...runs.values()],
    Array.from({ length: 12 }, () => 1),
  );
});

const children: ChildProcess[] = [];
after(() => children.forEach((child) => child.kill("SIGKILL")));

test("a job whose process was killed is taken up again at once, a living worker's is left alone", async () => {
  const job = await ask({ name: "count" });
  const script = new URL("jobs/doomed-worker.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, databaseUrl, "harness"], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  let runs = 0;
  const workers = await startJobs(ledger, { count: async () => void (runs += 1) }, { pollMilliseconds: 50 });
  await workers.idle();
  assert.equal(runs, 0, "its worker lives");
  assert.equal((await look(job)).state, "running");
  child.kill("SIGKILL");
  const ended = async (): Promise<boolean> => (await look(job)).state === "done";
  for (let tries = 0; tries < 100 && !(await ended()); tries += 1) await sleep(50);
  await workers.idle();
  await workers.stop();
  assert.equal(runs, 1);
  assert.equal((await look(job)).state, "done");
});
