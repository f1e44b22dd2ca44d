import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { after, test } from "node:test";
import { editorOf, unit } from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { enqueueJob, newestJobs } from "./jobs/job.ts";
import { verifyLedger } from "./verify.ts";

const { ledger, databaseUrl } = await testLedger();
const beijing = editorOf("110000");
const documents = 24;
const children: ChildProcess[] = [];
after(() => children.forEach((child) => child.kill("SIGKILL")));

async function worker(): Promise<ChildProcess> {
  const script = new URL("jobs/receiving-worker.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, databaseUrl, "harness"], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

test("workers that are killed at any moment lose nothing, leave nothing half-written and repeat nothing", async () => {
  for (let number = 0; number < documents; number += 1) {
    await ledger.as(beijing, (tx) =>
      enqueueJob(tx, { jurisdiction: unit("110000"), name: "receive", subject: `文件${number}` }),
    );
  }
  for (const milliseconds of [1, 17, 39, 61, 83]) {
    const child = await worker();
    await sleep(milliseconds); // somewhere between two jobs, or within one
    child.kill("SIGKILL");
    await once(child, "exit");
    const [held] = await onDatabase<{ wrong: number }>(
      databaseUrl,
      `select count(*)::int as wrong from qipan.document d
        where (select count(*) from qipan.sentence s where s.document = d.id) <> 200
           or (select count(*) from qipan.reading r where r.document = d.id) <> 200`,
    );
    assert.equal(held?.wrong, 0, "a document is there with all of its sentences and readings, or not at all");
  }
  await once(await worker(), "exit");
  const jobs = await ledger.as(beijing, (tx) => newestJobs(tx, 100));
  assert.deepEqual(new Set(jobs.map(({ state, done }) => `${state} ${done}`)), new Set(["done 200"]));
  assert.equal(new Set(jobs.map(({ document }) => document)).size, documents, "each job has a document of its own");
  const { checked, problems } = await verifyLedger(ledger);
  assert.deepEqual([checked.documents, checked.sentences, problems], [documents, documents * 200, []]);
});
