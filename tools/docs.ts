// Generates the reference pages of docs/generated from what the program itself is made from (contract, register
// descriptions, settings, migrations), so that they cannot drift apart.
//   npm run docs              writes them
//   node tools/docs.ts --check    writes nothing; fails and names each file that is not what would be written
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { apiPage, openApiFile } from "./documenting/api-page.ts";
import { databasePage } from "./documenting/database-page.ts";
import type { GeneratedPage } from "./documenting/generated-page.ts";
import { registersPage } from "./documenting/registers-page.ts";
import { settingsPage } from "./documenting/settings-page.ts";

const pages: readonly GeneratedPage[] = [
  { file: "api.md", make: apiPage },
  { file: "openapi.json", make: openApiFile },
  { file: "registers.md", make: registersPage },
  { file: "settings.md", make: settingsPage },
  { file: "database.md", make: databasePage },
];

const FOLDER = "docs/generated";

process.chdir(dirname(import.meta.dirname));
process.exitCode = await main(process.argv.includes("--check"));

async function main(checks: boolean): Promise<0 | 1> {
  await mkdir(FOLDER, { recursive: true });
  const stale: string[] = [];
  for (const { file, make } of pages) {
    const path = join(FOLDER, file);
    const text = await make();
    if (text === (await readIfThere(path))) continue;
    stale.push(path);
    if (!checks) await writeFile(path, text);
  }
  for (const path of stale)
    console.log(checks ? `${path}: is not what would be generated; run npm run docs` : `${path}: written`);
  console.log(`${pages.length} files, ${stale.length} ${checks ? "stale" : "changed"}`);
  return checks && stale.length > 0 ? 1 : 0;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === "ENOENT") return undefined;
    throw failure;
  });
}
