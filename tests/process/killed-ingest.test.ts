import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, test } from "node:test";
import { qipan, startCommand } from "../qipan-command.ts";
import { databaseProcess } from "../running-qipan.ts";

const folder = mkdtempSync(join(tmpdir(), "qipan-killed-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, "data");
const files = join(folder, "files");
mkdirSync(files);

const wantedKills = 20;
const filesARound = 6;
const entriesAFile = 40;

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A chronicle of its own for each file: so many entries, so many event readings. */
function writeFiles(round: number): void {
  for (let index = 0; index < filesARound; index += 1) {
    const entries = Array.from(
      { length: entriesAFile },
      (_, day) => `${(day % 28) + 1}日 第${round}组第${index}号单位召开第${day}次会议。`,
    );
    writeFileSync(
      join(files, `r${round}-${index}.txt`),
      ["2021年", "3月", ...entries.map((entry) => `3月${entry}`)].join("\n\n"),
    );
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly sentenceCount: number;
  readonly readingCount: number;
}

const documents = (): readonly Row[] =>
  JSON.parse(qipan(data, ["export", "documents", "--format", "json"]).stdout) as readonly Row[];

test("an ingest killed at any moment loses nothing committed and repeats nothing", async () => {
  const random = numbers(8620);
  const seen = new Map<string, string>();
  let [kills, rounds] = [0, 0];
  let usualMs = 2000;
  while (kills < wantedKills) {
    assert.ok((rounds += 1) <= wantedKills * 4, `${kills} kills in ${rounds} rounds`);
    writeFiles(rounds);
    const begun = performance.now();
    const command = startCommand(data, ["ingest", files]);
    const ended = once(command, "exit");
    await Promise.race([ended, sleep(usualMs * (0.1 + 0.9 * random.next().value))]);
    command.kill("SIGKILL");
    await ended;
    if (command.signalCode === "SIGKILL") kills += 1;
    else usualMs = (performance.now() - begun) * 0.9;
    if (kills % 5 === 0 && command.signalCode === "SIGKILL") checkNothingLost(seen);
  }
  const orphan = databaseProcess(data);
  const last = qipan(data, ["ingest", files]);
  assert.equal(last.code, 0, last.stderr);
  checkNothingLost(seen);
  const held = documents();
  assert.equal(held.length, rounds * filesARound);
  assert.equal(new Set(held.map(({ name }) => name)).size, held.length);
  for (const { name, readingCount } of held) assert.equal(readingCount, entriesAFile, name);
  assert.equal(new Set(held.map(({ sentenceCount }) => sentenceCount)).size, 1, "no document is half there");
  assert.ok(
    orphan === undefined || databaseProcess(data) === undefined,
    "the orphaned database was adopted and stopped",
  );
  const verified = qipan(data, ["verify"]);
  assert.equal(verified.code, 0, verified.stdout + verified.stderr);
});

/** Every document that was ever seen committed is still there under its id. */
function checkNothingLost(seen: Map<string, string>): void {
  const held = new Map(documents().map(({ name, id }) => [name, id]));
  for (const [name, id] of seen) assert.equal(held.get(name), id, name);
  for (const [name, id] of held) seen.set(name, id);
}
