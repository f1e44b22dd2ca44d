import { randomBytes } from "node:crypto";
import { chown, lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedFailure } from "./failure.ts";
import type { ServerUser } from "./server-user.ts";

/** 监听方式. Where a server that we start listens: a socket in a private folder, or a port of 127.0.0.1 with a password. */
export type Listening =
  | { readonly kind: "socket"; readonly socketFolder: string; readonly port: number }
  | { readonly kind: "loopback"; readonly port: number };

/** On a socket the port only names the file: `.s.PGSQL.5432`. */
const SOCKET_PORT = 5432;
const LONGEST_SOCKET_PATH = 107; // sun_path holds 108 bytes with the closing zero (unix(7)); macOS 104, asked for below

/**
 * 选择监听. The socket goes into the data folder, or, when its path would be too long, into a private folder of the
 * temporary directory that the data folder remembers. Loopback where there are no Unix sockets, or when asked for.
 */
export async function chooseListening(
  folder: DataFolder,
  user: ServerUser,
  asked: "socket" | "loopback" = "socket",
): Promise<Listening> {
  if (asked === "loopback" || process.platform === "win32") return loopback(folder);
  if (fits(folder.root)) return { kind: "socket", socketFolder: folder.root, port: SOCKET_PORT };
  const socketFolder = (await rememberedSocketFolder(folder)) ?? (await makeSocketFolder(folder, user));
  if (socketFolder === undefined) return loopback(folder);
  return { kind: "socket", socketFolder, port: SOCKET_PORT };
}

/** 口令. Password of the superuser for loopback, from the file that was made with the cluster. */
export async function readPassword(folder: DataFolder): Promise<string> {
  try {
    return (await readFile(folder.passwordFile, "utf8")).trim();
  } catch (error) {
    throw new EmbeddedFailure(
      "password-lost",
      `The password of the embedded database cannot be read from ${folder.passwordFile}. Put the file back from a copy ` +
        "of the folder, or move the folder away and run `qipan restore` with the last backup.",
      error,
    );
  }
}

function fits(socketFolder: string): boolean {
  const longest = process.platform === "darwin" ? 103 : LONGEST_SOCKET_PATH;
  return Buffer.byteLength(join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`)) <= longest;
}

async function rememberedSocketFolder(folder: DataFolder): Promise<string | undefined> {
  const path = await readFile(folder.socketFolderFile, "utf8").catch(() => "");
  const found = path === "" ? undefined : await lstat(path.trim()).catch(() => undefined);
  const isOurs = found?.isDirectory() === true && (found.mode & 0o077) === 0;
  return isOurs && mayBelongToUs(found.uid) ? path.trim() : undefined;
}

/** Somebody else may have put a folder of that name into the shared temporary directory. */
function mayBelongToUs(owner: number): boolean {
  const self = process.getuid?.();
  return owner === self || self === 0;
}

async function makeSocketFolder(folder: DataFolder, user: ServerUser): Promise<string | undefined> {
  const socketFolder = join(tmpdir(), `qipan-${randomBytes(6).toString("hex")}`);
  if (!fits(socketFolder)) return undefined;
  await mkdir(socketFolder, { mode: 0o700 });
  if (user.kind === "account") await chown(socketFolder, user.uid, user.gid);
  await writeFile(folder.socketFolderFile, `${socketFolder}\n`, { mode: 0o600 });
  return socketFolder;
}

/** The port of the last time, when it is free, so that the connections of running processes find a restarted server. */
async function loopback(folder: DataFolder): Promise<Listening> {
  const last = Number(await readFile(folder.portFile, "utf8").catch(() => "0"));
  const port = await freePort(last).catch(() => freePort(0));
  if (port !== last) await writeFile(folder.portFile, `${port}\n`);
  return { kind: "loopback", port };
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
