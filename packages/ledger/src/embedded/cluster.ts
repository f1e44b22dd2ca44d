import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { type DataFolder, heldVersion, PASSWORD_FILE } from "./data-folder.ts";
import { EmbeddedFailure, errorCode, folderFailure } from "./failure.ts";
import { processExists } from "./postmaster.ts";
import { commandAs, type ServerUser } from "./server-user.ts";

/** 超级用户. Superuser of the embedded cluster; the application itself connects as lesser roles. */
export const ADMIN_USER = "qipan_admin";

const DRAFT = /^draft-(?<pid>\d+)-/;

interface Draft {
  readonly root: string;
  readonly cluster: string;
  readonly password: string;
}

/**
 * 建库. Makes the cluster when there is none. It is drafted beside its place and renamed into it, so a kill in the
 * middle leaves no half cluster, and of two processes that do it at once the second throws its draft away.
 */
export async function createCluster(folder: DataFolder, binaries: Binaries, user: ServerUser): Promise<void> {
  await removeDeadDrafts(folder.root);
  if ((await heldVersion(folder)) !== undefined) return;
  const root = join(folder.root, `draft-${process.pid}-${randomBytes(4).toString("hex")}`);
  const draft = { root, cluster: join(root, "cluster"), password: join(root, PASSWORD_FILE) };
  try {
    await prepareDraft(draft, user, folder);
    await initialise(draft, binaries, user);
    await rename(draft.password, join(draft.cluster, PASSWORD_FILE));
    await settle(draft, folder);
  } catch (error) {
    throw error instanceof EmbeddedFailure ? error : (folderFailure(folder.root, error) ?? error);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function prepareDraft(draft: Draft, user: ServerUser, folder: DataFolder): Promise<void> {
  await mkdir(draft.root, { mode: 0o700 });
  await writeFile(draft.password, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (user.kind !== "account") return;
  for (const path of [folder.root, draft.root, draft.password]) await chown(path, user.uid, user.gid);
}

/** Runs initdb with the first locale that this machine knows: search needs a UTF-8 character type. */
async function initialise(draft: Draft, binaries: Binaries, user: ServerUser): Promise<void> {
  let output = "";
  for (const characterType of characterTypes()) {
    const command = commandAs(user, binaries.initdb, initdbArguments(draft, binaries, characterType));
    const result = await run(command.file, command.args, { uid: command.uid, gid: command.gid });
    if (result.ok) return;
    output = result.output;
    if (!output.includes("invalid locale name")) break;
    await rm(draft.cluster, { recursive: true, force: true });
  }
  throw (
    folderFailure(draft.root, output) ??
    new EmbeddedFailure(
      "start-failed",
      `PostgreSQL could not make its data directory in ${draft.root}. ${binaries.initdb} said:\n${output.trim()}`,
    )
  );
}

function characterTypes(): readonly string[] {
  return process.platform === "win32" ? ["C"] : ["C.UTF-8", "en_US.UTF-8", "C"];
}

function initdbArguments(draft: Draft, binaries: Binaries, characterType: string): readonly string[] {
  // The builtin provider came with 17: same order and character classes on every machine, whatever its C library.
  const builtin = binaries.majorVersion >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
  return [
    `--pgdata=${draft.cluster}`,
    `--username=${ADMIN_USER}`,
    `--pwfile=${draft.password}`,
    "--encoding=UTF8",
    "--locale=C",
    `--lc-ctype=${characterType}`,
    ...builtin,
    "--data-checksums",
    "--auth-local=trust", // the socket lies in a folder of mode 0700: whoever reaches it is the owner
    "--auth-host=scram-sha-256",
  ];
}

async function settle(draft: Draft, folder: DataFolder): Promise<void> {
  try {
    await rename(draft.cluster, folder.cluster);
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(errorCode(error) ?? "") && (await heldVersion(folder)) !== undefined)
      return; // another process was first
    throw error;
  }
}

/** The initdb of a killed process may still be writing its draft: what cannot be removed now goes at a later start. */
async function removeDeadDrafts(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = DRAFT.exec(name)?.groups?.pid;
    if (pid === undefined || processExists(Number(pid))) continue;
    await rm(join(root, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

interface Identity {
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

function run(file: string, args: readonly string[], identity: Identity): Promise<{ ok: boolean; output: string }> {
  const env = { ...process.env, LC_ALL: "C" }; // messages in English, so that they can be recognised
  return new Promise((resolve) => {
    const options = { env, ...(identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.gid }) };
    execFile(file, [...args], options, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}${error === null ? "" : error.message}` });
    });
  });
}
