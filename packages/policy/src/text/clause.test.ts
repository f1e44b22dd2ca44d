import assert from "node:assert/strict";
import { test } from "node:test";
import { clause } from "../records/clause.ts";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { passagesOf } from "../mention/passages.ts";
import type { Sentence } from "../records/document-text.ts";
import { clausesOf } from "./clause.ts";
import { outlineOf } from "./outline.ts";
import { profileOf } from "./profile.ts";
import { repair } from "./repair.ts";

const lexicon = lexiconOnDisk();

function sentencesIn(text: string): readonly Sentence[] {
  const repaired = repair(text);
  const outline = outlineOf(repaired, profileOf(repaired));
  return passagesOf(repaired, outline, { day: null, lexicon }).map(({ sentence }) => sentence);
}

const lines = (...parts: readonly string[]): string => parts.join("\n");

for (const [rule, text, expected] of [
  [
    "parts, sections and numbered sentences have the path of their numbers",
    lines("第二部分 水源", "三、保护", "（二）河道", "3.按月巡查，不留死角。", "4.按季通报，限期整改。"),
    ["2 水源", "2.3 保护", "2.3.2 河道", "2.3.2.3 按月巡查", "2.3.2.4 按季通报"],
  ],
  [
    "items of one sentence are clauses",
    lines("一、水源", "重点有三：一是修堤，二是通水；三是植树。"),
    ["1 水源", "1.2 通水", "1.3 植树", "1.1 修堤"].toSorted(),
  ],
  [
    "items may be sentences or paragraphs, and text between two runs belongs to what stands above",
    lines("一、水源", "一是修堤。先修北岸。二是通水。", "下半年：", "一是植树，不少于百亩。", "二是清淤，年底完成。"),
    ["1 水源", "1.1 修堤", "1.2 通水", "1.1~2 植树", "1.2~2 清淤"],
  ],
  [
    "首先 may open a run of 第二是",
    "首先要修堤。第二是通水。第三是植树。",
    ["0 ", "1 要修堤", "2 通水", "3 植树"].slice(1),
  ],
  ["首先 其次 最后", "首先，修堤。其次，通水。再次，植树。最后，验收。", ["1 修堤", "2 通水", "3 植树", "4 验收"]],
  ["a run may skip a number that was struck out", "一是修堤。二是通水。四是验收。", ["1 修堤", "2 通水", "4 验收"]],
  ["one item alone is no enumeration", "河道治理一是难事。首先要修堤。", ["0 河道治理一是难事。"]],
  ["a saying is no enumeration", "账目清楚：一是一，二是二。", ["0 账目清楚：一是一，二是二。"]],
  [
    "a numbered sentence goes on in the paragraphs after it",
    lines("一、水源", "1.巡查河道，按月通报。", "通报发至各村。", "2.整治河道，年底完成。"),
    ["1 水源", "1.1 巡查河道", "1.2 整治河道"],
  ],
  [
    "the title heads everything and is no part of a path",
    lines("# 水务计划", "为落实规划，制定本计划。", "一、水源", "修堤通水，年底完成。"),
    ["0 水务计划", "1 水源"],
  ],
  [
    "unnumbered parts are counted, an annex after the rest",
    lines(
      "# 水务计划",
      "## 水源",
      "修堤通水，年底完成。",
      "## 水价",
      "按年核定，公开透明。",
      "## 附件1：清单",
      "另行印发，逐项落实。",
    ),
    ["0 水务计划", "1 水源", "2 水价", "3 清单"],
  ],
  ["articles", lines("第一条 甲方负责供水。", "第二条 乙方负责付款，按月结清。"), ["1 甲方负责供水", "2 乙方负责付款"]],
  [
    "entries of a chronicle are clauses of their month",
    lines("# 水务纪事", "## 3月", "3月2日 水库开工。", "同日 召开座谈会，部署防汛。"),
    ["0 水务纪事", "1 3月", "1.1 3月2日 水库开工", "1.2 同日 召开座谈会"],
  ],
  ["nothing", "", []],
] as const) {
  test(`clause: ${rule}`, () => {
    const found = clausesOf(sentencesIn(text)).map(({ path, title }) => `${path} ${title}`);
    assert.deepEqual(rule.includes("one sentence") ? found.toSorted() : found, expected);
  });
}

test("clause: marks, addresses, offsets and text lead back to the document", () => {
  const text = lines("一、水源", "重点有二：一是修\n堤，先修北岸；二是通水。", "一并验收。");
  const [head, first, second] = clausesOf(sentencesIn(text));
  assert.deepEqual(head?.marks, ["一、"]);
  assert.equal(head?.text, "一、水源\n重点有二：\n一并验收。");
  assert.deepEqual([head?.first, head?.last], ["p1.s1", "p3.s1"]);
  assert.deepEqual(first?.marks, ["一、", "一是"]);
  assert.equal(first?.text, "一是修堤，先修北岸；");
  assert.equal(text.slice(first?.start, first?.end), "一是修\n堤，先修北岸；");
  assert.equal(text.slice(second?.start, second?.end), "二是通水。");
});

test("clause: contents and second printings are left out, every other sentence stands in exactly one clause", () => {
  const text = lines(
    "目录",
    "一、水源 ....... 1",
    "二、水价 ....... 2",
    "三、水质 ....... 3",
    "",
    "# 水务计划",
    "一、水源",
    "修堤。一是通水；二是植树。",
    "2.验收合格，移交使用。",
  );
  const sentences = sentencesIn(text);
  const clauses = clausesOf(
    sentences.map((sentence, index) => (index === 5 ? { ...sentence, copyOf: "p1.s1" } : sentence)),
  );
  const kept = sentences.filter(({ kind }, index) => kind !== "contents" && index !== 5);
  const words = (text: string): string => Array.from(text.replaceAll("\n", "")).toSorted().join("");
  assert.equal(words(clauses.map(({ text }) => text).join("")), words(kept.map(({ text }) => text).join("")));
  for (const found of clauses) assert.deepEqual(clause.parse(found), found);
});
