// 印记. A step is skipped while the hash of its inputs equals the stamp that its last success left in node_modules.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const UNCOUNTED = new Set(["node_modules", "dist", ".git"]);

/** Hash over names and contents of files and folders below `root`; what does not exist counts as absent. */
export function hashInputs(root, inputs, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const path of inputs.flatMap((input) => filesOf(join(root, input))).sort()) {
    hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** The stamp of a step; undefined when it has never succeeded here. */
export function readStamp(root, step) {
  try {
    return readFileSync(stampPath(root, step), "utf8");
  } catch {
    return undefined;
  }
}

export function writeStamp(root, step, hash) {
  const path = stampPath(root, step);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hash);
}

function stampPath(root, step) {
  return join(root, "node_modules", ".cache", "qipan", `${step}.stamp`);
}

function filesOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => (UNCOUNTED.has(name) ? [] : filesOf(join(path, name))));
}
