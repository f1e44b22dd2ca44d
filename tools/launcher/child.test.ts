import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";

/** A process that runs the given script in front of itself, as the launcher does with the server. */
function launcherOf(script: string): ReturnType<typeof spawn> {
  const child = JSON.stringify(`${import.meta.dirname}/child.mjs`);
  const program = `const { runInFront } = await import(${child});
    process.exitCode = await runInFront(process.execPath, ["-e", ${JSON.stringify(script)}]);`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
}

const ENDS: readonly (readonly [string, string, number])[] = [
  ["done", "", 0],
  ["found problems", "process.exit(1)", 1],
  ["wrong usage", "process.exit(2)", 2],
  ["killed", 'process.kill(process.pid, "SIGKILL")', 137],
];
for (const [rule, script, code] of ENDS)
  test(`the exit code is kept: ${rule}`, async () => {
    assert.deepEqual(await once(launcherOf(script), "exit"), [code, null]);
  });

for (const signal of ["SIGINT", "SIGTERM"] as const)
  test(`${signal} is passed on once, and the child's own ending is waited for`, async () => {
    const launcher = launcherOf(`
      let heard = 0;
      process.on("${signal}", () => { heard += 1; setTimeout(() => process.exit(40 + heard), 200); });
      setInterval(() => {}, 1000);
      console.log("ready");`);
    assert.ok(launcher.stdout !== null);
    await once(launcher.stdout, "data");
    launcher.kill(signal);
    launcher.kill(signal);
    assert.deepEqual(await once(launcher, "exit"), [41, null]);
  });

test("when the launcher itself is killed, the child is asked to end", async () => {
  const launcher = launcherOf(`
    process.on("SIGTERM", () => { console.log("asked"); process.exit(0); });
    setInterval(() => {}, 1000);
    console.log("ready");`);
  assert.ok(launcher.stdout !== null);
  await once(launcher.stdout, "data");
  launcher.kill("SIGKILL");
  const [said] = await once(launcher.stdout, "data");
  assert.equal(String(said), "asked\n");
});

test("when the shell that npm put in between is ended, the child is asked to end", async () => {
  const module = JSON.stringify(`${import.meta.dirname}/child.mjs`);
  const script =
    'process.on("SIGTERM", () => { console.log("asked"); process.exit(0); }); setInterval(() => {}, 1000); console.log("ready");';
  const program = `const { runInFront } = await import(${module});
    await runInFront(process.execPath, ["-e", ${JSON.stringify(script)}]);`;
  const shell = spawn("sh", ["-c", '"$0" --input-type=module -e "$1"; true', process.execPath, program], {
    env: { ...process.env, npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(shell.stdout, "data");
  shell.kill("SIGTERM");
  const [said] = await once(shell.stdout, "data");
  assert.equal(String(said), "asked\n");
});
