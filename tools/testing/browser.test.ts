import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

test("without a browser and without the right to install one, the command to type is printed", () => {
  const module = JSON.stringify(`${import.meta.dirname}/browser.ts`);
  const script = `const { prepareBrowser } = await import(${module});
    console.log(JSON.stringify(await prepareBrowser(() => undefined)));`;
  const env = { PATH: "/nowhere" }; // neither Chromium nor apt-get is found there
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", script], { env, encoding: "utf8" });
  assert.match(
    answer,
    /"kind":"missing".*apt-get install -y --no-install-recommends chromium fonts-noto-cjk.*QIPAN_CHROMIUM/,
  );
});
