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
