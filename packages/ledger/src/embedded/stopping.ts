import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedFailure, errorCode } from "./failure.ts";
import { findPostmaster } from "./postmaster.ts";
import type { Ground } from "./running.ts";

const STEP_MILLISECONDS = 20;
const PATIENCE_MILLISECONDS = 60_000; // a fast shutdown writes one checkpoint

/**
 * 停止服务. Fast shutdown: open transactions are rolled back, everything committed is written out, connections end.
 * Resolves when the process is gone; a server that is not there is stopped already.
 */
export async function stopServer(ground: Ground): Promise<void> {
  const server = await findPostmaster(ground.folder.cluster);
  if (server.kind !== "alive" || server.pid === 0) return;
  await signalFastShutdown(ground, server.pid);
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < deadline) {
    const now = await findPostmaster(ground.folder.cluster);
    if (now.kind !== "alive" || now.pid !== server.pid) return;
    await sleep(STEP_MILLISECONDS);
  }
  throw new EmbeddedFailure(
    "stop-failed",
    `The embedded PostgreSQL of ${ground.folder.root} (process ${server.pid}) was asked to stop and still runs after ` +
      `${PATIENCE_MILLISECONDS / 1000} s. See ${ground.folder.logFile}. Nothing committed is lost if you end the process.`,
  );
}

async function signalFastShutdown(ground: Ground, pid: number): Promise<void> {
  if (process.platform === "win32") return stopByProgram(ground); // Windows has no signals; the program sends the wish
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error; // gone in between: what was wanted
  }
}

function stopByProgram({ binaries, folder }: Ground): Promise<void> {
  return new Promise((resolve) => {
    execFile(binaries.pgCtl, ["stop", "-D", folder.cluster, "-m", "fast", "-W"], () => resolve());
  });
}
