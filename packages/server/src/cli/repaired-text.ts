import type { ReadResult } from "@qipan/policy/extraction/read";

type Sentence = ReadResult["sentences"][number];

/**
 * 修复文. The repaired text for people to look at: a line a paragraph with its number, what it is taken for, and its words.
 * What counts as furniture or as printed twice is there and says so. Empty when there are no words.
 */
export function repairedText({ sentences }: Pick<ReadResult, "sentences">): string {
  const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph);
  return [...paragraphs].map(([number, parts]) => `p${number}\t${natureOf(parts)}\t${wordsOf(parts)}`).join("\n");
}

function natureOf(parts: readonly Sentence[]): string {
  const [first] = parts;
  if (!first) return "";
  const where = first.sheet === null ? "" : ` of ${first.sheet}`;
  return first.copyOf === null ? `${first.kind}${where}` : `copy of ${first.copyOf}`;
}

/** Line breaks inside cells stay out: a paragraph is a line. */
function wordsOf(parts: readonly Sentence[]): string {
  const between = parts[0]?.kind === "row" ? "\t" : "";
  return parts
    .map(({ text }) => text)
    .join(between)
    .replace(/[\r\n\u2028\u2029]+/gu, " ");
}
