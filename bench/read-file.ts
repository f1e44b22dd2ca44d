// 读一件. Reads one file and prints what that took, for `bench/measures/formats.ts`: `node bench/read-file.ts PATH text|readings`.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { readSource as readText } from "@qipan/policy/extraction/read";
import { readSource } from "../packages/server/src/formats/read-source.ts";
import { ownFolders, readLexicon } from "../packages/server/src/packs/lexicon-folder.ts";
import { timed } from "./figure.ts";

/** 所费. Milliseconds and largest resident set in MB of reading a file; no sentences where only its text was asked for. */
export interface ReadFile {
  readonly ms: number;
  readonly peakMb: number;
  readonly characters: number;
  readonly sentences: number;
}

const [path = "", asked] = process.argv.slice(2);
const lexicon = await readLexicon(ownFolders(`${import.meta.dirname}/..`));
const bytes = await readFile(path);
const { result, ms } = await timed(async () => {
  const source = await readSource(basename(path), bytes);
  const read = asked === "readings" ? readText(source, { doc: basename(path), date: "2024-12-31", lexicon }) : null;
  return { characters: source.text.length, sentences: read?.sentences.length ?? 0 };
});
const told: ReadFile = { ms, peakMb: process.resourceUsage().maxRSS / 1024, ...result };
process.stdout.write(JSON.stringify(told));
