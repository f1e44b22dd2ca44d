import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { validateLexicon } from "@qipan/policy/library/validate-lexicon";
import { findingLine } from "../packs/pack-check.ts";
import { ownFolders, readLexiconPack } from "../packs/lexicon-folder.ts";
import type { ExitCode } from "./command.ts";
import { root } from "./project.ts";
import { printLines, say } from "./terminal.ts";
import { UsageFault } from "./usage.ts";

/**
 * 校验词典. `qipan check lexicon [FOLDER]`: all that is wrong with the word files of a folder at once, those that it leaves out being
 * our own; without a folder our own files by themselves. Ends with 1 when a file could not be used.
 */
export async function checkLexicon(folder: string | undefined, asJson: boolean): Promise<ExitCode> {
  const own = ownFolders(root);
  const pack = await readLexiconPack(own.pack);
  const asked = resolve(folder ?? own.lexicon);
  const files = await wordFiles(asked);
  const base = asked === resolve(own.lexicon) ? pack : { files: await wordFiles(own.lexicon), ...pack };
  const findings = validateLexicon({ files }, base);
  await printLines(findings.map((finding) => (asJson ? JSON.stringify(finding) : findingLine(finding))));
  say(`${asked}: ${findings.length} findings in ${Object.keys(files).length} word files.`);
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** Texts of the tables in a folder by file name. */
async function wordFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder).catch(() => []);
  const tables = names.filter((name) => name.endsWith(".tsv")).sort();
  if (tables.length === 0)
    throw new UsageFault(`Found no .tsv file in ${folder}, expected a folder with word files such as units.tsv.`);
  const texts = await Promise.all(
    tables.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
  );
  return Object.fromEntries(texts);
}
