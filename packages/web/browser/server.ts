import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..", "..");

/** A Qipan of its own: real process, real database in a temporary folder, the pack and the sample corpus read. */
export interface TestServer {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts `serve --setup` on a free port and waits until it says it is ready. With `QIPAN_TEST_ADDRESS` a server that
 * already runs is used and left running. Throws with the server's own words when it ends or takes over three minutes.
 */
export async function startServer(): Promise<TestServer> {
  const running = process.env["QIPAN_TEST_ADDRESS"];
  if (running) return { address: running, stop: async () => undefined };
  const data = await mkdtemp(join(tmpdir(), "qipan-web-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["packages/server/src/cli/main.ts", "serve", "--setup"], {
    cwd: root,
    env: {
      ...process.env,
      QIPAN_PORT: String(port),
      QIPAN_DATA: data,
      QIPAN_PROFILE: "demo",
      QIPAN_TODAY: "2026-11-23",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = listen(child);
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(data, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await ready(address, child, said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

function listen(child: ChildProcess): string[] {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return said;
}

async function ready(address: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}:\n${said.join("")}`);
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The server was not ready after three minutes:\n${said.join("")}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("No free port on 127.0.0.1");
  return address.port;
}
