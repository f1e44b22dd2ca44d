// 运行时. Which Node runs everything but this launcher: the one the lock file pins, else a new enough one of the system.
import { existsSync } from "node:fs";
import { join } from "node:path";

const OLDEST_MAJOR = 24;
const PLATFORM = process.platform === "win32" ? "win" : process.platform;

/** Path of a Node that runs the project's TypeScript directly; undefined when there is none. */
export function findRuntime(root) {
  const file = process.platform === "win32" ? "node.exe" : "node";
  const pinned = join(root, "node_modules", `node-${PLATFORM}-${process.arch}`, "bin", file);
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split(".")[0]) >= OLDEST_MAJOR ? process.execPath : undefined;
}

/** What to do on a platform for which the lock file pins no Node and whose own is too old. */
export function noRuntimeMessage() {
  return (
    `This is Node ${process.versions.node} on ${PLATFORM}-${process.arch}. Qipan needs Node ${OLDEST_MAJOR}; npm has no package of ` +
    `it for this platform, so install Node ${OLDEST_MAJOR} or newer yourself and run the command again.`
  );
}
