/** 概念表. Different words for one thing, longest first. */
export type Concepts = readonly (readonly [written: string, concept: string])[];

/**
 * 读概念表. Rows of `written<TAB>concept` under a header line; lines that begin with # are remarks. Throws with the line that
 * has another form.
 */
export function conceptsOf(file: string): Concepts {
  const lines = file.split("\n").map((line, index) => ({ line, at: index + 1 }));
  const [header, ...rows] = lines.filter(({ line }) => line !== "" && !line.startsWith("#"));
  if (header?.line !== "written\tconcept")
    throw new Error(`concepts.tsv begins with "${header?.line ?? ""}", expected "written<TAB>concept".`);
  return rows
    .map(({ line, at }): readonly [string, string] => {
      const [written = "", concept = ""] = line.split("\t");
      if (written === "" || concept === "")
        throw new Error(`concepts.tsv line ${at} is "${line}", expected two words.`);
      return [written, concept];
    })
    .toSorted(([a], [b]) => b.length - a.length);
}

/** 归一. Words with every known synonym replaced by its concept, spaces and digits left out. */
export function conceptWords(words: string, concepts: Concepts): string {
  let plain = words.replaceAll(/[\s\d０-９.,，。%％]/gu, "");
  for (const [written, concept] of concepts) if (plain.includes(written)) plain = plain.replaceAll(written, concept);
  return plain;
}
