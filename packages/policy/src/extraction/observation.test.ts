import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readText } from "./read.ts";

const lexicon = lexiconOnDisk();

/** Figures of a text: indicator, region, period, value and unit, change, and whether cumulative. */
function figures(text: string): readonly string[] {
  return readText(text, { doc: "t", date: "2020-06-30", lexicon }).readings.flatMap((reading) => {
    if (reading.type !== "measurement") return [];
    const { indicator, region, period, comparator, value, unit, change, cumulative } = reading;
    const days = period.start || period.end ? `${period.start ?? ""}..${period.end ?? ""}` : "-";
    const moved = change ? ` ${change.direction} ${change.amount}${change.unit}` : "";
    return [`${indicator} | ${region} | ${days} | ${comparator} ${value} ${unit}${moved}${cumulative ? " total" : ""}`];
  });
}

for (const [rule, text, expected] of [
  [
    "a level with its change is one record",
    "2019年，天津市细颗粒物年均浓度为51微克/立方米，同比下降1.9%。",
    ["天津市细颗粒物年均浓度 | 120000 | 2019-01-01..2019-12-31 | = 51 ug/m3 down 1.9%"],
  ],
  [
    "a growth without a level is its own change",
    "2019年，河北省水利投资增长8.5%。",
    ["河北省水利投资 | 130000 | 2019-01-01..2019-12-31 | = 8.5 % up 8.5%"],
  ],
  [
    "from and to are two records with their own times",
    "天津市再生水利用率从2015年的28%提升至2019年的42%。",
    [
      "天津市再生水利用率 | 120000 | 2015-01-01..2015-12-31 | = 28 %",
      "天津市再生水利用率 | 120000 | 2019-01-01..2019-12-31 | = 42 %",
    ],
  ],
  [
    "a total after the figure of a period is a record of its own",
    "今年1-3月，天津市关停小散企业42家，累计达310家。",
    [
      "天津市关停小散企业 | 120000 | 2020-01-01..2020-03-31 | = 42 家",
      "天津市关停小散企业 | 120000 | 2020-01-01..2020-03-31 | = 310 家 total",
    ],
  ],
  [
    "figures joined by 、 have their own indicators",
    "2019年天津市新建泵站12座、水闸5座。",
    ["天津市新建泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座", "水闸 | 120000 | 2019-01-01..2019-12-31 | = 5 座"],
  ],
  [
    "what flows out of a place belongs to it",
    "2019年天津企业对河北投资项目达60个。",
    ["天津企业对河北投资项目 | 120000 | 2019-01-01..2019-12-31 | = 60 个"],
  ],
  [
    "two places together",
    "天津市和河北省累计修复海岸线30公里。",
    ["天津市和河北省累计修复海岸线 | 120000,130000 | - | = 30 km total"],
  ],
  [
    "a year that is compared with is not the period",
    "2019年，天津市用水量与2013年相比下降12%。",
    ["天津市用水量与2013年相比 | 120000 | 2019-01-01..2019-12-31 | = 12 % down 12%"],
  ],
  [
    "a period does not cross the full stop, a region does within its paragraph",
    "2019年天津市新建泵站12座。修复湿地达40公顷。",
    ["天津市新建泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座", "修复湿地 | 120000 | - | = 40 ha"],
  ],
  [
    "分别 gives each place its figure",
    "2019年，天津市、河北省分别新增湿地12公顷和40公顷。",
    [
      "天津市、河北省分别新增湿地 | 120000 | 2019-01-01..2019-12-31 | = 12 ha",
      "天津市、河北省分别新增湿地 | 130000 | 2019-01-01..2019-12-31 | = 40 ha",
    ],
  ],
  [
    "a change without 同比 right after the level belongs to it",
    "2019年，天津市水利投资40亿元，增长6%。",
    ["天津市水利投资 | 120000 | 2019-01-01..2019-12-31 | = 4000000000 CNY up 6%"],
  ],
  [
    "公共 is no total",
    "2019年，天津市公共供水12亿立方米。",
    ["天津市公共供水 | 120000 | 2019-01-01..2019-12-31 | = 1200000000 m3"],
  ],
  [
    "plans, goals and lengths of time are none",
    "天津市将新建泵站12座。到2025年再生水利用率达到50%。力争投资增长8%。工程历时3年。",
    [],
  ],
] as const) {
  test(`observation: ${rule}`, () => assert.deepEqual(figures(text), expected));
}
