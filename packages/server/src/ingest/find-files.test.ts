import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { test } from "node:test";
import { findFiles } from "./find-files.ts";

test("files are found below folders, in order, once, and what is not there does not stop the rest", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "qipan-files-"));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, "b/c"), { recursive: true });
  for (const name of ["b/c/2.txt", "b/1.txt", "a.txt", ".hidden", "b/.hidden"]) await writeFile(join(root, name), "文");
  await symlink(join(root, "b"), join(root, "loop"));
  await symlink(join(root, "nowhere"), join(root, "dangling.txt"));
  const found: string[] = [];
  for await (const { path, ...rest } of findFiles([join(root, "missing.txt"), root, join(root, "a.txt")]))
    found.push(`${relative(root, path)}${"refused" in rest ? " refused" : ""}`);
  assert.deepEqual(found, ["missing.txt refused", "a.txt", "b/1.txt", "b/c/2.txt"]);
});
