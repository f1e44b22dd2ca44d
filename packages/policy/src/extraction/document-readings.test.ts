import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import type { Reading } from "../records/reading.ts";
import { readText } from "./read.ts";

const lexicon = lexiconOnDisk();

type DocumentReading = Exclude<Reading, { type: "event" | "measurement" | "commitment" | "achievement" }>;

/** What a text says of plans, agreements, projects, bodies and demands, in one line each. */
function said(text: string, type: DocumentReading["type"]): readonly string[] {
  return readText(text, { doc: "t", date: "2022-06-30", lexicon }).readings.flatMap((reading) =>
    reading.type === type ? [lineOf(reading)] : [],
  );
}

function lineOf(reading: DocumentReading): string {
  switch (reading.type) {
    case "target":
      return `${reading.indicator} | ${reading.region} | ${reading.comparator} ${reading.value} ${reading.unit} | ${reading.due}`;
    case "agreement":
      return `${reading.title} | ${reading.parties.join("+")} | ${reading.level} | ${reading.dateStart}`;
    case "plan":
      return `${reading.title} | ${reading.planKind} | ${reading.issuer} | ${reading.stage} | ${reading.dateStart}`;
    case "milestone":
      return `${reading.project} | ${reading.stage} | ${reading.dateStart} | ${reading.investment?.value ?? "-"}`;
    case "organisation-change":
      return `${reading.body} | ${reading.change} | ${reading.other} | ${reading.dateStart}`;
    case "requirement":
      return `${reading.by} | ${reading.count} | ${reading.matter} | ${reading.dateStart}`;
    case "declaration":
      return `${reading.count} ${reading.what} | ${reading.of}`;
  }
}

const rows: readonly (readonly [type: DocumentReading["type"], text: string, expected: readonly string[]])[] = [
  // targets
  ["target", "到2025年，浙江省森林覆盖率达到61.5%以上。", ["浙江省森林覆盖率 | 330000 | >= 61.5 % | 2025-12-31"]],
  ["target", "到2025年底，全市用水总量控制在6.5亿立方米以内。", ["全市用水总量 | n/a | <= 650000000 m3 | 2025-12-31"]],
  ["target", "力争苏州市研发经费投入强度提高到4.1%。", ["苏州市研发经费投入强度 | 320500 | = 4.1 % | null"]],
  ["target", "2021年，浙江省森林覆盖率达到61.2%。", []],
  ["target", "到2025年，新建公园30个。", []],
  // agreements
  [
    "agreement",
    "2021年5月6日，江苏省与安徽省签署《共建省际产业园区合作协议》。",
    ["共建省际产业园区合作协议 | 江苏省+安徽省 | province | 2021-05-06"],
  ],
  [
    "agreement",
    "2020年3月，杭州市与黄山市签署旅游合作框架协议。",
    ["旅游合作框架协议 | 杭州市+黄山市 | prefecture | 2020-03-01"],
  ],
  ["agreement", "双方将签署《跨省通办合作备忘录》。", []],
  ["agreement", "双方签订的合作协议进展顺利。", []],
  ["agreement", "各地要严格执行《集装箱运输合同》。", []],
  // plans
  [
    "plan",
    "2019年12月1日，中共中央、国务院印发《长江三角洲区域一体化发展规划纲要》。",
    ["长江三角洲区域一体化发展规划纲要 | outline | 国务院 | issued | 2019-12-01"],
  ],
  [
    "plan",
    "会议审议通过《全市数字经济三年行动计划（2021—2023年）》。",
    ["全市数字经济三年行动计划（2021—2023年） | three-year | null | approved | null"],
  ],
  ["plan", "研究编制《都市圈综合交通规划》。", ["都市圈综合交通规划 | special | null | drafting | null"]],
  ["plan", "各区按照《国土空间总体规划》落实。", []],
  ["plan", "年内将印发《政务数据管理办法》。", []],
  // projects
  ["milestone", "2021年9月8日，沪苏湖铁路开工建设。", ["沪苏湖铁路 | started | 2021-09-08 | -"]],
  ["milestone", "2020年12月，连徐高铁建成通车，总投资约280亿元。", ["连徐高铁 | opened | 2020-12-01 | 28000000000"]],
  ["milestone", "加快推进沪苏湖铁路建设。", []],
  // bodies
  [
    "organisation-change",
    "2019年11月1日，长三角生态绿色一体化发展示范区执行委员会揭牌成立。",
    ["长三角生态绿色一体化发展示范区执行委员会 | founded | null | 2019-11-01"],
  ],
  [
    "organisation-change",
    "2018年3月，市工商行政管理局并入市市场监督管理局。",
    ["市工商行政管理局 | merged | 市市场监督管理局 | 2018-03-01"],
  ],
  ["organisation-change", "拟成立省际协调办公室。", []],
  // demands
  [
    "requirement",
    "2019年4月10日，省委书记在座谈会上就加快老区振兴提出四点要求。",
    ["省委书记 | 4 | 加快老区振兴 | 2019-04-10"],
  ],
  ["requirement", "会议部署了四项任务。", []],
  ["requirement", "用户提出了很多要求。", []],
];

for (const [type, text, expected] of rows)
  test(`[1.8] ${type}: ${text}`, () => {
    assert.deepEqual(said(text, type), expected);
  });
