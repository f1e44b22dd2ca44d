import { execFileSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDeclarations } from "./declarations.ts";
import { bundleLibrary, licenceOf } from "./library-code.ts";
import { KEPT, libraryManifest, type SourceManifest } from "./library-manifest.ts";
import { packedWords, wordsModule } from "./packed-words.ts";

/** The file of packages/policy/src that is the public API. */
const ENTRY = "library/qipan-policy.ts";

/**
 * 打库. Makes the archive of `@qipan/policy` in a folder by `npm pack` and returns its path: ES modules and declarations for
 * Node 20 and browsers, with the words, without a dependency but the schema library.
 */
export async function packLibrary(root: string, out: string): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), "qipan-library-"));
  try {
    await fillStage(root, stage);
    mkdirSync(out, { recursive: true });
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["pack", stage, "--pack-destination", out, "--silent"], { cwd: stage, stdio: "ignore" });
    const [archive] = globSync("qipan-policy-*.tgz", { cwd: out });
    if (archive === undefined)
      throw new Error(`npm pack left no archive in ${out}. Run it by hand in ${stage} to see why.`);
    return join(out, archive);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

async function fillStage(root: string, stage: string): Promise<void> {
  const policy = join(root, "packages/policy");
  const manifest = JSON.parse(readFileSync(join(policy, "package.json"), "utf8")) as SourceManifest; // our own file
  const types = join(stage, "types");
  mkdirSync(types);
  writeDeclarations(root, { entry: ENTRY, out: types });
  rmSync(join(types, "tsconfig.json"));
  const bundled = await bundleLibrary(root, { entry: ENTRY, out: stage, dependencies: KEPT });
  writeFileSync(join(stage, "words.js"), wordsModule(await packedWords(root)));
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(libraryManifest(manifest), null, 2)}\n`);
  writeFileSync(join(stage, "BUNDLED.md"), bundledNotice(root, bundled));
  for (const file of ["README.md", "README.zh.md"])
    writeFileSync(join(stage, file), withinArchive(readFileSync(join(policy, file), "utf8")));
  for (const file of ["LICENSE", "NOTICE", "THIRD-PARTY-NOTICES.md"]) copyFileSync(join(root, file), join(stage, file));
  copyFileSync(join(root, "data/lexicon/README.md"), join(stage, "LEXICON.md"));
}

/** Links of a page of packages/policy to pages of the repository, as they stand in the archive. */
function withinArchive(page: string): string {
  return page
    .replaceAll("](../../data/lexicon/README.md)", "](LEXICON.md)")
    .replaceAll("](../../THIRD-PARTY-NOTICES.md)", "](THIRD-PARTY-NOTICES.md)");
}

function bundledNotice(root: string, names: readonly string[]): string {
  const parts = names.map((name) => `## ${name}\n\n${licenceOf(root, name).trim()}\n`);
  return `# Bundled packages\n\nCode and tables of these packages are part of qipan-policy.js.\n\n${parts.join("\n")}`;
}
