import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { makeLibraryLinks } from "./library-links.ts";

const scratch = mkdtempSync(join(tmpdir(), "links-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

function packageWithLinks(name: string): string {
  const root = join(scratch, name);
  mkdirSync(join(root, "native", "lib"), { recursive: true });
  writeFileSync(join(root, "native", "lib", "libabacus.so.60.2"), "beads");
  const links = ["libabacus.so", "libabacus.so.60"].map((file) => ({
    source: "native/lib/libabacus.so.60.2",
    target: `native/lib/${file}`,
  }));
  writeFileSync(join(root, "native", "pg-symlinks.json"), JSON.stringify(links));
  return root;
}

test("every listed link is made, and a second time nothing is left to do", async () => {
  const root = packageWithLinks("fresh");
  assert.equal(await makeLibraryLinks(root), 2);
  assert.equal(readFileSync(join(root, "native", "lib", "libabacus.so.60"), "utf8"), "beads");
  assert.equal(await makeLibraryLinks(root), 0);
});

test("two processes may make them at one moment", async () => {
  const root = packageWithLinks("shared");
  const made = await Promise.all([makeLibraryLinks(root), makeLibraryLinks(root)]);
  assert.equal(made[0] + made[1], 2);
});

test("a package without a list needs no links", async () => {
  mkdirSync(join(scratch, "bare"));
  assert.equal(await makeLibraryLinks(join(scratch, "bare")), 0);
});

test("a read-only package says who can make the links", async (t) => {
  const root = packageWithLinks("sealed");
  try {
    execFileSync("mount", ["--bind", "-o", "ro", root, root], { stdio: "ignore" });
  } catch {
    return t.skip("needs the right to mount");
  }
  try {
    await assert.rejects(makeLibraryLinks(root), { code: "library-links", message: /user who owns node_modules/ });
  } finally {
    execFileSync("umount", [root]);
  }
});
