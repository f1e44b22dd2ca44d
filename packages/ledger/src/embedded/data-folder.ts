import { chmod, mkdir, readFile, stat, statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { EmbeddedFailure, errorCode, folderFailure, folderFull } from "./failure.ts";

/** 数据目录. Where things lie inside the folder that belongs to the embedded database. */
export interface DataFolder {
  readonly root: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Password of `qipan_admin`, readable by the owner only; used on loopback. */
  readonly passwordFile: string;
  readonly logFile: string;
  /** Names the private socket folder when `root` is too long to hold the socket itself. */
  readonly socketFolderFile: string;
  /** Names the port of the last start on loopback. */
  readonly portFile: string;
}

/** Lies inside the cluster, so that a cluster and its password come into being by one rename. */
export const PASSWORD_FILE = "qipan-password";

const MEGABYTE = 1024 * 1024;
const FREE_BYTES_TO_CREATE = 128 * MEGABYTE; // template databases 40 MB, first log segments 32 MB, and some air
const FREE_BYTES_TO_START = 24 * MEGABYTE; // one log segment and the files of a start

/** 目录结构. Paths below one data folder; touches nothing. */
export function dataFolder(dataDirectory: string): DataFolder {
  const root = resolve(dataDirectory);
  return {
    root,
    cluster: join(root, "cluster"),
    passwordFile: join(root, "cluster", PASSWORD_FILE),
    logFile: join(root, "server.log"),
    socketFolderFile: join(root, "socket-folder"),
    portFile: join(root, "loopback-port"),
  };
}

/** 准备目录. Makes the folder (0700) and refuses one that cannot be written, is too full, or is of another version. */
export async function prepareFolder(folder: DataFolder, majorVersion: number): Promise<void> {
  await makePrivate(folder.root);
  const held = await heldVersion(folder);
  if (held !== undefined && held !== String(majorVersion)) throw otherVersion(folder, held, majorVersion);
  await checkSpace(folder, held === undefined ? FREE_BYTES_TO_CREATE : FREE_BYTES_TO_START);
}

/** 数据版本. Major version that made the cluster; undefined when there is none yet. */
export async function heldVersion(folder: DataFolder): Promise<string | undefined> {
  try {
    return (await readFile(join(folder.cluster, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw folderFailure(folder.root, error) ?? error;
  }
}

async function makePrivate(root: string): Promise<void> {
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    if (((await stat(root)).mode & 0o077) !== 0 && process.platform !== "win32") await chmod(root, 0o700);
  } catch (error) {
    const failure = folderFailure(root, error);
    if (failure !== undefined) throw failure;
    const found = errorCode(error) ?? String(error);
    throw new EmbeddedFailure(
      "folder-denied",
      `The data folder ${root} cannot be made (${found}): something on its path is not a folder. Choose another with QIPAN_DATA.`,
      error,
    );
  }
}

async function checkSpace(folder: DataFolder, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder.root);
  const free = bavail * bsize;
  if (free >= needed) return;
  const [have, want] = [free, needed].map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`);
  throw folderFull(folder.root, `${have} are free, ${want} are needed`);
}

function otherVersion(folder: DataFolder, held: string, majorVersion: number): EmbeddedFailure {
  return new EmbeddedFailure(
    "other-version",
    `The data folder ${folder.root} was made by PostgreSQL ${held}; this Qipan brings PostgreSQL ${majorVersion}. ` +
      "With the Qipan that made it run `qipan backup`, move the folder away, then run `qipan restore` with this one.",
  );
}
