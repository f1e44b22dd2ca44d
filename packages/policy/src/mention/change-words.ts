import type { ChangeMeaning } from "./lexicon-rows.ts";
import type { Cells } from "./word-rows.ts";
import { type Word, type WordTable, wordTable } from "./word-table.ts";

/** What turns a word of amount into one of result (提高 by, 提高到 to), and what leaves it as it is (提高了). */
const results = ["到了", "到", "至", "为", "成"];
const perfect = "了";

/** 升降词. Tables of the rows of changes.tsv: words of change with their forms in 到, 至, 为 and 了, and words of comparison. */
export function changeWords(rows: readonly Cells[]): {
  readonly changes: WordTable<ChangeMeaning>;
  readonly comparisons: WordTable<ChangeMeaning["direction"]>;
} {
  const changes: Word<ChangeMeaning>[] = [];
  const comparisons: Word<ChangeMeaning["direction"]>[] = [];
  for (const cells of rows) {
    const written = cells.take("written");
    const direction = cells.oneOf("direction", ["up", "down"]);
    const role = cells.oneOf("role", ["amount", "to", "than"]);
    if (role === "than") {
      comparisons.push({ written, value: direction }, { written: written + perfect, value: direction });
      continue;
    }
    changes.push({ written, value: { direction, role } }, { written: written + perfect, value: { direction, role } });
    if (role === "amount")
      for (const result of results) changes.push({ written: written + result, value: { direction, role: "to" } });
  }
  return { changes: wordTable(changes), comparisons: wordTable(comparisons) };
}
