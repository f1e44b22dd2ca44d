import { withNames } from "../mention/known-name.ts";
import { type Lexicon, parseLexicon } from "../mention/lexicon.ts";
import { type LexiconPack, mergedPack, type WholePack } from "./lexicon-pack.ts";
import { packedWords } from "./packed-words.ts";

/** The lexicon without own words, once somebody has asked for it. */
let plain: Lexicon | null = null;

/**
 * 装词典. A lexicon of own words before those of `base`, which is the packed lexicon where it is left out; `{}` for own words
 * alone. Without own words the packed lexicon, made once. Making one takes some tens of milliseconds: keep it and read many
 * documents with it. Throws, with file and line, at the first cell that has no meaning; `validateLexicon` tells all of them.
 * @example
 * const lexicon = loadLexicon({ files: { "units.tsv": "written\tunit\tfactor\tkind\tucum\n箱\tbox\t1\tcount\t-\n" } });
 * mentionsOf("发放防疫物资300箱。", { lexicon, kinds: ["quantity"] }).map(({ text }) => text) // ["300箱"]
 */
export function loadLexicon(own?: LexiconPack, base?: LexiconPack): Lexicon {
  if (own) return lexiconOf(mergedPack(own, base ?? packedPack()));
  plain ??= lexiconOf(mergedPack({}, packedPack()));
  return plain;
}

/**
 * 随包词典. The words that come with the library, as texts and rows: to look at, or to choose from.
 * @example packedLexicon().files["units.tsv"]?.includes("亩") // true
 */
export function packedLexicon(): WholePack {
  return mergedPack({}, packedPack());
}

function lexiconOf({ files, places, organisations, names }: WholePack): Lexicon {
  return withNames(parseLexicon({ files, places, organisations }), names);
}

function packedPack(): LexiconPack {
  if (packedWords) return packedWords;
  throw new Error(
    "Found no packed words: this is the source of the library. Use its archive (npm run library), or give a lexicon made by parseLexicon.",
  );
}
