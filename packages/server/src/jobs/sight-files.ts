import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, relative } from "node:path";
import { bareName, cleanPath, isArchiveName } from "../ingest/file-name.ts";
import { checkSize, FileRefused } from "../ingest/file-refusal.ts";
import { findFiles } from "../ingest/find-files.ts";
import { mediaTypeOf } from "../ingest/media-type.ts";
import { type Member, unpack } from "./unpack.ts";

/**
 * 看件. The files under the paths given, one after the other: folders with all below them, ZIP archives with what is in
 * them, which is written into `folder`. Each comes with the hash of its bytes, or with why it is not taken in; a bad one does
 * not hold up the rest.
 */
export async function* sightFiles(paths: readonly string[], folder: string): AsyncGenerator<Member> {
  const seen = new Set<string>();
  for (const given of paths)
    for await (const found of findFiles([given])) {
      if (seen.has(found.path)) continue;
      seen.add(found.path);
      const origin = originOf(given, found.path);
      if ("refused" in found) yield { name: basename(found.path), origin, refused: found.refused };
      else yield* sightFile(found.path, origin, folder);
    }
}

/** 来处. The path of a file from the folder that was named on, that folder included; the bare name of a file named itself. */
function originOf(given: string, path: string): string {
  const below = relative(dirname(given), path);
  return cleanPath(below) ?? bareName(path);
}

async function* sightFile(path: string, origin: string, folder: string): AsyncGenerator<Member> {
  const name = bareName(basename(path));
  try {
    if (isArchiveName(name)) {
      const members = await unpack({ name, path }, folder);
      yield* members.map((member) => inFolder(member, name, origin));
      return;
    }
    mediaTypeOf(name);
    checkSize(name, (await stat(path)).size);
    const sha256 = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    yield { name, origin: origin === name ? null : origin, sha256, path, ours: false };
  } catch (failure) {
    yield { name, origin, refused: refusalOf(name, failure) };
  }
}

/** The origin of a member begins with the archive; below a folder with where that lies. */
function inFolder(member: Member, archive: string, origin: string): Member {
  if (member.origin === null || origin === archive) return member;
  return { ...member, origin: `${origin}${member.origin.slice(archive.length)}` };
}

function refusalOf(name: string, failure: unknown): FileRefused {
  if (failure instanceof FileRefused) return failure;
  const found = failure instanceof Error && "code" in failure ? String(failure.code) : String(failure);
  if (found === "EACCES")
    return new FileRefused("unreadable", `${name} may not be read by this user. Ask for the right to.`);
  return new FileRefused("unreadable", `${name} cannot be read (${found}). Check the file.`);
}
