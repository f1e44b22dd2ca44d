import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { findPostmaster } from "./postmaster.ts";
import { type EmbeddedServer, openEmbedded } from "./server.ts";

const scratch = mkdtempSync(join(tmpdir(), "embedded-"));
chmodSync(scratch, 0o711); // the account `nobody` must be able to pass
after(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;
function newFolder(): string {
  folders += 1;
  return join(scratch, `folder-${folders}`);
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown> {
  const client = new Client(server.adminUrl("postgres"));
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function serverPid(folder: string): Promise<number | undefined> {
  const postmaster = await findPostmaster(join(folder, "cluster"));
  return postmaster.kind === "alive" ? postmaster.pid : undefined;
}

/** A process of its own that opens the folder, says so, and stops cleanly when its input ends. */
async function holder(folder: string, env: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(import.meta.resolve("./server.ts"))});
    const server = await openEmbedded({ dataDirectory: ${JSON.stringify(folder)} });
    console.log("open", server.version);
    process.stdin.on("end", () => server.stop().then(() => process.exit(0))).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  assert.equal(child.exitCode, null, "the process could not open the folder");
  return child;
}

async function leaveCleanly(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.stdin?.end();
  await exit;
}

async function killHard(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

test("a first start makes the cluster, a second start finds what was committed", async () => {
  const dataDirectory = newFolder();
  const first = await openEmbedded({ dataDirectory });
  assert.match(first.version, /^18\./);
  await ask(first, "create table kept as select 42 as answer");
  await first.stop();
  assert.equal(await serverPid(dataDirectory), undefined);
  const second = await openEmbedded({ dataDirectory });
  assert.equal(await ask(second, "select answer from kept"), 42);
  await second.stop();
});

test("the cluster is durable, private, UTF-8 and checks its pages", async () => {
  const dataDirectory = newFolder();
  const server = await openEmbedded({ dataDirectory });
  for (const [expression, expected] of [
    ["current_setting('fsync')", "on"],
    ["current_setting('data_checksums')", "on"],
    ["current_setting('server_encoding')", "UTF8"],
    ["current_setting('listen_addresses')", ""],
    ["current_setting('TimeZone')", "UTC"],
    ["current_user::text", "qipan_admin"],
    ["to_tsvector('simple', '雄安 新区')::text", "'新区':2 '雄安':1"],
  ] as const)
    assert.equal(await ask(server, `select ${expression}`), expected, expression);
  assert.equal(statSync(dataDirectory).mode & 0o777, 0o700);
  await server.stop();
});

test("stopping twice is stopping once", async () => {
  const server = await openEmbedded({ dataDirectory: newFolder() });
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
});

test("the server of a killed process is adopted, with all that was committed, and stopped by the adopter", async () => {
  const folder = newFolder();
  const child = await holder(folder);
  const pid = await serverPid(folder);
  await killHard(child);
  const server = await openEmbedded({ dataDirectory: folder });
  assert.equal(await serverPid(folder), pid);
  await server.stop();
  assert.equal(await serverPid(folder), undefined);
});

test("of two processes the first leaves without hurting the second, and the last stops the server", async () => {
  const folder = newFolder();
  const child = await holder(folder);
  const server = await openEmbedded({ dataDirectory: folder });
  await leaveCleanly(child);
  assert.equal(await ask(server, "select 1"), 1);
  const another = await holder(folder);
  await server.stop();
  assert.notEqual(await serverPid(folder), undefined);
  await leaveCleanly(another);
  assert.equal(await serverPid(folder), undefined);
});

test("processes that start at one moment on an empty folder share one server", async () => {
  const folder = newFolder();
  const children = await Promise.all([holder(folder), holder(folder), holder(folder)]);
  assert.notEqual(await serverPid(folder), undefined);
  await Promise.all(children.map(leaveCleanly));
  assert.equal(await serverPid(folder), undefined);
});

test("opening while the last one leaves always ends with a server that answers", async () => {
  const folder = newFolder();
  let server = await openEmbedded({ dataDirectory: folder });
  for (let round = 0; round < 10; round += 1) {
    const leaving = server.stop();
    server = await openEmbedded({ dataDirectory: folder });
    await leaving;
    assert.equal(await ask(server, "select 1"), 1, `round ${round}`);
  }
  await server.stop();
});

test("a server killed under us comes back at the same address", async () => {
  for (const listen of ["socket", "loopback"] as const) {
    const folder = newFolder();
    const server = await openEmbedded({ dataDirectory: folder, listen });
    const pid = await serverPid(folder);
    assert.ok(pid !== undefined);
    process.kill(pid, "SIGKILL");
    let answer: unknown;
    for (let tries = 0; tries < 200 && answer !== 1; tries += 1) {
      await sleep(25);
      answer = await ask(server, "select 1").catch(() => undefined);
    }
    assert.equal(answer, 1, listen);
    assert.notEqual(await serverPid(folder), pid);
    await server.stop();
    assert.equal(await serverPid(folder), undefined, listen);
  }
});

test("a path too long for a socket gets a private folder elsewhere, the same one next time", async () => {
  const folder = join(scratch, "很长的路径".repeat(8), "数据");
  mkdirSync(folder, { recursive: true });
  const first = await openEmbedded({ dataDirectory: folder });
  assert.notEqual(first.connection.host, folder);
  assert.equal(first.connection.password, undefined);
  assert.equal(statSync(first.connection.host).mode & 0o777, 0o700);
  assert.equal(await ask(first, "select 1"), 1);
  await first.stop();
  const second = await openEmbedded({ dataDirectory: folder });
  assert.equal(second.connection.host, first.connection.host);
  await second.stop();
  rmSync(first.connection.host, { recursive: true });
});

test("a path with blanks, commas, quotes and Chinese is a path like any other", async () => {
  for (const listen of ["socket", "loopback"] as const) {
    const server = await openEmbedded({ dataDirectory: join(scratch, `台账 a,b 'c' "d" %20`), listen });
    assert.equal(await ask(server, "select 1"), 1, listen);
    await server.stop();
  }
});

test("on loopback the password opens and anything else does not", async () => {
  const server = await openEmbedded({ dataDirectory: newFolder(), listen: "loopback" });
  assert.equal(server.connection.host, "127.0.0.1");
  assert.equal(await ask(server, "select 1"), 1);
  const client = new Client({ ...server.connection, database: "postgres", password: "guess" });
  await assert.rejects(client.connect(), /password authentication failed/);
  await server.stop();
});

for (const [rule, pidOf] of [
  ["dead", () => 2 ** 22 - 3],
  ["of another program now", () => process.pid],
] as const)
  test(`a postmaster.pid whose process is ${rule} does not stand in the way`, async () => {
    const folder = newFolder();
    await (await openEmbedded({ dataDirectory: folder })).stop();
    const cluster = join(folder, "cluster");
    writeFileSync(
      join(cluster, "postmaster.pid"),
      `${pidOf()}\n${cluster}\n1700000000\n5432\n${folder}\n\n0 0\nready\n`,
    );
    const server = await openEmbedded({ dataDirectory: folder });
    assert.equal(await ask(server, "select 1"), 1);
    await server.stop();
  });

test("a kill while the cluster is made leaves no half cluster", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "draft-4194301-dead", "cluster"), { recursive: true });
  const server = await openEmbedded({ dataDirectory: folder });
  assert.throws(() => statSync(join(folder, "draft-4194301-dead")), /ENOENT/);
  await server.stop();
});

