import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lexiconFiles } from "@qipan/policy/mention/lexicon";
import type { WholePack } from "@qipan/policy/library/lexicon-pack";
import { readLexiconPack } from "../../packages/server/src/packs/lexicon-folder.ts";

/**
 * 随包词典. The words that go into the archive of the library: the files of data/lexicon as they stand, and the names of the
 * places and bodies of data/jingjinji, without coordinates, sources and figures.
 */
export async function packedWords(root: string): Promise<WholePack> {
  const { places, organisations, names } = await readLexiconPack(join(root, "data/jingjinji"));
  const files = lexiconFiles.map((name) => [name, readFileSync(join(root, "data/lexicon", name), "utf8")]);
  return { files: Object.fromEntries(files) as Record<string, string>, places, organisations, names }; // pairs of texts
}

/** 词典模块. The pack as an ES module in place of `library/packed-words.ts`. */
export function wordsModule(pack: WholePack): string {
  return `// Words of @qipan/policy: made from data/lexicon and data/jingjinji by \`npm run library\`.\nexport const packedWords = ${JSON.stringify(pack)};\n`;
}
