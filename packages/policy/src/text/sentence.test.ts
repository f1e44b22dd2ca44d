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
  [
    "items of a list parted by semicolons stay one sentence",
    "任务：（一）修堤；（二）通水。完。",
    ["任务：（一）修堤；（二）通水。", "完。"],
  ],
  ["items that end with full stops are sentences", "1.修堤。2.通水。", ["1.修堤。", "2.通水。"]],
  [
    "a sign in brackets does not divide",
    "该渠（是否通水？待查）已建成。完。",
    ["该渠（是否通水？待查）已建成。", "完。"],
  ],
  ["an ellipsis inside goes on", "铁路……公路都已通车。完。", ["铁路……公路都已通车。", "完。"]],
  ["an ellipsis before a quotation ends", "厂房已经投产……“还要扩建。”", ["厂房已经投产……", "“还要扩建。”"]],
  ["a decimal number does not end", "增长3.5%，达到1.2万亩。完。", ["增长3.5%，达到1.2万亩。", "完。"]],
  [
    "an address of the net does not end",
    "见http://water.example/list?id=3&p=1。完。",
    ["见http://water.example/list?id=3&p=1。", "完。"],
  ],
  ["narrow marks end before Han and space", "通水了吗?通了!好", ["通水了吗?", "通了!", "好"]],
  ["a full point between Han ends", "堤防工程已完成.下一步通水.", ["堤防工程已完成.", "下一步通水."]],
  ["a numbered head does not end at its point", "三.保障措施。", ["三.保障措施。"]],
  [
    "English sentences end before a capital",
    "The works end here. Mr. Wang of the U.S. Army left.",
    ["The works end here.", "Mr. Wang of the U.S. Army left."],
  ],
  ["the number of a note belongs to the sentence before", "甲。[3]乙。①丙。", ["甲。[3]", "乙。①", "丙。"]],
  ["a note in words is a sentence of its own", "甲。[摘自公报]", ["甲。", "[摘自公报]"]],
  ["signs in a row end once", "真的吗？！是。", ["真的吗？！", "是。"]],
  ["nothing", "", []],
] as const) {
  test(`sentence: ${rule}`, () => {
    const whole = { start: 0, end: text.length };
    const found = sentencesOf(text, whole, pairsIn(text, whole)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, expected);
  });
}

test("sentence: a stretch of more than 1,200 characters is cut at a semicolon or comma, outside marks that close", () => {
  const cut = (text: string): readonly number[] => {
    const whole = { start: 0, end: text.length };
    return sentencesOf(text, whole, pairsIn(text, whole)).map(({ start, end }) => end - start);
  };
  assert.deepEqual(cut(`${"水".repeat(1199)}。`), [1200]);
  assert.deepEqual(cut(`${"水".repeat(1000)}；${"水".repeat(100)}，${"水".repeat(200)}。`), [1001, 302]);
  assert.deepEqual(cut(`${"水".repeat(1000)}，${"水".repeat(300)}。`), [1001, 301]);
  assert.deepEqual(cut("水".repeat(2500)), [1200, 1200, 100]);
  assert.deepEqual(cut(`${"水".repeat(1190)}《${"水".repeat(30)}》`), [1190, 32]);
  assert.deepEqual(cut(`${"水".repeat(1199)}${"😀".repeat(2)}`), [1199, 4]);
});
