import type { Words } from "../words/zh.ts";

/** Vocabulary of each field that is chosen from a closed list, or whose words the catalogue knows. */
const vocabularies = {
  domain: "domains",
  eventKind: "eventKinds",
  precision: "precisions",
  status: "projectStatuses",
  planKind: "planKinds",
  aliasSort: "aliasSorts",
  sourceSort: "sourceSorts",
  erratumState: "erratumStates",
  genre: "genres",
  level: "levels",
  standing: "standings",
  comparator: "comparators",
  direction: "directions",
  frequency: "frequencies",
} as const satisfies Record<string, keyof Words["terms"]>;

/** 选项用语. Word of a value of a field; undefined where the field has no vocabulary or it lacks the value. */
export function choiceWord(field: string, value: string, terms: Words["terms"]): string | undefined {
  const name = Object.entries(vocabularies).find(([known]) => known === field)?.[1];
  if (!name) return undefined;
  const vocabulary: Readonly<Record<string, string>> = terms[name];
  return vocabulary[value];
}
