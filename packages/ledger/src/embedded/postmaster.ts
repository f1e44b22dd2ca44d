import { execFileSync } from "node:child_process";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./failure.ts";

/**
 * 服务进程. What `postmaster.pid` says about the server of a cluster: none; a living one with the place where it
 * listens (`socketFolder` is empty on loopback, `port` is 0 until it is known); or a remnant, whose process number now belongs to
 * a process that is no server of this cluster.
 */
export type Postmaster =
  | { readonly kind: "none" }
  | { readonly kind: "alive"; readonly pid: number; readonly port: number; readonly socketFolder: string }
  | { readonly kind: "remnant"; readonly pid: number; readonly text: string };

// Lines of postmaster.pid (miscadmin.h of PostgreSQL): pid, data directory, start time, port, socket folder, address …
const PID_LINE = 0;
const PORT_LINE = 3;
const SOCKET_LINE = 4;

/** 查看服务进程. Reads the file and asks the system whether that process is the server of this cluster. */
export async function findPostmaster(cluster: string): Promise<Postmaster> {
  const text = await readPidFile(cluster);
  if (text === undefined) return { kind: "none" };
  const lines = text.split("\n");
  const pid = Number(lines[PID_LINE]);
  if (!Number.isInteger(pid) || pid <= 0) return { kind: "alive", pid: 0, port: 0, socketFolder: "" }; // just being written
  if (!processExists(pid)) return { kind: "none" }; // the server itself clears the file of a dead one
  if (!(await servesCluster(pid, cluster))) return { kind: "remnant", pid, text };
  return { kind: "alive", pid, port: Number(lines[PORT_LINE]) || 0, socketFolder: lines[SOCKET_LINE]?.trim() ?? "" };
}

/**
 * 清除残留. Removes a remnant: PostgreSQL refuses to start while the number in the file is alive, whoever it is now.
 * Keeps a file that has changed since it was judged.
 */
export async function removeRemnant(cluster: string, remnant: Postmaster & { kind: "remnant" }): Promise<void> {
  if ((await readPidFile(cluster)) === remnant.text) await rm(join(cluster, "postmaster.pid"), { force: true });
}

/** 进程存在. Whether a process of that number lives, of whatever user. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

async function readPidFile(cluster: string): Promise<string | undefined> {
  try {
    return await readFile(join(cluster, "postmaster.pid"), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A server stands in its data directory, which Linux shows; elsewhere the program's name has to do. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "win32") return true;
  if (process.platform !== "linux")
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).includes("postgres");
  // 4711 (postgres) S 1 …    near miss: 4711 (postgres) Z 1 – dead, only not yet buried by its parent
  const state = /^\d+ \((?<name>.*)\) (?<letter>\w)/su.exec(await readStat(pid))?.groups;
  if (state === undefined || state.letter === "Z" || state.letter === "X") return false;
  const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(cluster)]);
  if (theirs === undefined) return state.name === "postgres"; // of another user: its folder is hidden from us
  return theirs.ino === ours.ino && theirs.dev === ours.dev;
}

function readStat(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
}
