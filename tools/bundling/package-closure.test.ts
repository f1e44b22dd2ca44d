import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { packageNameOf } from "../layers/manifests.ts";
import { readSourceFiles } from "../layers/source-files.ts";
import { type LockedPackages, packageClosure } from "./package-closure.ts";

const SMALL: LockedPackages = {
  "packages/server": { dependencies: { web: "1", "@qipan/ledger": "1" } },
  "node_modules/@qipan/ledger": { link: true },
  "node_modules/web": { dependencies: { deep: "2" }, peerDependencies: { peer: "1" } },
  "node_modules/web/node_modules/deep": { dependencies: { shallow: "1" } },
  "node_modules/deep": {},
  "node_modules/shallow": { dependencies: { web: "1" } },
  "node_modules/peer": {},
  "node_modules/tool": {},
};

test("the nearest package is taken, circles end, tools stay out", () => {
  assert.deepEqual(
    packageClosure(SMALL, ["packages/server"], () => true),
    ["node_modules/peer", "node_modules/shallow", "node_modules/web", "node_modules/web/node_modules/deep"],
  );
});

test("what is not installed on this platform is not packed", () => {
  assert.deepEqual(
    packageClosure(SMALL, ["packages/server"], (folder) => folder === "node_modules/web"),
    ["node_modules/web"],
  );
});

test("the bundle holds every package that the server's side imports, and no tool of development", () => {
  const root = resolve(import.meta.dirname, "..", "..");
  const lock: unknown = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const { packages } = lock as { packages: LockedPackages }; // npm's own format, version 3
  const sides = ["policy", "transit", "ledger", "server"].map((name) => `packages/${name}`);
  const closure = packageClosure(packages, sides, (folder) => existsSync(join(root, folder)));
  const imported = readSourceFiles(root)
    .filter(({ path }) => sides.some((side) => path.startsWith(`${side}/`)) && !path.endsWith(".test.ts"))
    .flatMap(({ imports }) => imports.map(({ specifier }) => packageNameOf(specifier)))
    .filter((name) => name !== undefined && !name.startsWith("@qipan/"));
  for (const name of imported) assert.ok(closure.includes(`node_modules/${name}`), `${name} is not packed`);
  for (const name of ["vite", "typescript", "react", "playwright-core"])
    assert.ok(!closure.includes(`node_modules/${name}`), name);
  assert.ok(imported.length > 0);
});
