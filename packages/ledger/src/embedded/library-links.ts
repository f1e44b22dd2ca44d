import { readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { EmbeddedFailure, errorCode } from "./failure.ts";

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * 补齐库链接. Makes the library links (`libicuuc.so.60` …) that the platform package lists in `native/pg-symlinks.json`.
 * npm packages cannot carry links and install scripts are off, so the first start makes them; links that exist are
 * kept, and two processes may do it at once. Returns how many were made. A package without the list needs none.
 */
export async function makeLibraryLinks(packageRoot: string): Promise<number> {
  let made = 0;
  for (const link of await readLinks(packageRoot)) if (await makeLink(packageRoot, link)) made += 1;
  return made;
}

async function readLinks(packageRoot: string): Promise<readonly LibraryLink[]> {
  const text = await readFile(join(packageRoot, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.filter(isLink) : [];
}

function isLink(value: unknown): value is LibraryLink {
  if (typeof value !== "object" || value === null || !("source" in value) || !("target" in value)) return false;
  return typeof value.source === "string" && typeof value.target === "string";
}

async function makeLink(packageRoot: string, { source, target }: LibraryLink): Promise<boolean> {
  const path = join(packageRoot, target);
  try {
    await symlink(relative(dirname(path), join(packageRoot, source)), path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw new EmbeddedFailure(
      "library-links",
      `The library link ${path} is missing and cannot be made (${errorCode(error) ?? String(error)}). ` +
        "Start Qipan once as the user who owns node_modules, so that the links are made; a read-only copy works after that.",
      error,
    );
  }
}
