import { diffArrays } from "diff";
import type { DiffRun } from "../records/version-diff.ts";

/** Differences beyond this many words are not sought word by word: what is left would be no comparison to read. */
const MOST_EDITS = 3000;

/**
 * 行内异同. Runs that two texts share and do not, in order; a run of `del` stands before the `ins` that replaces it. Figures
 * and Latin words change as a whole (1200 → 1250, never 12·0·0), Han text by the character; a single character between
 * two changes is taken into them. Equal texts give one `same` run, two empty ones none.
 */
export function diffRuns(older: string, newer: string): readonly DiffRun[] {
  if (older === newer) return older === "" ? [] : [{ op: "same", text: older }];
  const runs = runsBetween(wordsIn(older), wordsIn(newer)) ??
    runsBetween(sentencesIn(older), sentencesIn(newer)) ?? [
      { op: "del", text: older } as const,
      { op: "ins", text: newer } as const,
    ];
  return ordered(withoutSpecks(runs));
}

function runsBetween(older: string[], newer: string[]): readonly DiffRun[] | null {
  const changes = diffArrays(older, newer, { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  return changes.map(({ added, removed, value }) => ({
    op: added ? "ins" : removed ? "del" : "same",
    text: value.join(""),
  }));
}

// 投资1,234.5万元增长3.2%      二〇二五年      GDP
//     ^^^^^^^         ^^^^     ^^^^^          ^^^
const word =
  /\d[\d,]*(?:\.\d+)?[%％‰]?|[０-９]+(?:．[０-９]+)?％?|[〇零一二三四五六七八九十百千万亿]{2,}|[A-Za-z]+|[\s\S]/gu;

const wordsIn = (text: string): string[] => text.match(word) ?? [];
const sentencesIn = (text: string): string[] => text.match(/[^。；\n]*[。；\n]|[^。；\n]+$/gu) ?? [];

/** A character that two changes happen to share between them is no common ground. */
function withoutSpecks(runs: readonly DiffRun[]): readonly DiffRun[] {
  return runs.flatMap((run, index) => {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    const isSpeck = run.op === "same" && run.text.length === 1 && before && after && !/[，。；：、\n]/u.test(run.text);
    return isSpeck ? [{ op: "del", text: run.text } as const, { op: "ins", text: run.text } as const] : [run];
  });
}

/** Joins what changed between two shared runs into one `del` and one `ins`. */
function ordered(runs: readonly DiffRun[]): readonly DiffRun[] {
  const result: DiffRun[] = [];
  let changed = { del: "", ins: "" };
  const flush = (): void => {
    for (const op of ["del", "ins"] as const) if (changed[op] !== "") result.push({ op, text: changed[op] });
    changed = { del: "", ins: "" };
  };
  for (const { op, text } of runs) {
    if (op === "same") {
      flush();
      result.push({ op, text });
    } else changed[op] += text;
  }
  flush();
  return result;
}
