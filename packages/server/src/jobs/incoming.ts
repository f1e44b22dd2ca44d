import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPayloads } from "@qipan/ledger/jobs/job";
import type { Ledger } from "@qipan/ledger/open";
import { systemPrincipal } from "@qipan/ledger/transaction";

/** Folder of the data folder in which files wait that were handed in through the API or came out of an archive. */
export const incomingFolder = "incoming";

/** 接手. Keeps a spooled file under a name of its own until its job is done, and gives its new path. */
export async function keepSpooled(folder: string, spooled: string): Promise<string> {
  const path = join(folder, randomUUID());
  await rename(spooled, path);
  return path;
}

/** 存入. Writes bytes into the folder, readable by its owner alone, and gives the path. */
export async function keepBytes(folder: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
  return path;
}

/** 弃件. Removes files that nobody waits for any more; those that are gone already are no fault. */
export async function discardFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

/** A file younger than this may belong to an upload or a job that is just being made, in this process or another. */
const youngMs = 3_600_000;

/**
 * 清扫. Removes the files that no open job waits for: a kill between the arrival of a file and its job leaves one. Files
 * younger than an hour stay.
 */
export async function sweepIncoming(ledger: Ledger, folder: string, names: readonly string[]): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return;
  const payloads = await ledger.as(systemPrincipal("jobs"), (tx) => openPayloads(tx, names));
  const awaited = new Set(payloads.map(({ path }) => path));
  for (const path of files.map((name) => join(folder, name))) {
    const age = ledger.now().getTime() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity);
    if (age > youngMs && !awaited.has(path)) await rm(path, { force: true });
  }
}
