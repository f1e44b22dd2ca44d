import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** 区划名. Chinese names of divisions by code, for places that no register of the ledger holds. */
export type DivisionNames = ReadonlyMap<string, string>;

/** 装区划名. Names of the divisions of the lexicon, read when they are first asked for. */
export function divisionNames(lexiconFolder: string): () => Promise<DivisionNames> {
  let known: Promise<DivisionNames> | undefined;
  return () => (known ??= readFile(join(lexiconFolder, "divisions.tsv"), "utf8").then(namesIn));
}

function namesIn(text: string): DivisionNames {
  const names = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [code = "", name = ""] = line.split("\t");
    if (/^\d{6}$/u.test(code) && !names.has(code)) names.set(code, name); // names out of use stand at the end
  }
  return names;
}

/** 所及之名. The names of those codes that have one; several codes may be joined by commas. */
export function namesOf(codes: Iterable<string>, names: DivisionNames): Record<string, string> {
  const found: Record<string, string> = {};
  for (const joined of codes)
    for (const code of joined.split(",")) {
      const name = names.get(code);
      if (name !== undefined) found[code] = name;
    }
  return found;
}
