import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Outcome } from "./outcome.ts";
import { runGroup } from "./run-group.ts";

const scratch = mkdtempSync(join(tmpdir(), "group-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

let groups = 0;
/** Runs test files of the given texts as one group; the first line of each is supplied. */
async function run(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly Outcome[]> {
  groups += 1;
  const root = join(scratch, `root-${groups}`);
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, name), `import { test, describe } from "node:test";\n${text}\n`);
  }
  return runGroup(root, { name: "sample", files: ["*.test.ts"], env }, () => undefined);
}

const states = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map(({ name, state }) => `${name}: ${state}`);

const CASES: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    "a pass, a failure and a skip",
    { "a.test.ts": 'test("p", () => {}); test("f", () => { throw new Error("no"); }); test.skip("s", () => {});' },
    ["p: passed", "f: failed", "s: skipped"],
  ],
  [
    "a suite is no test of its own",
    { "a.test.ts": 'describe("d", () => { test("p", () => {}); });' },
    ["d › p: passed"],
  ],
  [
    "a failed subtest counts once",
    { "a.test.ts": 'test("t", async (t) => { await t.test("f", () => { throw new Error("no"); }); });' },
    ["t › f: failed"],
  ],
  ["a file that breaks is a failure", { "a.test.ts": 'throw new Error("broken");' }, ["a.test.ts: failed"]],
  ["an empty file adds nothing", { "a.test.ts": "", "b.test.ts": 'test("p", () => {});' }, ["p: passed"]],
  ["a group without tests is a failure", { "a.test.ts": "" }, ["group sample: failed"]],
  ["a group without files is a failure", {}, ["group sample: failed"]],
];
for (const [rule, files, expected] of CASES)
  test(rule, async () => {
    assert.deepEqual(states(await run(files)), expected);
  });

test("a failure says where and why", async () => {
  const [outcome] = await run({ "a.test.ts": 'test("f", () => { throw new Error("no such bead"); });' });
  assert.match(outcome?.detail ?? "", /a\.test\.ts:2\n.*no such bead/s);
});

test("settings of the person do not reach the tests, those of the group do", async () => {
  process.env["DATABASE_URL"] = "postgresql://elsewhere";
  process.env["QIPAN_TODAY"] = "2020-01-01";
  const text =
    "test([process.env.DATABASE_URL, process.env.QIPAN_TODAY, process.env.QIPAN_TEST_POSTGRES].join(), () => {});";
  assert.deepEqual(states(await run({ "a.test.ts": text }, { QIPAN_TEST_POSTGRES: "15" })), [",,15: passed"]);
  delete process.env["DATABASE_URL"];
  delete process.env["QIPAN_TODAY"];
});
