import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Problem } from "../contract/problem.ts";
import { readConfig } from "../config.ts";
import { DataFolderFault } from "../data-folder.ts";
import { silentLog } from "../log.ts";
import { serve, type ServeOptions } from "../serve.ts";
import { testServer } from "./harness/test-server.ts";
import { PortRefused } from "./listen.ts";

test("until every step is done the API says what is missing, and health and page answer", async () => {
  const step = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<string>();
  const done = testServer({
    setUp: [
      {
        name: "pack",
        run: async (_, progress) => {
          progress(1, 4, "places");
          await step.promise;
        },
      },
    ],
    say: (line) => asked.resolve(line),
    onListening: (url) => asked.resolve(url),
  });
  const url = await asked.promise;
  while (((await (await fetch(`${url}/readyz`)).json()) as Problem).steps?.[2]?.state !== "running")
    await new Promise((resolve) => setTimeout(resolve, 50));
  const refused = await fetch(`${url}/api/board`);
  const { code, steps } = (await refused.json()) as Problem;
  assert.deepEqual([refused.status, code, refused.headers.get("retry-after")], [503, "not-ready", "2"]);
  assert.deepEqual(steps?.[2], { name: "pack", state: "running", done: 1, total: 4, message: "places" });
  assert.deepEqual(
    [
      (await fetch(`${url}/healthz`)).status,
      (await fetch(url)).status,
      (await fetch(`${url}/api/openapi.json`)).status,
    ],
    [200, 200, 200],
  );
  step.resolve();
  assert.equal((await (await done).get("/api/board")).status, 200);
});

const options = (folder: string, port: number): ServeOptions => ({
  config: readConfig({ QIPAN_DATA: folder, QIPAN_PORT: String(port) }, "/"),
  root: folder,
  version: "0",
  now: () => new Date(0),
  lexicon: () => Promise.reject(new Error("not read here")),
  log: silentLog(),
  say: () => undefined,
  setUp: [],
  openDesk: () => Promise.reject(new Error("not opened here")),
});

test("a port that is taken is named, with what to do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "qipan-port-"));
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await assert.rejects(
    serve(options(folder, port)),
    (failure: Error) => failure instanceof PortRefused && failure.message.includes(`QIPAN_PORT=${port + 1} npm start`),
  );
  other.close();
  assert.equal((await stat(join(folder, "operator-token"))).mode & 0o777, 0o600);
  await rm(folder, { recursive: true });
});

test("a data folder that is a file is named, with what to do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "qipan-file-"));
  const file = join(folder, "data");
  await writeFile(file, "");
  await assert.rejects(
    serve(options(file, 0)),
    (failure: Error) => failure instanceof DataFolderFault && /is a file: .*QIPAN_DATA=/u.test(failure.message),
  );
  await rm(folder, { recursive: true });
});
