import { goldDocuments } from "../tools/score/gold.ts";
import { ownFolders, readLexicon } from "../packages/server/src/packs/lexicon-folder.ts";
import { accuracyOf } from "./measures/accuracy.ts";
const root = "/work/main";
const a = performance.now();
const { documents } = await goldDocuments(root, await readLexicon(ownFolders(root)));
console.log(performance.now() - a);
const d = documents.filter((x) => !x.heldOut);
console.log(
  d.length,
  d.reduce((s, x) => s + x.text.length, 0),
);
for (const f of accuracyOf(d, "")) console.log(f.name, f.value.toFixed(1), f.note);
console.log(performance.now() - a);
