import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FileRefused } from "./file-refusal.ts";

/** 找到的文件. Absolute path of a file to take in, or why what was named cannot be. */
export type Found = { readonly path: string } | { readonly path: string; readonly refused: FileRefused };

/**
 * 找文件. Files under the paths given, folders with all below them, in order of name and each once; hidden files and
 * links to folders inside a folder are passed over. A path that is not there is refused, the rest goes on.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths.map((given) => resolve(given)))
    for await (const found of under(path)) {
      if (seen.has(found.path)) continue;
      seen.add(found.path);
      yield found;
    }
}

async function* under(path: string): AsyncGenerator<Found> {
  const status = await stat(path).catch((failure: NodeJS.ErrnoException) => refusal(path, failure));
  if (status instanceof FileRefused) yield { path, refused: status };
  else if (status.isDirectory()) yield* inFolder(path);
  else if (status.isFile()) yield { path };
  else
    yield {
      path,
      refused: new FileRefused("unreadable", `${path} is neither a file nor a folder. Name one of these.`),
    };
}

async function* inFolder(folder: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((failure: NodeJS.ErrnoException) =>
    refusal(folder, failure),
  );
  if (entries instanceof FileRefused) {
    yield { path: folder, refused: entries };
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* inFolder(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) yield { path };
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false, // a link to nothing
  );
}

function refusal(path: string, failure: NodeJS.ErrnoException): FileRefused {
  if (failure.code === "ENOENT") return new FileRefused("unreadable", `Found nothing at ${path}. Check the spelling.`);
  if (failure.code === "EACCES")
    return new FileRefused("unreadable", `${path} may not be read by this user. Ask for the right to read it.`);
  return new FileRefused("unreadable", `${path} cannot be read (${failure.code ?? failure.message}). Check the file.`);
}
