import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceMark } from "../records/source-text.ts";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readText } from "./read.ts";

const lexicon = lexiconOnDisk();

/** A text of rows with the marks that a reader of workbooks sets. */
function sheet(rows: readonly (readonly string[])[]): { readonly text: string; readonly marks: readonly SourceMark[] } {
  let text = "";
  const marks = rows.map((row, index): SourceMark => {
    const start = text.length;
    const cells = row.map((words, column) => {
      const from = text.length + (column === 0 ? 0 : 1);
      text += `${column === 0 ? "" : "\t"}${words}`;
      return { cell: `${String.fromCharCode(65 + column)}${index + 1}`, start: from, end: text.length };
    });
    const end = text.length;
    text += "\n";
    return { kind: "row", sheet: "表1", row: index + 1, cells, start, end };
  });
  return { text, marks };
}

function figures(rows: readonly (readonly string[])[]): readonly string[] {
  const { text, marks } = sheet(rows);
  return readText(text, { doc: "t", date: "2024-06-30", lexicon }, marks).readings.flatMap((reading) => {
    if (reading.type !== "measurement") return [];
    const { indicator, region, period, value, unit, spans } = reading;
    return [`${spans[0]?.text} ${indicator} ${region} ${period.start?.slice(0, 7)} ${value} ${unit}`];
  });
}

for (const [rule, rows, expected] of [
  [
    "years over indicators, blank cells taken from above",
    [
      ["指标", "地区", "单位", "2022年", "2023年"],
      ["常住人口", "天津市", "万人", "1363", "1364"],
      ["", "河北省", "万人", "", "7393"],
    ],
    [
      "1363 常住人口 120000 2022-01 13630000 人",
      "1364 常住人口 120000 2023-01 13640000 人",
      "7393 常住人口 130000 2023-01 73930000 人",
    ],
  ],
  [
    "indicators with their units over years, the place in the title",
    [
      ["天津市主要指标"],
      ["年份", "用水量（亿立方米）", "水闸（座）"],
      ["2022年", "33.5", "1,204"],
      ["2023年", "34.1", "1,211"],
    ],
    [
      "33.5 用水量 120000 2022-01 3350000000 m3",
      "1,204 水闸 120000 2022-01 1204 座",
      "34.1 用水量 120000 2023-01 3410000000 m3",
      "1,211 水闸 120000 2023-01 1211 座",
    ],
  ],
  [
    "places over indicators, year and unit over the table",
    [
      ["2023年分地区用水情况", ""],
      ["单位：亿立方米", ""],
      ["项目", "北京市", "天津市"],
      ["农业用水", "2.6", "9.4"],
    ],
    ["2.6 农业用水 110000 2023-01 260000000 m3", "9.4 农业用水 120000 2023-01 940000000 m3"],
  ],
  [
    "goals, years to come, ordinals and tables of tasks give nothing",
    [
      ["序号", "指标", "单位", "2025年", "属性"],
      ["1", "用水量", "亿立方米", "33", "约束性"],
    ],
    [],
  ],
  [
    "a table without heads gives nothing",
    [
      ["甲", "12"],
      ["乙", "15"],
    ],
    [],
  ],
] as const)
  test(`table: ${rule}`, () => assert.deepEqual(figures(rows), expected));
