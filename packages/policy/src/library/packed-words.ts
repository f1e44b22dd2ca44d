import type { LexiconPack } from "./lexicon-pack.ts";

/**
 * 随包词典. The words that come with the archive of the library. Here they are null: the archive is made with this module
 * replaced by the files of data/lexicon and the names of data/jingjinji (`tools/packing/packed-words.ts`).
 */
export const packedWords: LexiconPack | null = null;
