import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packLibrary } from "../tools/packing/pack-library.ts";
import { ROOT } from "./running-qipan.ts";

/** 装好的库. An empty project into which the archive of `@qipan/policy` was installed. */
export interface InstalledLibrary {
  readonly archive: string;
  readonly project: string;
}

/** 装库. Packs the library and installs the archive in an empty folder, without network: the schema library comes from ours. */
export async function installLibrary(): Promise<InstalledLibrary> {
  const home = mkdtempSync(join(tmpdir(), "library-"));
  const archive = await packLibrary(ROOT, join(home, "archive"));
  const project = join(home, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  const packages = [archive, `file:${join(ROOT, "node_modules/zod")}`];
  const flags = ["--offline", "--install-links", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...flags, ...packages], { cwd: project, stdio: "pipe" });
  return { archive, project };
}

/** 示例. An example of the page that comes with the library: its code and what it prints, "" where the page does not say. */
export interface PageExample {
  readonly code: string;
  readonly prints: string;
}

/** 页中示例. The examples of a page of the installed library, in order. */
export function examplesOf({ project }: InstalledLibrary, page: string): readonly PageExample[] {
  const text = readFileSync(join(project, "node_modules/@qipan/policy", page), "utf8");
  const blocks = /```js\n(?<code>.*?)```(?:\n\n(?:prints|输出)\n\n```text\n(?<prints>.*?)```)?/gsu;
  return Array.from(text.matchAll(blocks), ({ groups }) => ({
    code: groups?.code ?? "",
    prints: groups?.prints ?? "",
  }));
}
