import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "./outline.ts";
import { profileOf } from "./profile.ts";
import { repair } from "./repair.ts";

/** For each paragraph that is no heading: heading path, year and month in force. */
const standings = (text: string): readonly string[] => {
  const repaired = repair(text);
  return outlineOf(repaired, profileOf(repaired)).flatMap(({ headings, calendar }, index) =>
    repaired.paragraphs[index]?.kind === "heading"
      ? []
      : [`${headings.map(({ text }) => text).join(">")} ${calendar.year ?? "-"} ${calendar.month ?? "-"}`],
  );
};

for (const [rule, text, expected] of [
  [
    "clauses nest by their numbering",
    "一、总体安排\n\n（一）防洪\n\n建设堤防。\n\n（二）供水\n\n建设水厂。\n\n二、保障\n\n加强领导。",
    ["一、总体安排>（一）防洪 - -", "一、总体安排>（二）供水 - -", "二、保障 - -"],
  ],
  [
    "months stand under their year",
    "2019年\n\n11月\n\n1日 开工。\n\n2020年\n\n1月\n\n2日 完工。",
    ["2019年>11月 2019 11", "2020年>1月 2020 1"],
  ],
  [
    "without a year heading the coverage of the title counts, and months that start over begin a year",
    "# 水库大事记\n\n(2019.11—2020.2)\n\n11月\n\n1日 开工。\n\n2月\n\n2日 完工。",
    ["水库大事记 - -", "水库大事记>11月 2019 11", "水库大事记>2月 2020 2"],
  ],
  [
    "the first year of a contents page counts too",
    "目录\n2016年 .... 1\n3月 .... 1\n后记 .... 9\n\n3月\n\n1日 开工。",
    [" - -", " - -", " - -", "3月 2016 3"],
  ],
  [
    "a signature's date before a heading is no calendar heading",
    "以上说明编写经过。\n\n2021年5月\n\n# 正文\n\n内容从略。",
    [" - -", "正文 - -"],
  ],
  ["an article heads its own paragraph", "第一条 甲方负责供水。\n第二条 乙方负责付款。", ["第一条 - -", "第二条 - -"]],
] as const) {
  test(`outline: ${rule}`, () => assert.deepEqual(standings(text), expected));
}

/** Each paragraph as `level:words` of the headings above it, itself counted. */
const ladder = (text: string): readonly string[] => {
  const repaired = repair(text);
  return outlineOf(repaired, profileOf(repaired)).map(({ headings }) =>
    headings.map(({ level, text }) => `${level}:${text}`).join(" "),
  );
};
/** Paragraphs that the heading pass takes for sentences. */
const body = "加强领导，落实责任，按月检查。";

