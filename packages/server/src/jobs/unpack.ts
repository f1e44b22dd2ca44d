import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Archived, filesIn } from "../formats/archive.ts";
import { defaultLimits } from "../formats/limits.ts";
import { fileKindOf } from "../formats/sniff.ts";
import { bareName, cleanPath } from "../ingest/file-name.ts";
import { checkSize, FileRefused } from "../ingest/file-refusal.ts";
import { mediaTypeOf } from "../ingest/media-type.ts";
import type { Arrival } from "./arrival.ts";
import { discardFiles, keepBytes } from "./incoming.ts";

/** 大小上限. Largest archive that is opened, in bytes. */
export const largestArchiveBytes: number = 256 * 1024 * 1024;

/** 档内来件. A file of an archive, or why it is not taken in. */
export type Member = Arrival | { readonly name: string; readonly origin: string; readonly refused: FileRefused };

/**
 * 拆档. Writes the files of a ZIP archive into `folder`, each under a name of our own, in order of the archive. A file that
 * cannot be taken in is told and the rest goes on; a document that only bears the name of an archive is its only member.
 * Throws `FileRefused` when the archive as a whole is refused, and leaves nothing in the folder then.
 */
export async function unpack(
  { name, path }: { readonly name: string; readonly path: string },
  folder: string,
): Promise<readonly Member[]> {
  const bytes = await readFile(path);
  checkArchiveSize(name, bytes.byteLength);
  const members: Member[] = [];
  try {
    for await (const file of contentsOf(name, bytes)) members.push(await memberOf(name, file, folder));
  } catch (failure) {
    await discardFiles(members.flatMap((member) => ("path" in member ? member.path : [])));
    throw failure;
  }
  if (members.length > 0) return members;
  throw new FileRefused("empty", `${name} holds no files. Pack the documents and hand it in again.`);
}

/** Refuses an archive that is too large before any of it is read. */
export function checkArchiveSize(name: string, byteLength: number): void {
  if (byteLength <= largestArchiveBytes) return;
  const mebibytes = (byteLength / 1024 / 1024).toFixed(1);
  throw new FileRefused(
    "too-large",
    `${name} has ${mebibytes} MiB, the most that is opened is ${largestArchiveBytes / 1024 / 1024} MiB. Pack its files in several archives.`,
  );
}

async function* contentsOf(name: string, bytes: Uint8Array): AsyncGenerator<Archived> {
  const kind = await fileKindOf(name, bytes, defaultLimits);
  if (kind === "archive" || kind === "unknown") yield* filesIn(name, bytes, defaultLimits);
  else yield { path: name, bytes };
}

async function memberOf(archive: string, file: Archived, folder: string): Promise<Member> {
  const name = bareName(file.path);
  const isArchive = file.path === archive;
  const origin = isArchive ? archive : `${archive}!${cleanPath(file.path) ?? name}`;
  try {
    if ("refused" in file) throw file.refused;
    if (!isArchive) mediaTypeOf(name);
    checkSize(name, file.bytes.byteLength);
  } catch (failure) {
    if (failure instanceof FileRefused) return { name, origin, refused: failure };
    throw failure;
  }
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  return { name, origin: isArchive ? null : origin, sha256, path: await keepBytes(folder, file.bytes), ours: true };
}
