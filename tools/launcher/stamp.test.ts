import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

// The launcher is plain JavaScript for any Node; its functions are given their types here.
type Step = {
  name: string;
  label: string;
  inputs: string[];
  isThere: () => boolean;
  run: () => Promise<{ ok: boolean; output: string }>;
};
const { hashInputs } = (await import(`${import.meta.dirname}/stamp.mjs`)) as {
  hashInputs: (root: string, inputs: readonly string[], extra?: string) => string;
};
const { runStep } = (await import(`${import.meta.dirname}/steps.mjs`)) as {
  runStep: (root: string, step: Step, say: (text: string) => void) => Promise<boolean>;
};

const scratch = mkdtempSync(join(tmpdir(), "stamp-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

function project(name: string): string {
  const root = join(scratch, name);
  mkdirSync(join(root, "src", "deep"), { recursive: true });
  writeFileSync(join(root, "src", "deep", "a.ts"), "one");
  return root;
}

test("the hash follows content, names and platform, and not what is made", () => {
  const root = project("hash");
  const first = hashInputs(root, ["src", "absent.json"]);
  mkdirSync(join(root, "src", "dist"));
  writeFileSync(join(root, "src", "dist", "a.js"), "made");
  assert.equal(hashInputs(root, ["src", "absent.json"]), first);
  assert.notEqual(hashInputs(root, ["src", "absent.json"], "linux-arm64"), first);
  writeFileSync(join(root, "src", "deep", "a.ts"), "two");
  assert.notEqual(hashInputs(root, ["src"]), first);
});

test("a step runs when its inputs changed or its result is gone, and not otherwise", async () => {
  const root = project("step");
  let runs = 0;
  let there = true;
  const run = async (): Promise<{ ok: boolean; output: string }> => ({ ok: (runs += 1) > 0, output: "" });
  const step = { name: "sample", label: "Sample", inputs: ["src"], isThere: () => there, run };
  const said: string[] = [];
  for (let time = 0; time < 3; time += 1) assert.equal(await runStep(root, step, (text) => said.push(text)), true);
  assert.equal(runs, 1);
  writeFileSync(join(root, "src", "deep", "a.ts"), "two");
  await runStep(root, step, () => undefined);
  there = false;
  await runStep(root, step, () => undefined);
  assert.equal(runs, 3);
  assert.match(said.join("\n"), /^Sample …\nSample done in \d+\.\d s$/);
});

const FAILURES: readonly (readonly [string, string, RegExp])[] = [
  ["no network", "npm error code EAI_AGAIN\nnpm error getaddrinfo", /cannot be reached.*npm run bundle/],
  ["a folder that cannot be written", "npm error code EACCES", /cannot be written/],
  ["a full disk", "npm error code ENOSPC", /disk is full/],
  ["a lock that lags", "npm error Missing: zod@4 from lock file", /do not agree/],
  ["anything else", "strange things", /the lines above say why/],
];
for (const [rule, output, advice] of FAILURES)
  test(`a failed step says what to do: ${rule}`, async () => {
    const root = project(`failure ${rule}`);
    const step = {
      name: "sample",
      label: "Sample",
      inputs: ["src"],
      isThere: () => true,
      run: async () => ({ ok: false, output }),
    };
    const said: string[] = [];
    assert.equal(await runStep(root, step, (text) => said.push(text)), false);
    assert.match(said.join("\n"), advice);
    assert.match(said.join("\n"), new RegExp(output.split("\n")[0] ?? ""));
  });
