import { createHash } from "node:crypto";
import type { z } from "zod";
import { damaged, partsOf, type Part } from "./container.ts";
import { type BackupHead, backupHead, type BackupManifest, backupManifest } from "./manifest.ts";

/** 备份抬头. Reads only the beginning of a file. Refuses a file that is no backup. */
export async function backupHeadOf(file: string): Promise<BackupHead> {
  for await (const part of partsOf(file)) return parsed(file, backupHead, part, await textOf(part));
  throw damaged(file, "it has no parts");
}

/**
 * 检查备份. Reads a whole backup and compares every part with its digest, without a database; the manifest when all is
 * well. Refuses a file that is damaged, cut off, or no backup, saying where.
 */
export async function inspectBackup(file: string): Promise<BackupManifest> {
  const digests = new Map<string, string>();
  let manifest: BackupManifest | undefined;
  let end: string | undefined;
  for await (const part of partsOf(file)) {
    if (part.name === "head") parsed(file, backupHead, part, await textOf(part));
    else if (part.name === "end") end = await textOf(part);
    else if (part.name === "manifest") {
      const text = await textOf(part);
      digests.set("manifest", createHash("sha256").update(text).digest("hex"));
      manifest = parsed(file, backupManifest, part, text);
    } else digests.set(part.name, await digestOf(part));
  }
  if (manifest === undefined || end === undefined || end !== digests.get("manifest"))
    throw damaged(file, "it has no whole manifest at its end");
  for (const { table, sha256 } of manifest.tables) {
    const found = digests.get(table);
    if (found !== sha256)
      throw damaged(file, `the part ${table} has the digest ${found ?? "of nothing"} instead of ${sha256}`);
  }
  return manifest;
}

async function digestOf({ content }: Part): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of content) hash.update(piece);
  return hash.digest("hex");
}

async function textOf({ content }: Part): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

function parsed<S extends z.ZodType>(file: string, schema: S, { name }: Part, text: string): z.infer<S> {
  const result = schema.safeParse(jsonOf(text));
  if (result.success) return result.data;
  throw damaged(file, `its ${name} is not in the form of this version of Qipan`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it, with a message
  }
}
