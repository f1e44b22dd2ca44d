import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Concepts, conceptsOf } from "@qipan/policy/facts/concepts";

/** 装概念表. Synonyms of the lexicon folder, by which statements in different words are brought together. */
export async function readConcepts(lexiconFolder: string): Promise<Concepts> {
  return conceptsOf(await readFile(join(lexiconFolder, "concepts.tsv"), "utf8"));
}
