import { type WordingStrength, wordingStrengths } from "../records/wording-strength.ts";
import type { Cells } from "./word-rows.ts";
import { type WordTable, wordTable } from "./word-table.ts";

/** 动词类. `result` an outcome, `act` a definite act, `progress` going on, `aim` a hoped effect, `orientation` an attitude. */
export const actionClasses = ["result", "act", "progress", "aim", "orientation"] as const;
export type ActionClass = (typeof actionClasses)[number];

/** 语气. What the words before a verb make of it. */
export const moods = ["will", "must", "strive", "forbid", "done", "sum", "doing", "if", "deny"] as const;
export type Mood = (typeof moods)[number];

const clauseParts = ["manner", "link", "prep", "actor", "noun"] as const;

/** 句内词. A word that matters to who does what in a clause. */
export type ClauseWord =
  | { readonly part: "verb"; readonly class: ActionClass; readonly strength: WordingStrength }
  | { readonly part: "mood"; readonly mood: Mood }
  | { readonly part: (typeof clauseParts)[number] };

/** 段落用意. What stands under a heading. */
export const sectionModes = ["plan", "goal", "report", "thin", "none", "silent"] as const;
export type SectionMode = (typeof sectionModes)[number];

/** 任务词. Words by which undertakings are read. */
export interface UndertakingWords {
  readonly clause: WordTable<ClauseWord>;
  readonly sections: WordTable<SectionMode>;
  readonly abstract: WordTable<null>;
}

/** Files the words come from. */
export const undertakingWordFiles = [
  "action-verbs.tsv",
  "modality-words.tsv",
  "clause-words.tsv",
  "section-cues.tsv",
  "abstract-endings.tsv",
] as const;

/**
 * 读任务词. Tables from the rows of the files. A word of two files counts as in the first of: moods, verbs, others. Throws
 * like every reading of the lexicon when a cell has no meaning.
 */
export function undertakingWords(
  rows: (name: (typeof undertakingWordFiles)[number]) => readonly Cells[],
): UndertakingWords {
  const written = (cells: Cells): string => cells.take("written");
  const words = [
    ...rows("modality-words.tsv").map((cells) => ({
      written: written(cells),
      value: { part: "mood", mood: cells.oneOf("mood", moods) } as const,
    })),
    ...rows("action-verbs.tsv").map((cells) => ({
      written: written(cells),
      value: {
        part: "verb",
        class: cells.oneOf("class", actionClasses),
        strength: cells.oneOf("strength", wordingStrengths),
      } as const,
    })),
    ...rows("clause-words.tsv").map((cells) => ({
      written: written(cells),
      value: { part: cells.oneOf("part", clauseParts) } as const,
    })),
  ];
  return {
    clause: wordTable<ClauseWord>(words),
    sections: wordTable(
      rows("section-cues.tsv").map((cells) => ({ written: written(cells), value: cells.oneOf("mode", sectionModes) })),
    ),
    abstract: wordTable(rows("abstract-endings.tsv").map((cells) => ({ written: written(cells), value: null }))),
  };
}
