import assert from "node:assert/strict";
import { after, test } from "node:test";
import { FileRefused } from "./file-refusal.ts";
import { onThread } from "./reader.ts";
import type { ReadingTask } from "./take-out.ts";
import { openThreads, ThreadFailure } from "./thread-pool.ts";

// A thread that answers how its life went: it may loop for ever, hoard memory, die, die once or refuse.
const source = `
  import { parentPort } from "node:worker_threads";
  import { existsSync, writeFileSync } from "node:fs";
  parentPort.on("message", ({ doc, date }) => {
    if (doc === "loop") for (;;);
    if (doc === "hoard") for (const all = []; ; ) all.push(new Array(100000).fill(doc));
    if (doc === "die") process.exit(3);
    if (doc === "throw") throw new Error("out of the blue");
    if (doc === "once" && !existsSync(date)) { writeFileSync(date, ""); process.exit(3); }
    if (doc === "refuse") return parentPort.postMessage({ failure: "refuse holds a password", code: "encrypted" });
    parentPort.postMessage({ answer: doc });
  });`;
const file = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const threads = openThreads<ReadingTask, string>(file, {
  size: 1,
  data: null,
  limits: { seconds: 1.5, heapMebibytes: 64 },
});
after(() => threads.close());
const task = (doc: string, date?: string): ReadingTask => ({ doc, date, bytes: new Uint8Array() });

for (const [rule, doc, code, message] of [
  ["a file that is never done is refused", "loop", "too-slow", /longer than 1.5 s/u],
  ["one that needs too much memory is", "hoard", "too-much-memory", /more memory/u],
  ["one that ends its thread twice is", "die", "damaged", /ended its reader twice/u],
  ["one whose reader throws outside of its task is", "throw", "damaged", /out of the blue/u],
  ["a refusal comes over with its code", "refuse", "encrypted", /password/u],
] as const)
  test(`on a thread: ${rule}, and the next file is read`, async () => {
    const read = onThread(threads, task(doc));
    await assert.rejects(
      read,
      (fault) => fault instanceof FileRefused && fault.code === code && message.test(fault.message),
    );
    assert.equal(await onThread(threads, task("good")), "good");
  });

test("a thread that died of something else is forgiven once", async () => {
  const mark = `/tmp/qipan-once-${process.pid}`;
  assert.equal(await onThread(threads, task("once", mark)), "once");
  const { rm } = await import("node:fs/promises");
  await rm(mark);
});

test("the failure of a thread says what kind it is", async () => {
  await assert.rejects(threads.run(task("loop")), (fault) => fault instanceof ThreadFailure && fault.kind === "late");
});
