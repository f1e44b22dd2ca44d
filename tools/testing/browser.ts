import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** 浏览器. What the browser tests need of the machine, or what to type to get it. */
export type Browser =
  | { readonly kind: "ready"; readonly chromium: string }
  | { readonly kind: "missing"; readonly message: string };

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/**
 * 备好浏览器. Finds Chromium and a Chinese font; on Debian, as root, installs what is missing.
 * `QIPAN_CHROMIUM` names a Chromium elsewhere.
 */
export async function prepareBrowser(say: (text: string) => void): Promise<Browser> {
  if (await isComplete()) return ready();
  if (process.getuid?.() !== 0 || findProgram(["apt-get"]) === undefined) return { kind: "missing", message: advice() };
  say(`Installing ${PACKAGES.join(" and ")} for the browser tests (apt-get) …`);
  await run("apt-get", ["update", "-qq"]);
  const { ok, output } = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES]);
  if (ok && (await isComplete())) return ready();
  return { kind: "missing", message: `apt-get could not install them:\n${output.slice(-2000)}\n${advice()}` };
}

function ready(): Browser {
  return { kind: "ready", chromium: findChromium() ?? "" };
}

async function isComplete(): Promise<boolean> {
  return findChromium() !== undefined && (await hasChineseFont());
}

function findChromium(): string | undefined {
  return process.env["QIPAN_CHROMIUM"] ?? findProgram(PROGRAMS);
}

async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== "linux") return true; // macOS and Windows bring one
  return (await run("fc-list", [":lang=zh"])).output.trim() !== "";
}

function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function advice(): string {
  return (
    "The browser tests need Chromium and a Chinese font, and this user cannot install them. On Debian:\n" +
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${PACKAGES.join(" ")}\n` +
    "Elsewhere install Chromium and Noto Sans CJK, set QIPAN_CHROMIUM to the program, and run npm test again."
  );
}

function run(file: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return new Promise((resolve) => {
    execFile(file, [...args], { env, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` });
    });
  });
}
