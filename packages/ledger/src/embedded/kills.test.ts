import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { openEmbedded } from "./server.ts";

const scratch = mkdtempSync(join(tmpdir(), "kills-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const KILLS = 20;
/** Spread over making the cluster (the first second), starting, using and stopping. */
const momentOf = (kill: number): number => 120 + ((kill * 137) % 1100);

test("kill -9 at any moment of making, starting, using and stopping leaves a folder that opens", async () => {
  const folder = join(scratch, "folder");
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(import.meta.resolve("./server.ts"))});
    for (;;) {
      const server = await openEmbedded({ dataDirectory: ${JSON.stringify(folder)} });
      await new Promise((go) => setTimeout(go, 30));
      await server.stop();
    }`;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
    const exit = once(child, "exit");
    await sleep(momentOf(kill));
    assert.equal(child.exitCode, null, `before kill ${kill} it could not open the folder`);
    child.kill("SIGKILL");
    await exit;
  }
  const server = await openEmbedded({ dataDirectory: folder });
  const client = new Client(server.adminUrl("postgres"));
  await client.connect();
  assert.deepEqual((await client.query("select 1 as answer")).rows, [{ answer: 1 }]);
  await client.end();
  await server.stop();
  await sleep(1500); // by now the last killed process's initdb has ended, and its draft can go
  await (await openEmbedded({ dataDirectory: folder })).stop();
  assert.deepEqual(readdirSync(folder).sort(), ["cluster", "server.log"]);
});
