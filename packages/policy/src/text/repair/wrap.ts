import { type Line, visibleText } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";
import { endsThought, isDateLine } from "./heading.ts";

/**
 * 断行. Joins a line to the one before when the one before stops inside a sentence: hard wraps, page breaks (page
 * numbers between them included) and lines broken at links. Headings, entries and numbered clauses are never joined.
 */
export const wrapPass: RepairPass = {
  name: "wrap",
  apply(text, lines) {
    let previous: Line | null = null;
    for (const line of lines) {
      if (line.kind === "blank" || line.kind === "furniture") continue;
      line.joins = previous !== null && continues(text, previous, line);
      previous = line;
    }
  },
};

function continues(text: string, before: Line, line: Line): boolean {
  if (line.begins || line.kind !== "text") return false;
  if (isDateLine(visibleText(text, line))) return false;
  if (before.kind !== "text" && before.kind !== "entry") return false;
  const words = visibleText(text, before);
  if (endsThought(words)) return false;
  return !isLoneLine(words, before);
}

/** A signature's date stands alone though no sentence ends with it. */
const isLoneLine = (words: string, before: Line): boolean =>
  !before.joins && before.kind === "text" && isDateLine(words);
