import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../running-qipan.ts";

const scratch = mkdtempSync(join(tmpdir(), "command-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const QIPAN = join(ROOT, "qipan");

test("the command works through a link, from another folder, and stdout carries only its output", () => {
  const link = join(scratch, "棋盘 link");
  symlinkSync(QIPAN, link);
  const direct = execFileSync(QIPAN, ["--help"], { cwd: ROOT, encoding: "utf8" });
  assert.match(direct, /^\S.*[^]*read[^]*serve/);
  assert.equal(execFileSync(link, ["--help"], { cwd: scratch, encoding: "utf8" }), direct);
});

test("npx finds the command without asking a registry", () => {
  const env = { ...process.env, npm_config_registry: "http://127.0.0.1:9", npm_config_fetch_retries: "0" };
  const { status, stdout } = spawnSync("npx", ["qipan", "--help"], { cwd: ROOT, env, encoding: "utf8" });
  assert.equal(status, 0);
  assert.match(stdout, /read[^]*serve/);
});

test("exit codes reach the shell: 0 done, 2 wrong usage, with nothing on stdout", () => {
  assert.equal(spawnSync(QIPAN, ["--help"]).status, 0);
  const wrong = spawnSync(QIPAN, ["no-such-command"], { encoding: "utf8" });
  assert.equal(wrong.status, 2);
  assert.equal(wrong.stdout, "");
  assert.match(wrong.stderr, /no-such-command/);
});

test("arguments with spaces, quotes and Chinese arrive as they are", () => {
  const { stderr } = spawnSync(QIPAN, [`京津冀 "a b"`], { encoding: "utf8" });
  assert.match(stderr, /京津冀 "a b"/);
});

test("the wrapper costs less than a tenth of a second", () => {
  const main = join(ROOT, "packages", "server", "src", "cli", "main.ts");
  const best = (file: string, args: readonly string[]): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const begun = performance.now();
        spawnSync(file, [...args]);
        return performance.now() - begun;
      }),
    );
  const cost = best(QIPAN, ["--help"]) - best(process.execPath, [main, "--help"]);
  assert.ok(cost < 100, `${Math.round(cost)} ms`);
});
