import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { qipan, startCommand } from "../qipan-command.ts";
import { databaseProcess, ROOT, startQipan, untilAnswers } from "../running-qipan.ts";

const folder = mkdtempSync(join(tmpdir(), "qipan-beside-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, "data");
const files = join(folder, "files");
mkdirSync(files);
for (let index = 0; index < 12; index += 1)
  writeFileSync(join(files, `${index}.txt`), `2021年3月${index + 1}日，第${index}号单位召开会议。`);

const held = (): readonly { readonly name: string }[] =>
  JSON.parse(qipan(data, ["export", "documents", "--format", "json"]).stdout) as readonly { name: string }[];

test("two commands that begin at once on a new folder share one database and hold each file once", async () => {
  const both = [1, 2].map(() => startCommand(data, ["ingest", files]));
  const codes = await Promise.all(both.map(async (command) => (await once(command, "exit"))[0] as number));
  assert.deepEqual(codes, [0, 0]);
  assert.equal(held().length, 12);
  assert.equal(databaseProcess(data), undefined, "the last to leave stops the database");
});

test("commands work beside a running server, which sees at once what they do and goes on after them", async () => {
  const server = await startQipan({ dataDirectory: data, command: ["./qipan", "serve"] });
  try {
    await untilAnswers(server, "/readyz", 60_000);
    const database = databaseProcess(data);
    writeFileSync(join(files, "new.txt"), "2022年5月6日，两市签署合作协议。");
    const ingested = qipan(data, ["ingest", files, "--visibility", "public"]);
    assert.equal(ingested.code, 0, ingested.stderr);
    const list = (await (await fetch(`${server.url}/api/documents`)).json()) as { items: { name: string }[] };
    assert.deepEqual(
      list.items.map(({ name }) => name),
      ["new.txt"],
      "the public one of thirteen",
    );
    assert.equal(databaseProcess(data), database, "the command left the server its database");
    assert.equal(qipan(data, ["verify"]).code, 0);
  } finally {
    assert.equal(await server.end("SIGINT"), 0);
  }
  assert.equal(databaseProcess(data), undefined);
});

test("two servers that set up one new folder at once both become ready, and load nothing twice", async () => {
  const fresh = join(folder, "fresh");
  const servers = await Promise.all(
    [1, 2].map(() => startQipan({ dataDirectory: fresh, command: ["./qipan", "serve", "--setup"] })),
  );
  try {
    await Promise.all(servers.map((server) => untilAnswers(server, "/readyz", 180_000)));
    const totals = await Promise.all(servers.map(({ url }) => totalsOf(url)));
    assert.deepEqual(totals[0], totals[1]);
    const samples = readdirSync(join(ROOT, "corpus")).filter((name) => /^\d{3}_/u.test(name));
    assert.equal(totals[0]?.documents, samples.length);
    assert.ok((totals[0]?.events ?? 0) >= 135, "every event of the pack");
  } finally {
    for (const server of servers) assert.equal(await server.end("SIGINT"), 0);
  }
  const verified = qipan(fresh, ["verify"]);
  assert.equal(verified.code, 0, verified.stdout);
});

async function totalsOf(url: string): Promise<{ documents: number; events: number }> {
  const total = async (path: string): Promise<number> =>
    ((await (await fetch(`${url}${path}`)).json()) as { total: number }).total;
  return { documents: await total("/api/documents"), events: await total("/api/entries?kind=event&limit=1") };
}
