import assert from "node:assert/strict";
import { test } from "node:test";
import { clausesIn, partsOf } from "./clauses.ts";

// sentence, clauses before which it is cut, words of each part
const rows: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  ["甲桥完工，乙路开工。", [1], ["甲桥完工", "乙路开工"]],
  ["三月，甲桥完工；乙路开工。", [2], ["三月，甲桥完工", "乙路开工"]],
  ["甲桥完工，乙路开工。", [], ["甲桥完工，乙路开工"]],
  ["甲说：“办好。”乙说不。", [2], ["甲说：“办好。”", "乙说不"]],
  ["甲，\n乙。", [1], ["甲", "乙"]],
  ["", [], []],
];
for (const [raw, cuts, expected] of rows)
  test(`${JSON.stringify(raw)} cut before ${cuts.join(" and ") || "nothing"}`, () => {
    const parts = partsOf(clausesIn(raw, 100), new Set(cuts));
    assert.deepEqual(
      parts.map(({ start, end }) => raw.slice(start - 100, end - 100)),
      expected,
    );
  });
