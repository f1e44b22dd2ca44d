import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { folderFailure } from "./failure.ts";
import { openEmbedded } from "./server.ts";
import { checkReachable } from "./server-user.ts";

const scratch = mkdtempSync(join(tmpdir(), "refusals-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the test on a small or sealed file system of its own; skips where mounting is not allowed. */
async function mounted(t: TestContext, options: string, body: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(scratch, "mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "none", folder], { stdio: "ignore" });
  } catch {
    return t.skip("needs the right to mount");
  }
  try {
    await body(folder);
  } finally {
    execFileSync("umount", [folder]);
  }
}

test("a folder of another major version is refused with the way over", async () => {
  const dataDirectory = join(scratch, "older");
  await (await openEmbedded({ dataDirectory, postgres: "floor" })).stop();
  await assert.rejects(openEmbedded({ dataDirectory }), {
    code: "other-version",
    message: /made by PostgreSQL 15; this Qipan brings PostgreSQL 18\..*qipan backup.*qipan restore/s,
  });
});

test("a disk too small for a cluster is refused before anything is written", (t) =>
  mounted(t, "size=40m", async (folder) => {
    const dataDirectory = join(folder, "postgres");
    await assert.rejects(openEmbedded({ dataDirectory }), {
      code: "folder-full",
      message: /40 MB are free, 128 MB are needed.*QIPAN_DATA/s,
    });
  }));

test("a disk that filled up later is refused too, and serves again once there is room", (t) =>
  mounted(t, "size=160m", async (folder) => {
    const dataDirectory = join(folder, "postgres");
    await (await openEmbedded({ dataDirectory })).stop();
    const free = Number(execFileSync("df", ["--output=avail", "-B1", folder], { encoding: "utf8" }).split("\n")[1]);
    writeFileSync(join(folder, "ballast"), Buffer.alloc(free - 1024 * 1024));
    await assert.rejects(openEmbedded({ dataDirectory }), { code: "folder-full" });
    rmSync(join(folder, "ballast"));
    await (await openEmbedded({ dataDirectory })).stop();
  }));

test("a read-only folder is refused with its name", (t) =>
  mounted(t, "ro", async (folder) => {
    const dataDirectory = join(folder, "postgres");
    await assert.rejects(openEmbedded({ dataDirectory }), {
      code: "folder-denied",
      message: new RegExp(`${dataDirectory}.*QIPAN_DATA`),
    });
  }));

test("a file where the folder should be is refused", async () => {
  const dataDirectory = join(scratch, "file");
  writeFileSync(dataDirectory, "not a folder");
  await assert.rejects(openEmbedded({ dataDirectory }), { code: "folder-denied", message: /not a folder/ });
});

test("a cluster that PostgreSQL itself refuses is reported with its last words", async () => {
  const dataDirectory = join(scratch, "broken");
  await (await openEmbedded({ dataDirectory })).stop();
  rmSync(join(dataDirectory, "cluster", "global", "pg_control"));
  await assert.rejects(openEmbedded({ dataDirectory }), {
    code: "start-failed",
    message: /pg_control.*server\.log|server\.log.*pg_control/s,
  });
  assert.match(readFileSync(join(dataDirectory, "server.log"), "utf8"), /pg_control/);
});

test("an account that cannot pass a parent folder is told which one", async () => {
  const closed = join(scratch, "closed");
  mkdirSync(join(closed, "data"), { recursive: true, mode: 0o700 });
  const account = { kind: "account", uid: 65534, gid: 65534 } as const;
  await assert.rejects(checkReachable(join(closed, "data"), account), {
    code: "root-user",
    message: /closed is closed to others/,
  });
  await checkReachable(join(closed, "data"), { kind: "self" });
});

for (const [said, code] of [
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', "folder-full"],
  ['initdb: error: could not create directory "x": Permission denied', "folder-denied"],
  ['FATAL:  could not open file "x": Read-only file system', "folder-denied"],
  ["FATAL:  invalid value for parameter", undefined],
] as const)
  test(`what the server says about its folder is understood: ${said}`, () => {
    assert.equal(folderFailure("/data", said)?.code, code);
  });
