import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { checkLayers } from "./check-layers.ts";

const scratch = mkdtempSync(join(tmpdir(), "layers-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A small project that breaks no rule; a planted file is laid over it. */
const SOUND: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ devDependencies: { "fast-check": "1" } }),
  "packages/policy/package.json": JSON.stringify({ dependencies: { zod: "1" } }),
  "packages/transit/package.json": "{}",
  "packages/ledger/package.json": JSON.stringify({ dependencies: { "@qipan/policy": "1" } }),
  "packages/server/package.json": JSON.stringify({ dependencies: { "@qipan/ledger": "1", "@qipan/policy": "1" } }),
  "packages/web/package.json": JSON.stringify({ dependencies: { "@qipan/server": "1" } }),
  "packages/policy/src/records/task.ts": line("zod"),
  "packages/policy/src/text/span.ts": line("../records/task.ts"),
  "packages/policy/src/mention/date.ts": line("../text/span.ts"),
  "packages/policy/src/extraction/task.ts": line("../mention/date.ts"),
  "packages/policy/src/extraction/task.test.ts": line("fast-check") + line("node:fs"),
  "packages/policy/src/rules/rule.ts": line("../records/task.ts"),
  "packages/transit/src/timetable.ts": "export const stops = 0;\n",
  "packages/ledger/src/tasks.ts": line("@qipan/policy/records/task") + line("node:fs"),
  "packages/server/src/contract/tasks.ts": line("@qipan/policy/records/task"),
  "packages/server/src/serve.ts": line("@qipan/ledger/tasks") + line("./contract/tasks.ts"),
  "packages/web/src/page.ts": line("@qipan/server/contract/tasks"),
};

function line(specifier: string): string {
  return `import { a } from "${specifier}";\n`;
}

function lazily(specifier: string): string {
  return `const a = await import("${specifier}");\n`;
}

let trees = 0;
function plant(planted: Readonly<Record<string, string>>): string {
  trees += 1;
  const root = join(scratch, `tree-${trees}`);
  for (const [path, text] of Object.entries({ ...SOUND, ...planted })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test("a sound tree has no fault, and the report says how much it saw", () => {
  assert.deepEqual(checkLayers(plant({})), { files: 11, imports: 13, faults: [] });
});

test("a folder without sources is seen as nothing at all", () => {
  mkdirSync(join(scratch, "empty"));
  writeFileSync(join(scratch, "empty", "package.json"), "{}");
  assert.equal(checkLayers(join(scratch, "empty")).files, 0);
});

const PLANTED: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    "policy imports the ledger",
    { "packages/policy/src/rules/bad.ts": line("@qipan/ledger/tasks") },
    /policy\/rules may not see ledger/,
  ],
  [
    "text imports mention",
    { "packages/policy/src/text/bad.ts": line("../mention/date.ts") },
    /policy\/text may not see policy\/mention/,
  ],
  [
    "rules import text",
    { "packages/policy/src/rules/bad.ts": line("../text/span.ts") },
    /policy\/rules may not see policy\/text/,
  ],
  [
    "a pack imports extraction",
    { "packages/policy/src/pack/bad.ts": line("../extraction/task.ts") },
    /policy\/pack may not see/,
  ],
  [
    "transit imports policy",
    { "packages/transit/src/bad.ts": line("@qipan/policy/records/task") },
    /transit may not see policy/,
  ],
  [
    "the ledger imports the server",
    { "packages/ledger/src/bad.ts": line("@qipan/server/contract/tasks") },
    /ledger may not see server/,
  ],
  [
    "a test of the ledger imports the server",
    { "packages/ledger/src/bad.test.ts": line("@qipan/server/serve") },
    /ledger may not see server/,
  ],
  [
    "the contract imports the server",
    { "packages/server/src/contract/bad.ts": line("../serve.ts") },
    /server\/contract may not see server/,
  ],
  [
    "web imports the server behind the contract",
    { "packages/web/src/bad.ts": line("@qipan/server/serve") },
    /web may not see server/,
  ],
  ["web imports the ledger", { "packages/web/src/bad.ts": line("@qipan/ledger/tasks") }, /web may not see ledger/],
  [
    "a type is imported against the table",
    { "packages/policy/src/text/bad.ts": `import type { A } from "../mention/date.ts";\n` },
    /may not see/,
  ],
  ["an import inside a function", { "packages/policy/src/text/bad.ts": lazily("../mention/date.ts") }, /may not see/],
  [
    "another package by path",
    { "packages/ledger/src/bad.ts": line("../../policy/src/records/task.ts") },
    /by its name/,
  ],
  [
    "a file outside the packages",
    { "packages/ledger/src/bad.ts": line("../../../tools/a.ts"), "tools/a.ts": "" },
    /outside the packages/,
  ],
  ["Node in policy", { "packages/policy/src/text/bad.ts": line("node:fs") }, /policy\/text is pure/],
  ["Node in the contract", { "packages/server/src/contract/bad.ts": line("fs") }, /server\/contract is pure/],
  ["a package that is not declared", { "packages/ledger/src/bad.ts": line("lodash/fp") }, /does not declare lodash/],
  [
    "a tool of development outside a test",
    { "packages/policy/src/rules/bad.ts": line("fast-check") },
    /does not declare fast-check/,
  ],
  [
    "a declared package that nobody uses",
    { "packages/transit/package.json": JSON.stringify({ dependencies: { zod: "1" } }) },
    /declares zod/,
  ],
  [
    "a file that is not there",
    { "packages/ledger/src/bad.ts": line("./gone.ts") },
    /there is no packages\/ledger\/src\/gone\.ts/,
  ],
  ["a folder in no layer", { "packages/policy/src/magic/a.ts": "" }, /in no layer/],
  ["a star export", { "packages/ledger/src/bad.ts": 'export * from "./tasks.ts";\n' }, /bad\.ts:1: export \*/],
  ["a file name that says nothing", { "packages/ledger/src/utils.ts": "" }, /the name utils\.ts says nothing/],
  ["a folder name that says nothing", { "packages/web/src/common/a.ts": "" }, /the name common says nothing/],
  ["a barrel", { "packages/ledger/src/index.ts": "" }, /the name index\.ts/],
  [
    "a circle of three, types included",
    {
      "packages/ledger/src/a.ts": line("./b.ts"),
      "packages/ledger/src/b.ts": `import type {\n  C,\n} from "./c.ts";\n`,
      "packages/ledger/src/c.ts": line("./a.ts"),
    },
    /a circle of imports: .*a\.ts → .*b\.ts → .*c\.ts → .*a\.ts/,
  ],
];
for (const [rule, planted, expected] of PLANTED)
  test(`planted and found: ${rule}`, () => {
    const { faults } = checkLayers(plant(planted));
    assert.equal(faults.length, 1, faults.join("\n"));
    assert.match(faults[0] ?? "", expected);
  });

const HARMLESS: readonly (readonly [string, string])[] = [
  ["an import in a comment", `// ${line("@qipan/server/serve")}/* ${line("@qipan/web/page")} */\n`],
  ["an import in a string", `const text = 'say: import { a } from "@qipan/server/serve"';\n`],
  ["an address with slashes", `const address = "https://example.org"; const b = 1;\n`],
];
for (const [rule, text] of HARMLESS)
  test(`not a fault: ${rule}`, () => {
    assert.deepEqual(checkLayers(plant({ "packages/ledger/src/good.ts": text })).faults, []);
  });
