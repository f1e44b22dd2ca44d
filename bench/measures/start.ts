import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, type Measure, timed } from "../figure.ts";

const root = join(import.meta.dirname, "../..");
const port = "8631";

/** 启动. From a fresh clone to ready (packages come from the package cache of this machine), and the second start. */
export const startMeasure: Measure = {
  name: "start",
  seconds: 100,
  take: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    const clone = join(folder, "qipan");
    try {
      execFileSync("git", ["clone", "--quiet", root, clone]);
      say("start: fresh clone");
      const first = await untilReady(clone);
      say("start: second");
      const second = await untilReady(clone);
      const note = "npm start until /readyz answers 200; committed sources, warm package cache";
      return [figure("start: fresh clone to ready", first, note), figure("start: second start to ready", second, note)];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function figure(name: string, ms: number, note: string): Figure {
  return { name, value: ms / 1000, unit: "s", note };
}

async function untilReady(clone: string): Promise<number> {
  let server: ChildProcess | undefined;
  const { ms } = await timed(async () => {
    server = spawn("npm", ["start"], {
      cwd: clone,
      env: { ...process.env, QIPAN_PORT: port },
      stdio: "ignore",
      detached: true,
    });
    await answering(server);
  });
  const ended = new Promise((resolve) => server?.once("exit", resolve));
  if (server?.pid) process.kill(-server.pid, "SIGINT");
  await ended;
  return ms;
}

async function answering(server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