test("the floor version runs the same way", async () => {
  const server = await openEmbedded({ dataDirectory: newFolder(), postgres: "floor" });
  assert.match(server.version, /^15\./);
  assert.equal(await ask(server, "select datctype from pg_database limit 1"), "C.UTF-8");
  await server.stop();
});

test("a process that forgets to stop still ends", async () => {
  const folder = newFolder();
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(import.meta.resolve("./server.ts"))});
    await openEmbedded({ dataDirectory: ${JSON.stringify(folder)} });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
  assert.deepEqual(await once(child, "exit"), [0, null]);
  await (await openEmbedded({ dataDirectory: folder })).stop();
});

test("root runs the server as nobody, in a namespace or by account, and may change between them", async (t) => {
  if (process.getuid?.() !== 0) return t.skip("only root has the problem");
  const folder = newFolder();
  await leaveCleanly(await holder(folder, { PATH: dirname(process.execPath) })); // no `unshare` on this path
  assert.equal(statSync(join(folder, "cluster")).uid, 65534);
  const server = await openEmbedded({ dataDirectory: folder });
  const pid = await serverPid(folder);
  assert.equal(statSync(join(folder, "cluster")).uid, 0);
  assert.match(readFileSync(`/proc/${pid}/uid_map`, "utf8"), /^\s*65534\s+0\s+1\s*$/);
  await server.stop();
});
