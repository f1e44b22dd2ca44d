import assert from "node:assert/strict";
import { test } from "node:test";
import { pairsIn } from "./pairs.ts";
import { sentencesOf } from "./sentence.ts";

for (const [rule, text, expected] of [
  ["full stops divide", "甲。乙！丙？", ["甲。", "乙！", "丙？"]],
  ["commas and semicolons do not", "甲，乙；丙。", ["甲，乙；丙。"]],
  ["a short quotation stays whole", "他说：“先看。再定。”随后离开。", ["他说：“先看。再定。”随后离开。"]],
  ["a quotation that ends the sentence ends it", "“桥通了。”“好。”", ["“桥通了。”", "“好。”"]],
  [
    "a long quotation is divided",
    `“${"水".repeat(70)}。${"土".repeat(70)}。”完。`,
    [`“${"水".repeat(70)}。`, `${"土".repeat(70)}。”`.replace("”", "”"), "完。"],
  ],
  ["names and brackets are never divided", "见《甲。乙》（丙。丁）。戊", ["见《甲。乙》（丙。丁）。", "戊"]],
  ["an open quotation does not swallow the rest", "他说：“先看。再定。", ["他说：“先看。", "再定。"]],
  ["a rest without an end is a sentence", "甲。乙", ["甲。", "乙"]],
  ["nothing", "", []],
] as const) {
  test(`sentence: ${rule}`, () => {
    const whole = { start: 0, end: text.length };
    const found = sentencesOf(text, whole, pairsIn(text, whole)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, expected);
  });
}
