import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { referencePage, referencePath } from "./reference-page.ts";

test("docs/cli.md says what --help prints", async () => {
  const held = await readFile(referencePath, "utf8");
  assert.equal(held, await referencePage(), "run: node packages/server/src/cli/reference-page.ts");
});
