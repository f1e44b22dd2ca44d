// 准备步骤. What must be there before the real work: the packages of the lock file and the built web app.
// Each step is skipped while its inputs are unchanged, says how long it took, and says what to do when it fails.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "./child.mjs";
import { findRuntime } from "./runtime.mjs";
import { hashInputs, readStamp, writeStamp } from "./stamp.mjs";

const PACKAGES = ["policy", "transit", "ledger", "server", "web"];
const INSTALL_INPUTS = [
  "package.json",
  "package-lock.json",
  ".npmrc",
  ...PACKAGES.map((name) => `packages/${name}/package.json`),
];
const WEB_INPUTS = [
  "package-lock.json",
  "packages/web",
  "packages/server/src/contract",
  "packages/policy/src",
  "data/glossary.tsv",
];
const STALE_LOCK = /Missing: .* from lock file|can only install packages when|in sync/;

/** What the words of a failed program mean for the person at the keyboard, most telling first. */
const ADVICE = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i,
    "The package registry cannot be reached. The first start needs it once: connect this machine (or set npm's proxy), or carry over the archive that `npm run bundle` makes on a connected machine.",
  ],
  [/ENOSPC|EDQUOT/, "The disk is full. An installation needs about 900 MB: free some space and run the command again."],
  [
    /EACCES|EPERM|EROFS/,
    "This folder cannot be written by this user. Give yourself write permission on it, or copy the project to a folder of your own.",
  ],
  [STALE_LOCK, "package.json and package-lock.json do not agree. Run `npm install` once, and commit the lock file."],
  [
    /ENOENT.*npm|spawn npm/,
    "npm was not found. It comes with Node: install Node from nodejs.org or your system's packages.",
  ],
];

/** Runs one step unless its stamp is fresh; false when it failed (and has said so). */
export async function runStep(root, step, say) {
  const hash = hashInputs(root, step.inputs, `${process.platform}-${process.arch}`);
  if (readStamp(root, step.name) === hash && step.isThere(root)) return true;
  if (step.isDoneElsewhere?.(root)) return stamp(root, step, hash);
  const begun = performance.now();
  say(`${step.label} …`);
  const { ok, output } = await step.run(root);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (!ok) {
    say(`${step.label} failed after ${seconds} s.\n${gist(output)}\n${adviceFor(output)}`);
    return false;
  }
  say(`${step.label} done in ${seconds} s`);
  return stamp(root, step, hash);
}

/** 安装. The packages of the lock file, by `npm ci`; one done by hand is recognised. */
export const INSTALL = {
  name: "install",
  label: "Installing packages (npm ci)",
  inputs: INSTALL_INPUTS,
  isThere: (root) => existsSync(join(root, "node_modules", ".package-lock.json")),
  isDoneElsewhere: isInstalledAsLocked,
  run: async (root) => {
    const [file, args] = npmCommand();
    return runQuietly(file, [...args, "ci"], { cwd: root, shell: process.platform === "win32" && args.length === 0 });
  },
};

/** 构建界面. The web app, by vite, beside its place and then moved into it: a running server never sees half of it. */
export const BUILD_WEB = {
  name: "web",
  label: "Building the web app (vite)",
  inputs: WEB_INPUTS,
  isThere: (root) => existsSync(join(root, "packages", "web", "dist", "index.html")),
  run: buildWeb,
};

/** Whether this copy came out of `npm run bundle`: complete, built, and not to be touched. */
export function isBundle(root) {
  return existsSync(join(root, "bundle.json"));
}

/** A copy that cannot be written is complete all the same: it only looks again next time. */
function stamp(root, step, hash) {
  try {
    if (step === INSTALL) linkCommand(root);
    writeStamp(root, step.name, hash);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(error.code)) throw error;
  }
  return true;
}

/** `npx qipan` finds the command of the project itself without asking the registry. */
function linkCommand(root) {
  const link = join(root, "node_modules", ".bin", "qipan");
  if (existsSync(link) || process.platform === "win32") return;
  rmSync(link, { force: true });
  symlinkSync(join("..", "..", "qipan"), link);
}

function npmCommand() {
  const running = process.env.npm_execpath; // npm's own file, when npm has started us
  if (running?.endsWith("npm-cli.js")) return [process.execPath, [running]];
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  return existsSync(beside) ? [process.execPath, [beside]] : ["npm", []];
}

/** npm writes into node_modules what it has installed: the same versions as locked means nothing is left to do. */
function isInstalledAsLocked(root) {
  try {
    const [locked, installed] = ["package-lock.json", join("node_modules", ".package-lock.json")].map(
      (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages,
    );
    return Object.entries(locked).every(([path, entry]) => {
      if (!path.includes("node_modules/")) return true;
      return installed[path] === undefined ? entry.optional === true : installed[path].version === entry.version;
    });
  } catch {
    return false;
  }
}

async function buildWeb(root) {
  const draft = join(root, "node_modules", ".cache", "qipan", `web-dist-${process.pid}`);
  const dist = join(root, "packages", "web", "dist");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  mkdirSync(dirname(draft), { recursive: true });
  const args = [vite, "build", "--logLevel", "warn", "--outDir", draft, "--emptyOutDir"];
  const result = await runQuietly(findRuntime(root), args, { cwd: join(root, "packages", "web") });
  if (!result.ok) return result;
  putInPlace(draft, dist);
  return result;
}

/** Two starts at once may build both: whoever comes second finds the other's files, which are made of the same sources. */
function putInPlace(draft, dist) {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(dist, { recursive: true, force: true });
    try {
      renameSync(draft, dist);
      return;
    } catch (failure) {
      if (attempt === 5 || !["ENOTEMPTY", "EEXIST"].includes(failure.code)) throw failure;
    }
  }
}

function adviceFor(output) {
  const found = ADVICE.find(([pattern]) => pattern.test(output));
  return found?.[1] ?? "Run the command again; if it fails the same way, the lines above say why.";
}

/** The first lines say what went wrong; stacks and the lines that only frame them are left out. */
function gist(output) {
  const lines = output.split("\n").filter((line) => /[\p{L}\d]/u.test(line) && !/^(npm error)?\s+at /u.test(line));
  return lines
    .slice(0, 10)
    .map((line) => `  ${line}`)
    .join("\n");
}
