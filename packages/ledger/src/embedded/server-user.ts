import { execFile } from "node:child_process";
import { lchown, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { EmbeddedFailure } from "./failure.ts";

/**
 * 运行身份. As whom the server runs. PostgreSQL refuses root, so root has two ways out: a user namespace in which
 * root is seen as `nobody` (files stay root's), or the account `nobody` itself (files are handed to it).
 */
export type ServerUser =
  | { readonly kind: "self" }
  | { readonly kind: "namespace" }
  | { readonly kind: "account"; readonly uid: number; readonly gid: number };

/** 命令. A program to spawn, as the chosen user. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const NOBODY = 65534;
const NAMESPACE = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** 选择运行身份. Ordinary users run the server themselves; root takes the first way that works here, or fails clearly. */
export async function chooseServerUser(binaries: Binaries): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { kind: "self" };
  const candidates: readonly ServerUser[] = [{ kind: "namespace" }, { kind: "account", uid: NOBODY, gid: NOBODY }];
  for (const user of candidates) if (await canRun(user, binaries.postgres)) return user;
  throw new EmbeddedFailure(
    "root-user",
    "PostgreSQL does not run as root, and this machine allows neither a user namespace (unshare --user) nor running " +
      `${binaries.postgres} as uid ${NOBODY}. Start Qipan as an ordinary user, or set DATABASE_URL.`,
  );
}

/** 以身份运行. The command that runs a program as the chosen user. */
export function commandAs(user: ServerUser, file: string, args: readonly string[]): Command {
  if (user.kind === "namespace") return { file: "unshare", args: [...NAMESPACE, file, ...args] };
  if (user.kind === "account") return { file, args, uid: user.uid, gid: user.gid };
  return { file, args };
}

/**
 * 交付目录. Makes every file of the folder belong to the user the server runs as. Only root can and needs to;
 * nothing is touched when the folder already belongs to that user.
 */
export async function handOver(folder: string, user: ServerUser): Promise<void> {
  if (user.kind === "self") return;
  const [uid, gid] = user.kind === "account" ? [user.uid, user.gid] : [0, 0];
  if ((await stat(folder)).uid === uid) return;
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), uid, gid);
  await lchown(folder, uid, gid); // last, so that an interrupted hand-over is taken up again
}

/** 可达性. Refuses a folder below one that the account cannot pass through (`/root`, for example). */
export async function checkReachable(folder: string, user: ServerUser): Promise<void> {
  if (user.kind !== "account") return;
  for (let path = dirname(folder); ; path = dirname(path)) {
    const { mode, uid } = await stat(path);
    if ((mode & 0o001) === 0 && uid !== user.uid) throw unreachable(folder, path, user.uid);
    if (path === dirname(path)) return;
  }
}

function unreachable(folder: string, closed: string, uid: number): EmbeddedFailure {
  return new EmbeddedFailure(
    "root-user",
    `PostgreSQL does not run as root, and as uid ${uid} it cannot reach ${folder}: ${closed} is closed to others. ` +
      "Start Qipan as an ordinary user, or put the data somewhere open to all users with QIPAN_DATA.",
  );
}

function canRun(user: ServerUser, program: string): Promise<boolean> {
  const { file, args, ...identity } = commandAs(user, program, ["--version"]);
  return new Promise((resolve) => {
    execFile(file, [...args], { ...identity, timeout: 10_000 }, (error) => resolve(error === null));
  });
}
