import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { batchesPage, batchFiles } from "../../packages/ledger/src/batches.ts";
import { openLedger } from "../../packages/ledger/src/open.ts";
import { localOperator } from "../../packages/server/src/http/session.ts";
import { jsonLines, qipan, startCommand } from "../qipan-command.ts";

const folder = mkdtempSync(join(tmpdir(), "qipan-batch-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, "data");
const files = join(folder, "来件");
const archive = join(folder, "档.zip");
const count = 40;

const minutes = (number: number): string =>
  Array.from({ length: 30 }, (_, day) => `2021年3月${(day % 28) + 1}日，第${number}组召开第${day}次会议。`).join(
    "\n\n",
  );

mkdirSync(files);
for (let index = 0; index < count; index += 1) writeFileSync(join(files, `${index}.txt`), minutes(index));
writeFileSync(join(files, "a-坏.exe"), "MZ");
const members = Array.from(
  { length: count },
  (_, index) => [`子/${index}.txt`, strToU8(minutes(count + index))] as const,
);
writeFileSync(archive, zipSync(Object.fromEntries([...members, ["子/空.txt", new Uint8Array()]])));

interface Told {
  readonly file: string;
  readonly state: string;
  readonly message: string;
}

const words = ["ingest", files, archive, "--batch", "一批", "--json"];
const total = 2 * count + 2;

test("a batch that is killed again and again goes on where it was; at the end every file is told once", async () => {
  for (const part of [0.3, 0.5, 0.7, 0.9]) {
    const command = startCommand(data, words);
    const ended = once(command, "exit");
    await Promise.race([ended, sleep(5000 * part)]);
    command.kill("SIGKILL");
    await ended;
  }
  const last = qipan(data, words);
  assert.equal(last.code, 1, "two files are refused");
  const told = jsonLines<Told>(last);
  assert.equal(told.length, total);
  assert.deepEqual(
    told.filter(({ state }) => state === "refused").map(({ file, message }) => [file, message.slice(0, 5)]),
    [
      ["来件/a-坏.exe", "a-坏.e"],
      ["档.zip!子/空.txt", "空.txt"],
    ],
  );
  assert.match(last.stderr, /refused: 档\.zip!子\/空\.txt: 空\.txt is empty/u);
  const verified = qipan(data, ["verify"]);
  assert.equal(verified.code, 0, verified.stdout + verified.stderr);
  assert.deepEqual(readdirSync(join(data, "incoming")), [], "no copy is left behind");
});

test("the batch has each file once, as taken in or refused", async () => {
  const ledger = await openLedger({ dataDirectory: data, now: () => new Date() });
  try {
    await ledger.as(localOperator, async (tx) => {
      const { items } = await batchesPage(tx, { limit: 10 });
      assert.deepEqual(
        // A kill between the file and the end of its job leaves a file that the next attempt finds held.
        items.map(({ name, counts }) => [name, counts.created + counts.held, counts.refused, counts.failed]),
        [["一批", 2 * count, 2, 0]],
      );
      const { items: jobs } = await batchFiles(tx, items[0]?.id ?? assert.fail(), { limit: 1000 });
      assert.equal(new Set(jobs.map(({ origin }) => origin)).size, jobs.length);
    });
  } finally {
    await ledger.close();
  }
});

test("again: everything is held, nothing is read, nothing is put onto record twice", () => {
  const begun = performance.now();
  const told = jsonLines<Told>(qipan(data, words));
  assert.equal(told.filter(({ state }) => state === "held").length, 2 * count);
  assert.ok(performance.now() - begun < 10_000);
});

test("a dry run changes nothing and says what would be refused and why", () => {
  const fresh = join(folder, "fresh");
  const ended = qipan(fresh, ["ingest", files, "--dry-run", "--json"]);
  assert.equal(ended.code, 1);
  const told = jsonLines<Told>(ended);
  assert.deepEqual([told.length, told.filter(({ state }) => state === "refused").length], [count + 1, 1]);
  assert.match(
    told.find(({ state }) => state === "done")?.message ?? "",
    /^would be taken in: \d+ sentences, \d+ readings/u,
  );
  assert.equal(JSON.parse(qipan(fresh, ["export", "documents", "--format", "json"]).stdout).length, 0);
});
