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

const plan =
  "天津市水利建设行动计划（2019—2021年）\n\n一、发展基础\n\n建成泵站12座。\n\n二、主要任务\n\n新建泵站30座。2018年底已建成水闸5座。\n";

test("observation: a plan tells figures in its part on the state of things, elsewhere only what it says has happened", () => {
  assert.deepEqual(figures(plan), [
    "建成泵站 | 120000 | - | = 12 座",
    "建成水闸 | 120000 | 2018-12-01..2018-12-31 | = 5 座",
  ]);
});

for (const [rule, text, expected] of [
  [
    "a level with its change is one record",
    "2019年，天津市细颗粒物年均浓度为51微克/立方米，同比下降1.9%。",
    ["细颗粒物年均浓度 | 120000 | 2019-01-01..2019-12-31 | = 51 ug/m3 down 1.9%"],
  ],
  [
    "a growth without a level is its own change",
    "2019年，河北省水利投资增长8.5%。",
    ["水利投资 | 130000 | 2019-01-01..2019-12-31 | = 8.5 % up 8.5%"],
  ],
  [
    "from and to are two records with their own times",
    "天津市再生水利用率从2015年的28%提升至2019年的42%。",
    [
      "再生水利用率 | 120000 | 2015-01-01..2015-12-31 | = 28 %",
      "再生水利用率 | 120000 | 2019-01-01..2019-12-31 | = 42 %",
    ],
  ],
  [
    "a total after the figure of a period is a record of its own",
    "今年1-3月，天津市关停小散企业42家，累计达310家。",
    ["关停小散企业 | 120000 | 2020-01-01..2020-03-31 | = 42 家", "关停小散企业 | 120000 | - | = 310 家 total"],
  ],
  [
    "figures joined by 、 have their own indicators",
    "2019年天津市新建泵站12座、水闸5座。",
    ["新建泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座", "水闸 | 120000 | 2019-01-01..2019-12-31 | = 5 座"],
  ],
  [
    "what flows out of a place belongs to it",
    "2019年天津企业对河北投资项目达60个。",
    ["天津企业对河北投资项目 | 120000 | 2019-01-01..2019-12-31 | = 60 个"],
  ],
  ["two places together", "天津市和河北省累计修复海岸线30公里。", ["修复海岸线 | 120000,130000 | - | = 30 km total"]],
  [
    "a year that is compared with is not the period",
    "2019年，天津市用水量与2013年相比下降12%。",
    ["用水量 | 120000 | 2019-01-01..2019-12-31 | = 12 % down 12%"],
  ],
  [
    "a period does not cross the full stop, a region does within its paragraph",
    "2019年天津市新建泵站12座。修复湿地达40公顷。",
    ["新建泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座", "修复湿地 | 120000 | - | = 40 ha"],
  ],
  [
    "分别 gives each place its figure",
    "2019年，天津市、河北省分别新增湿地12公顷和40公顷。",
    ["新增湿地 | 120000 | 2019-01-01..2019-12-31 | = 12 ha", "新增湿地 | 130000 | 2019-01-01..2019-12-31 | = 40 ha"],
  ],
  [
    "a change without 同比 right after the level belongs to it",
    "2019年，天津市水利投资40亿元，增长6%。",
    ["水利投资 | 120000 | 2019-01-01..2019-12-31 | = 4000000000 CNY up 6%"],
  ],
  [
    "公共 is no total",
    "2019年，天津市公共供水12亿立方米。",
    ["公共供水 | 120000 | 2019-01-01..2019-12-31 | = 1200000000 m3"],
  ],
  [
    "a growth told first is the change of the level it led to",
    "2019年，天津市水利投资增长6%，达到40亿元。",
    ["水利投资 | 120000 | 2019-01-01..2019-12-31 | = 4000000000 CNY up 6%"],
  ],
  [
    "a change for two levels goes to both, the last alone goes to its own",
    "2019年，天津市泵站12座、水闸5座，均增长2%。2019年，天津市泵站12座、水闸5座，增长2%。",
    [
      "泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座 up 2%",
      "水闸 | 120000 | 2019-01-01..2019-12-31 | = 5 座 up 2%",
      "泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座",
      "水闸 | 120000 | 2019-01-01..2019-12-31 | = 5 座 up 2%",
    ],
  ],
  [
    "years take their figures in order",
    "2018年、2019年天津市分别新增湿地12公顷和40公顷。",
    ["新增湿地 | 120000 | 2018-01-01..2018-12-31 | = 12 ha", "新增湿地 | 120000 | 2019-01-01..2019-12-31 | = 40 ha"],
  ],
  [
    "目前 takes the date away, 以来 counts on to the document's day",
    "2019年天津市新建泵站12座，目前共有泵站45座。自2018年5月开工以来，天津市修复海岸线30公里。",
    [
      "新建泵站 | 120000 | 2019-01-01..2019-12-31 | = 12 座",
      "泵站 | 120000 | - | = 45 座 total",
      "修复海岸线 | 120000 | 2018-05-01..2020-06-30 | = 30 km total",
    ],
  ],
  [
    "the date of a description is none of the figure's",
    "2019年5月投产的天津某泵站日排水量达30万吨。",
    ["投产的天津某泵站日排水量 | 120000 | - | = 300000 t"],
  ],
  [
    "plans, goals and lengths of time are none",
    "天津市将新建泵站12座。到2025年再生水利用率达到50%。力争投资增长8%。工程历时3年。",
    [],
  ],
  [
    "suppositions, rules and hearsay are none",
    "假如某企业三年纳税3000万元。补助标准为每亩200元。据说投资超过5亿元。每上升1个百分点补偿100万元的不计。",
    [],
  ],
  [
    "parts of a text, ranks, steps of a scale and descriptions are none",
    "天津市提出9个方面任务。天津市水利投资居第3位。载箱量超2万箱的货轮靠泊天津港。",
    [],
  ],
] as const) {
  test(`observation: ${rule}`, () => assert.deepEqual(figures(text), expected));
}
