import assert from "node:assert/strict";
import { test } from "node:test";
import type { Card, Fact } from "../../records/card.ts";
import { lexiconOnDisk } from "../../mention/lexicon-on-disk.test.ts";
import { readText } from "../read.ts";

const lexicon = lexiconOnDisk();
const cardOf = (text: string): Card => readText(text, { doc: "试", lexicon }).card;

/** What a card says, a word a fact: `genre notice`, `horizon 2016-2020`, `declares 12 专项规划 of 某规划`. */
function told(card: Card): readonly string[] {
  return Object.entries(card).flatMap(([field, facts]) =>
    [facts].flat().flatMap((fact: Fact<unknown> | null) => (fact ? [`${field} ${shown(fact.value)}`] : [])),
  );
}

function shown(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if ("from" in value && "to" in value) return `${String(value.from)}-${String(value.to)}`;
  if ("count" in value && "what" in value && "of" in value)
    return `${String(value.count)} ${String(value.what)}${typeof value.of === "string" ? ` of ${value.of}` : ""}`;
  return JSON.stringify(value);
}

const notice = `000123
特急

河北省水利厅文件

冀水规〔2019〕12号　　　　签发人：李某

河北省水利厅关于印发《清水河治理规划（2019—2025年）》的通知

各市水利局：

为贯彻落实《京津冀协同发展规划纲要》，现将《清水河治理规划（2019—2025年）》印发给你们，请认真贯彻执行。《清水河治理办法》（冀水规〔2010〕3号）同时废止。

河北省水利厅

2019年3月5日

抄送：省财政厅。`;

const joint = `北京市财政局 天津市财政局 河北省财政厅文件

京财发〔2020〕8号

关于共建清水河补偿资金的通知

有关单位：

根据《甲规划》《乙规划》和《丙意见》，制定本通知。自2020年7月1日起施行。`;

const indexCard = `[发文机构] 天津市人民政府办公厅

[发文字号] 津政办发〔2018〕20号

[成文日期] 2018-06-01

[有效性] 失效

天津市清水河保护三年行动方案

一、总体要求

到2020年完成治理。`;

const paper = `青山日报 2021年3月5日 第3版

清水河畔话治理

本报记者 王某

清水河治理已经七年，沿河两岸今年又有新的变化，群众说起来都很高兴，记者到现场看了一遍。`;

const wire = `清水河治理取得进展

新华社石家庄3月5日电（记者王某）记者从河北省水利厅获悉，清水河治理取得进展，两岸已经种树三万棵，水质明显好转。`;

const web = `清水河生态补水启动

发布时间：2022-04-01　　来源：首都之窗　　字号：大 中 小

清水河生态补水今天启动，计划持续四十天，两岸地下水位有望回升，沿线水库做好了调度准备。`;

const chronicle = `# 清水河治理大事记

(2014.2—2018.2)

北京市水务局 编

青山出版社

## 2014年

### 2月

**2月3日** 清水河治理启动。

**2月9日** 第一批树木种下。`;

const appeal = `保护清水河倡议书

我们来自三地高校，关心清水河的今天和明天，愿意为它做一点事，现在向社会各界提出倡议，希望大家都来参加。`;

for (const [rule, text, expected] of [
  [
    "a notice after GB/T 9704: red head, number beside the signatory, what it carries out and ends",
    notice,
    [
      "title 河北省水利厅关于印发《清水河治理规划（2019—2025年）》的通知",
      "issuers 河北省水利厅",
      "number 冀水规〔2019〕12号",
      "date 2019-03-05",
      "genre notice",
      "level province",
      "horizon 2019-2025",
      "scope 130000",
      "standing in-force",
      "implements 京津冀协同发展规划纲要",
      "replaces 清水河治理办法",
    ],
  ],
  [
    "three provinces together are joint; titles that are joined share their word",
    joint,
    [
      "title 关于共建清水河补偿资金的通知",
      "issuers 北京市财政局",
      "issuers 天津市财政局",
      "issuers 河北省财政厅",
      "number 京财发〔2020〕8号",
      "genre notice",
      "level joint",
      "scope 110000",
      "scope 120000",
      "scope 130000",
      "standing in-force",
      "implements 甲规划",
      "implements 乙规划",
      "implements 丙意见",
    ],
  ],
  [
    "the index card of an official site",
    indexCard,
    [
      "title 天津市清水河保护三年行动方案",
      "issuers 天津市人民政府办公厅",
      "number 津政办发〔2018〕20号",
      "date 2018-06-01",
      "genre action-plan",
      "level province",
      "scope 120000",
      "standing expired",
    ],
  ],
  [
    "a page of a newspaper names its paper",
    paper,
    ["title 清水河畔话治理", "date 2021-03-05", "genre news", "source 青山日报"],
  ],
  ["a dateline names the agency", wire, ["title 清水河治理取得进展", "genre news", "source 新华社"]],
  [
    "an article of the web names its source in a line of labels",
    web,
    ["title 清水河生态补水启动", "date 2022-04-01", "source 首都之窗"],
  ],
  [
    "a chronicle: editor, publishing house, years told",
    chronicle,
    [
      "title 清水河治理大事记",
      "issuers 北京市水务局",
      "genre chronicle",
      "level province",
      "horizon 2014-2018",
      "scope 110000",
      "source 青山出版社",
    ],
  ],
  ["an appeal is a proposal", appeal, ["title 保护清水河倡议书", "genre proposal", "standing proposal"]],
  [
    "a text that begins with prose has no title",
    "清水河治理已经七年，两岸种树三万棵，水质明显好转，群众都说好，来的游客多了。",
    [],
  ],
  ["nothing says nothing", "", []],
] as const)
  test(`card: ${rule}`, () => assert.deepEqual(told(cardOf(text)), expected));

