import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { findingLine, isLoadable, reportOn } from "./pack-check.ts";
import { PackMissing, readPackFolder } from "./pack-folder.ts";

const root = join(import.meta.dirname, "../../../..");

test("the pack that comes with the project has nothing wrong with it", async () => {
  const report = reportOn(await readPackFolder(join(root, "data/jingjinji")));
  assert.deepEqual(report.findings.filter(({ severity }) => severity === "error").map(findingLine), []);
  assert.ok(isLoadable(report));
  assert.ok(report.tally.length >= 10, `tallies of ${report.tally.length} tables`);
});

test("a folder without pack.json says what was looked for and where", async () => {
  await assert.rejects(readPackFolder(join(root, "docs")), (failure) => {
    assert.ok(failure instanceof PackMissing);
    assert.match(failure.message, /no pack\.json in .*docs/u);
    return true;
  });
});

test("the hash of a pack does not depend on when it is read", async () => {
  const [a, b] = await Promise.all([1, 2].map(() => readPackFolder(join(root, "data/jingjinji"))));
  assert.equal(a?.hash, b?.hash);
});
