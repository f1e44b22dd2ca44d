import { readText } from "@qipan/policy/extraction/read";
import { ownFolders, readLexicon } from "../packages/server/src/packs/lexicon-folder.ts";
import { sampleText } from "./sample-text.ts";
const lexicon = await readLexicon(ownFolders("/work/main"));
const once = sampleText(1);
console.log(once.length);
for (const k of [40, 80, 144]) {
  const t = once.repeat(k);
  const a = performance.now();
  const r = readText(t, { doc: "b", lexicon });
  console.log(k, t.length, (performance.now() - a) | 0, r.readings.length, r.mentions.length);
}
