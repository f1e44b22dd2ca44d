import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { clearAway, databaseProcess, ROOT, startQipan, untilAnswers } from "../running-qipan.ts";

const scratch = mkdtempSync(join(tmpdir(), "clone-"));
chmodSync(scratch, 0o711);
after(() => rmSync(scratch, { recursive: true, force: true }));

const FIRST_START = 180_000;

test("npm start on a fresh clone sets everything up and serves; a second one is quick", async (t) => {
  const clone = join(scratch, "qipan");
  execFileSync("git", ["clone", "--quiet", ROOT, clone]);
  const dataDirectory = join(clone, ".qipan");
  const first = await startQipan({ dataDirectory, root: clone, command: ["npm", "start"] });
  t.after(() => clearAway(first, dataDirectory));
  t.diagnostic(`fresh clone to ready: ${Math.round(await untilAnswers(first, "/readyz", FIRST_START))} ms`);
  await first.end("SIGINT"); // npm's own shell may die of the signal: what counts is that everything behind it ends
  await databaseGone(dataDirectory);

  const second = await startQipan({ dataDirectory, root: clone, command: ["npm", "start"] });
  t.after(() => clearAway(second, dataDirectory));
  t.diagnostic(`second start: ${Math.round(await untilAnswers(second, "/readyz", 10_000))} ms`);
  await second.end("SIGTERM");
  await databaseGone(dataDirectory);
  assert.ok(existsSync(join(clone, "node_modules", ".bin", "qipan")));
});

async function databaseGone(dataDirectory: string): Promise<void> {
  for (let tries = 0; tries < 200 && databaseProcess(dataDirectory) !== undefined; tries += 1) await sleep(50);
  assert.equal(databaseProcess(dataDirectory), undefined);
}