const under = (lines: string): string => `青山市清水河治理实施方案\n\n${lines}`;

for (const [rule, text, field, expected] of [
  [
    "a short name stands for the full one",
    under("为落实《清水河治理规划》（以下简称《规划》），制定本方案。\n\n依据《规划》，分两步走。"),
    "implements",
    ["清水河治理规划"],
  ],
  ["where figures come from is not carried out", under("根据《青山市2019年统计公报》，水量增加。"), "implements", []],
  ["a denial replaces nothing", under("本方案不代替《清水河治理办法》原文。"), "replaces", []],
  [
    "what is said of another text is not said of this one",
    under("《清水河办法》是落实《清水河纲要》的文件。"),
    "implements",
    [],
  ],
  ["a report carries nothing out", "清水河治理工作报告\n\n各地贯彻落实《清水河治理规划》。", "implements", []],
  [
    "parts that a whole has are declared",
    under("本方案共9个方面、98项具体任务。"),
    "declares",
    ["9 方面", "98 具体任务"],
  ],
  [
    "parts of a plan that is named are its own",
    under("《清水河纲要》印发后，编制了12个专项规划。"),
    "declares",
    ["12 专项规划 of 清水河纲要"],
  ],
  ["what was built is no part", under("去年新建12个项目。"), "declares", []],
  ["a draft says so in its bracket", "清水河治理条例（草案）\n\n第一条 为了治理清水河。", "standing", ["draft"]],
  [
    "a draft says so under its title",
    "清水河治理条例\n\n（征求意见稿）\n\n第一条 为了治理清水河。",
    "standing",
    ["draft"],
  ],
  ["a proposal of a body of rank is its word", "河北省水利厅关于清水河治理的建议\n\n请予研究。", "standing", []],
  ["a proposal of others binds nobody", "关于清水河治理的建议\n\n请予研究。", "standing", ["proposal"]],
  ["a five-year plan has its years", "青山市“十三五”水利规划\n\n一、要求", "horizon", ["2016-2020"]],
  ["a day is no span of years", "清水河会议2018-07-25记录\n\n一、要求", "horizon", []],
  [
    "the first of two texts names the genre",
    "清水河2018—2020年行动计划及2018年工作要点\n\n一、要求",
    "genre",
    ["action-plan"],
  ],
  ["of a ministry", "交通运输部关于清水河航运的意见\n\n一、要求", "level", ["ministry"]],
  ["of a county", "北京市通州区人民政府关于清水河的意见\n\n一、要求", "level", ["county"]],
  ["of the centre", "国务院关于清水河的批复\n\n一、要求", "level", ["central"]],
  [
    "a report quoted on the way is no source",
    under("一、要求\n\n二、任务\n\n三、保障\n\n四、其他\n\n后来据某地日报报道，水清了。"),
    "source",
    [],
  ],
] as const)
  test(`card, ${field}: ${rule}`, () =>
    assert.deepEqual(
      told(cardOf(text)).flatMap((fact) => (fact.startsWith(`${field} `) ? [fact.slice(field.length + 1)] : [])),
      expected,
    ));

test("every fact quotes the stored words at its place", () => {
  for (const text of [notice, joint, indexCard, paper, wire, web, chronicle, appeal])
    for (const { basis } of Object.values(cardOf(text))
      .flat()
      .filter((fact) => fact !== null))
      assert.ok(basis.how === "read" && basis.quote !== "" && text.slice(basis.start, basis.end) === basis.quote);
});
