import { spawn } from "node:child_process";
import { type FileHandle, open, readFile, rename, stat } from "node:fs/promises";
import type { Binaries } from "./binaries.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedFailure, folderFailure } from "./failure.ts";
import type { Listening } from "./listening.ts";
import { commandAs, type ServerUser } from "./server-user.ts";

/** 已启动的服务. A server process that we spawned: still there, or gone with what it said. */
export interface Launched {
  hasExited(): boolean;
  /** What this server has written into the log since its start. */
  said(): Promise<string>;
}

/**
 * 退出原因. Why a server left again although nothing is wrong for good: another process had started one first,
 * children of a killed server are still leaving, or this file system takes no sockets.
 */
export type Setback = "other-server" | "in-the-way" | "no-socket";

const LONGEST_LOG_BYTES = 8 * 1024 * 1024;

/** Modest for a laptop, safe for a ledger; all by command line, so that an old folder follows a new release. */
const SETTINGS = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  shared_buffers: "128MB",
  max_connections: "100",
  max_wal_size: "512MB",
  min_wal_size: "32MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  cluster_name: "qipan",
  password_encryption: "scram-sha-256",
  unix_socket_permissions: "0700",
} as const satisfies Record<string, string>;

const SETBACKS: readonly (readonly [RegExp, Setback])[] = [
  [/lock file "postmaster\.pid" already exists/, "other-server"],
  [/pre-existing shared memory block/, "in-the-way"],
  [/lock file ".*\.s\.PGSQL.*" (already exists|is empty)/, "in-the-way"],
  [/could not create any TCP\/IP sockets|Address already in use/, "in-the-way"],
  [/could not (bind|create).* Unix|Unix-domain socket path .* is too long/, "no-socket"],
];

/** 启动服务. Spawns the server in a session of its own, so that a Ctrl-C in the terminal reaches us and not it. */
export async function launch(
  folder: DataFolder,
  binaries: Binaries,
  { user, listening }: { user: ServerUser; listening: Listening },
): Promise<Launched> {
  const log = await openLog(folder.logFile);
  try {
    const from = (await log.stat()).size;
    const hasExited = startServer(commandAs(user, binaries.postgres, serverArguments(folder, listening)), log);
    const said = async (): Promise<string> => (await readFile(folder.logFile)).subarray(from).toString("utf8");
    return { hasExited, said };
  } finally {
    await log.close();
  }
}

/** 判断退出. The setback behind the words of a server that left; throws when trying again would not help. */
export function setbackOf(said: string, folder: DataFolder): Setback {
  const match = SETBACKS.find(([pattern]) => pattern.test(said));
  if (match !== undefined) return match[1];
  throw (
    folderFailure(folder.root, said) ??
    new EmbeddedFailure(
      "start-failed",
      `The embedded PostgreSQL of ${folder.root} left while starting. Its last words (all of them in ${folder.logFile}):\n` +
        said.trim().split("\n").slice(-8).join("\n"),
    )
  );
}

function startServer(command: ReturnType<typeof commandAs>, log: FileHandle): () => boolean {
  const { file, args, ...identity } = command;
  const env = { ...process.env, LC_ALL: "C" };
  const stdio: ["ignore", number, number] = ["ignore", log.fd, log.fd];
  const child = spawn(file, [...args], { ...identity, env, detached: true, stdio, windowsHide: true });
  let failed = false;
  child.once("error", () => {
    failed = true;
  });
  child.unref();
  return () => failed || child.exitCode !== null || child.signalCode !== null;
}

function serverArguments(folder: DataFolder, listening: Listening): readonly string[] {
  const settings: Record<string, string> = {
    ...SETTINGS,
    listen_addresses: listening.kind === "loopback" ? "127.0.0.1" : "",
    port: String(listening.port),
    unix_socket_directories: listening.kind === "socket" ? quoted(listening.socketFolder) : "",
  };
  return ["-D", folder.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** The setting is a list: a comma in the path would mean two folders, a quote is doubled. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}

async function openLog(path: string): Promise<FileHandle> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LONGEST_LOG_BYTES) await rename(path, `${path}.1`);
  return open(path, "a", 0o600);
}