for (const [rule, lines, expected] of [
  [
    "the outermost numbering used has level 1, whatever it is",
    ["一、防洪", body, "（一）堤防", body, "1.护岸", body, "（1）材料", body, "①石料", body],
    "1:一、防洪 2:（一）堤防 3:1.护岸 4:（1）材料 5:①石料",
  ],
  [
    "under chapters 一、 is deeper",
    ["第一章 总体要求", "一、防洪", "（一）堤防", body],
    "1:第一章 总体要求 2:一、防洪 3:（一）堤防",
  ],
  [
    "parts, chapters, sections and articles",
    ["第一编 总则", "第二章 水源", "第一节 保护", "第三条 单位应当节约用水。"],
    "1:第一编 总则 2:第二章 水源 3:第一节 保护 4:第三条",
  ],
  [
    "a mark that steps back closes deeper ones",
    ["一、防洪", "（一）堤防", "1.护岸", body, "（二）水库", body],
    "1:一、防洪 2:（二）水库",
  ],
  ["levels may be skipped", ["一、防洪", "1.护岸", body], "1:一、防洪 2:1.护岸"],
  [
    "decimal numbers nest by their length",
    ["1.1 总则", body, "1.1.1 依据", body, "1.1.2 范围", body],
    "1:1.1 总则 2:1.1.2 范围",
  ],
  ["letters nest under figures", ["1.护岸", "A.材料", "a)石料", body], "1:1.护岸 2:A.材料 3:a)石料"],
  [
    "traditional and full-width marks count alike",
    ["第一節 防洪", "（一）堤防", "１．護岸", body],
    "1:第一節 防洪 2:（一）堤防 3:１．護岸",
  ],
  [
    "a numbered sentence heads nothing but closes what it steps back over",
    ["（一）堤防", "1.护岸", body, `2.巡查河道，${body}`],
    "1:（一）堤防",
  ],
  [
    "a sequence that goes on across another encloses it",
    ["第一条 供水范围。", "一、城区", body, "二、郊区", body, "第二条 供水价格。", "一、居民", body],
    "1:第二条 2:一、居民",
  ],
  [
    "articles counted through all chapters stay inside",
    ["第一章 总则", "第一条 立法目的。", "第二章 水源", "第二条 水源保护。"],
    "1:第二章 水源 2:第二条",
  ],
  ["the title of the document stands above its numbering", ["# 供水计划", "一、防洪", body], "1:供水计划 2:一、防洪"],
  [
    "a title without any mark does too",
    ["供水三年行动计划", "", `各区：${body.repeat(3)}`, "一、防洪", body],
    "1:供水三年行动计划 2:一、防洪",
  ],
  [
    "the name of the office and the number of the document head nothing",
    [
      "某某市水务局文件",
      "",
      "水务发〔2024〕3号",
      "",
      "关于加强供水管理的通知",
      "",
      `各区：${body.repeat(3)}`,
      "",
      "一、防洪",
      body,
    ],
    "1:关于加强供水管理的通知 2:一、防洪",
  ],
  [
    "a sequence that starts over opens under the heading before it",
    [
      "供水三年行动计划",
      "",
      body.repeat(4),
      "一、防洪",
      body,
      "二、供水",
      body,
      "",
      "年度工作要点",
      "",
      body.repeat(4),
      "一、开工",
      body,
    ],
    "1:供水三年行动计划 2:年度工作要点 3:一、开工",
  ],
  [
    "an unnumbered heading inside a sequence that goes on stays inside",
    ["一、防洪", body.repeat(4), "", "重点河段", "", body.repeat(4), "二、供水", body],
    "1:二、供水",
  ],
  [
    "an annex closes the plan",
    ["# 供水计划", "一、防洪", body, "附件1：任务清单", "一、开工", body],
    "1:供水计划 2:附件1：任务清单 3:一、开工",
  ],
  [
    "ranks of the file count exactly",
    ["# 水务年报", "## 供水", body, "### 水价", body, "## 排水", body],
    "1:水务年报 2:排水",
  ],
  [
    "numbering nests under ranks of the file",
    ["# 水务年报", "## 供水", "（一）水价", body],
    "1:水务年报 2:供水 3:（一）水价",
  ],
  [
    "a signature with its date before the next part heads nothing",
    ["# 水务纪事", "## 说明", body, "", "编写组", "", "2021年5月", "", "## 正文", body],
    "1:水务纪事 2:正文",
  ],
  [
    "a signature before the months does not stand above them",
    [
      "# 水务纪事",
      "## 说明",
      body,
      "",
      "编写组",
      "",
      "2021年5月",
      "",
      "目录",
      "1月 ....... 1",
      "2月 ....... 3",
      "3月 ....... 5",
      "",
      "1月",
      "1日 开工。",
    ],
    "1:水务纪事 2:1月",
  ],
] as const) {
  test(`outline: ${rule}`, () => assert.equal(ladder(lines.join("\n")).at(-1), expected));
}

test("outline: a signature is not even among the headings of its own line", () => {
  const lines = ["# 水务纪事", "## 说明", body, "", "编写组", "", "2021年5月", "", "## 正文", body];
  assert.deepEqual(ladder(lines.join("\n"))[3], "1:水务纪事 2:说明");
});
