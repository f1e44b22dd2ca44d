import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { clearAway, databaseProcess, freePort, type RunningQipan, startQipan, untilAnswers } from "../running-qipan.ts";

const scratch = mkdtempSync(join(tmpdir(), "start-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const FIRST_START = 120_000;
const NEXT_START = 10_000;

async function total(qipan: RunningQipan, path: string): Promise<number> {
  const body: unknown = await (await fetch(`${qipan.url}${path}`)).json();
  return typeof body === "object" && body !== null && "total" in body ? Number(body.total) : -1;
}

/** Whatever a test leaves running is ended with it. */
function ending(t: TestContext, qipan: RunningQipan, dataDirectory: string): RunningQipan {
  t.after(() => clearAway(qipan, dataDirectory));
  return qipan;
}

test("the first start sets everything up, Ctrl-C stops all of it, the next start is quick and loads nothing twice", async (t) => {
  const dataDirectory = join(scratch, "whole");
  const first = ending(t, await startQipan({ dataDirectory }), dataDirectory);
  const alive = await untilAnswers(first, "/healthz", FIRST_START);
  const ready = await untilAnswers(first, "/readyz", FIRST_START);
  t.diagnostic(`healthz ${Math.round(alive)} ms, then readyz ${Math.round(ready)} ms`);
  const address = new RegExp(`${first.url.replaceAll(".", "\\.")}\\b`, "g");
  assert.ok((first.said().match(address) ?? []).length >= 1, `no line says the address:\n${first.said()}`);
  assert.match(await (await fetch(first.url)).text(), /<!doctype html>/i);
  const counts = [await total(first, "/api/entries?kind=event"), await total(first, "/api/documents")];
  assert.ok((counts[0] ?? 0) > 0 && (counts[1] ?? 0) > 0, `entries and documents: ${counts.join(", ")}`);
  assert.equal(await first.end("SIGINT"), 0, first.said());
  assert.equal(databaseProcess(dataDirectory), undefined);

  const second = ending(t, await startQipan({ dataDirectory }), dataDirectory);
  t.diagnostic(`second start ${Math.round(await untilAnswers(second, "/readyz", NEXT_START))} ms`);
  assert.deepEqual([await total(second, "/api/entries?kind=event"), await total(second, "/api/documents")], counts);
  assert.equal(await second.end("SIGTERM"), 0, second.said());
  assert.equal(databaseProcess(dataDirectory), undefined);
});

test("after kill -9 the database left behind is adopted and stopped with the next end", async (t) => {
  const dataDirectory = join(scratch, "whole"); // of the test before: set up already
  const command = [process.execPath, "packages/server/src/cli/main.ts", "serve", "--setup"];
  const killed = ending(t, await startQipan({ dataDirectory, command }), dataDirectory);
  await untilAnswers(killed, "/readyz", NEXT_START);
  const orphan = databaseProcess(dataDirectory);
  await killed.end("SIGKILL");
  assert.equal(databaseProcess(dataDirectory), orphan);
  const next = ending(t, await startQipan({ dataDirectory, command }), dataDirectory);
  await untilAnswers(next, "/readyz", NEXT_START);
  assert.equal(databaseProcess(dataDirectory), orphan);
  assert.equal(await next.end("SIGINT"), 0, next.said());
  assert.equal(databaseProcess(dataDirectory), undefined);
});

test("two on one folder work side by side, and the first may leave", async (t) => {
  const dataDirectory = join(scratch, "whole");
  const [one, other] = await Promise.all([startQipan({ dataDirectory }), startQipan({ dataDirectory })]);
  for (const qipan of [one, other]) ending(t, qipan, dataDirectory);
  await Promise.all([one, other].map((qipan) => untilAnswers(qipan, "/readyz", NEXT_START * 2)));
  assert.equal(await one.end("SIGINT"), 0, one.said());
  assert.ok((await total(other, "/api/entries?kind=event")) > 0);
  assert.equal(await other.end("SIGINT"), 0, other.said());
  assert.equal(databaseProcess(dataDirectory), undefined);
});

test("a taken port is named, with the setting that changes it", async (t) => {
  const port = await freePort();
  const squatter = createServer().listen(port, "127.0.0.1");
  await once(squatter, "listening");
  t.after(() => squatter.close());
  const dataDirectory = join(scratch, "whole");
  const qipan = ending(t, await startQipan({ dataDirectory, port }), dataDirectory);
  const [code] = await once(qipan.process, "exit");
  assert.notEqual(code, 0);
  assert.match(qipan.said(), new RegExp(`${port}[^]*QIPAN_PORT`));
  assert.equal(databaseProcess(dataDirectory), undefined);
});

test("a data folder that cannot be made is named, with the setting that changes it", async (t) => {
  writeFileSync(join(scratch, "file"), "no folder");
  const dataDirectory = join(scratch, "file", "data");
  const qipan = ending(t, await startQipan({ dataDirectory }), dataDirectory);
  const [code] = await once(qipan.process, "exit");
  assert.notEqual(code, 0);
  assert.match(qipan.said(), /file[^]*QIPAN_DATA/);
});

for (const [rule, options, expected] of [
  ["a read-only data folder", "ro", /cannot be (written|used)[^]*QIPAN_DATA/],
  ["a full disk", "size=20m", /is full[^]*QIPAN_DATA/],
] as const)
  test(`${rule} is said to be so`, async (t) => {
    const folder = join(scratch, options.replace("=", "-"));
    mkdirSync(folder);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", options, "none", folder], { stdio: "ignore" });
    } catch {
      return t.skip("needs the right to mount");
    }
    t.after(() => execFileSync("umount", [folder]));
    const dataDirectory = join(folder, "data");
    const qipan = ending(t, await startQipan({ dataDirectory }), dataDirectory);
    const [code] = await once(qipan.process, "exit");
    assert.notEqual(code, 0);
    assert.match(qipan.said(), expected);
  });
