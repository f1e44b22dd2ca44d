import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Finding } from "@qipan/policy/pack/finding";
import { manifestOf, type PackManifest } from "@qipan/policy/pack/manifest";
import type { TableRows } from "@qipan/policy/pack/table";
import { tableOfText } from "./table-file.ts";

/** 数据包目录. A pack as it lies on disk, read but not checked. `hash` changes with any byte of it. */
export interface PackFolder {
  readonly path: string;
  readonly manifest: PackManifest | null;
  readonly tables: readonly TableRows[];
  readonly findings: readonly Finding[];
  readonly hash: string;
}

/** 数据包缺失. The folder is no pack; the message says what was looked for and where. */
export class PackMissing extends Error {}

/**
 * 读数据包. Reads `pack.json` and every table under a folder. Faults in their form are findings; throws `PackMissing`
 * where there is no `pack.json` at all.
 */
export async function readPackFolder(folder: string): Promise<PackFolder> {
  const path = resolve(folder);
  const manifestText = await readFile(join(path, "pack.json"), "utf8").catch(() => {
    throw new PackMissing(
      `Found no pack.json in ${path}. Name a folder that holds a data pack, for example data/jingjinji.`,
    );
  });
  const files = await tableFiles(path);
  const texts = await Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
  const parsed = files.map((file, index) => tableOfText(file, texts[index] ?? ""));
  const described = describe(manifestText);
  return {
    path,
    manifest: described.manifest,
    tables: parsed.map(({ table }) => table),
    findings: [...described.findings, ...parsed.flatMap(({ findings }) => findings)],
    hash: hashOf([manifestText, ...files.flatMap((file, index) => [file, texts[index] ?? ""])]),
  };
}

/** 短名. How a pack is called in messages before its manifest is known. */
export function packName(folder: PackFolder): string {
  return folder.manifest?.id ?? basename(folder.path);
}

/** Paths of the tables inside the folder, with forward slashes, in order of name. */
async function tableFiles(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true });
  return entries
    .map((entry) => entry.replaceAll("\\", "/"))
    .filter((entry) => entry.endsWith(".csv"))
    .sort();
}

function describe(text: string): ReturnType<typeof manifestOf> {
  try {
    return manifestOf(JSON.parse(text));
  } catch (failure) {
    const found = failure instanceof Error ? failure.message : String(failure);
    const advice = "Correct the form of pack.json.";
    const where = { severity: "error", file: "pack.json", line: 0, column: null } as const;
    return { manifest: null, findings: [{ ...where, code: "bad-json", found, expected: "a JSON object", advice }] };
  }
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("hex");
}
