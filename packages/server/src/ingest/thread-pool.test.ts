import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openThreads } from "./thread-pool.ts";

// A thread that answers a number with its double, fails on 13 and dies on 0.
const source = `
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", (task) => {
    if (task === 0) process.exit(1);
    parentPort.postMessage(task === 13 ? { failure: "unlucky" } : { answer: task * 2 });
  });`;
const file = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const threads = openThreads<number, number>(file, { size: 2, data: null });
after(() => threads.close());

test("more tasks than threads are all answered, each with its own answer", async () => {
  const tasks = Array.from({ length: 20 }, (_, index) => index + 20);
  assert.deepEqual(
    await Promise.all(tasks.map(threads.run)),
    tasks.map((task) => task * 2),
  );
});

test("a task that fails rejects with the reason, and the pool goes on", async () => {
  await assert.rejects(threads.run(13), /unlucky/u);
  assert.equal(await threads.run(4), 8);
});

test("a thread that dies takes only its own task with it", async () => {
  const [dead, ...living] = await Promise.allSettled([0, 5, 6, 7].map(threads.run));
  assert.equal(dead?.status, "rejected");
  assert.deepEqual(
    living.map((outcome) => outcome.status === "fulfilled" && outcome.value),
    [10, 12, 14],
  );
});
