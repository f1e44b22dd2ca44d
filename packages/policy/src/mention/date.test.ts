/* oxlint-disable max-lines -- one table of expressions */
import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf } from "../text/outline.ts";
import { profileOf } from "../text/profile.ts";
import { repair } from "../text/repair.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";

const lexicon = lexiconOnDisk();

/** Dates of a text read on 15 August 2019: words, days, and what was leaned on. */
function dates(text: string): readonly string[] {
  const repaired = repair(text);
  const passages = passagesOf(repaired, outlineOf(repaired, profileOf(repaired)), {
    day: { year: 2019, month: 8, day: 15 },
    lexicon,
  });
  return passages.flatMap(({ mentions }) =>
    mentions.flatMap(({ mention }) => {
      if (mention.kind !== "date") return [];
      const { text, dateStart, dateEnd, timeType, leansOn } = mention;
      const days = dateStart === dateEnd ? (dateStart ?? "none") : `${dateStart ?? ""}..${dateEnd ?? ""}`;
      return [[text, days, ...(timeType === "interval" ? [] : [timeType]), ...leansOn.map(({ on }) => on)].join(" ")];
    }),
  );
}

for (const [text, expected] of [
  ["2016年3月8日召开会议。", ["2016年3月8日 2016-03-08"]],
  ["二〇一六年三月八日召开会议。", ["二〇一六年三月八日 2016-03-08"]],
  ["2016-03-08召开会议。", ["2016-03-08 2016-03-08"]],
  ["2016年2月30日没有这一天。", []],
  ["2016年发展很快。", ["2016年 2016-01-01..2016-12-31"]],
  ["2016年度计划。", ["2016年度 2016-01-01..2016-12-31"]],
  ["2016年上半年完成。", ["2016年上半年 2016-01-01..2016-06-30"]],
  ["2016年第三季度完成。", ["2016年第三季度 2016-07-01..2016-09-30"]],
  ["2016-2018年行动计划。", ["2016-2018年 2016-01-01..2018-12-31"]],
  ["2016年至2018年建设。", ["2016年至2018年 2016-01-01..2018-12-31"]],
  ["2016年1-10月增长。", ["2016年1-10月 2016-01-01..2016-10-31"]],
  ["2016年3月28日至4月2日巡查。", ["2016年3月28日至4月2日 2016-03-28..2016-04-02"]],
  ["2016年3月5日—6日调研。", ["2016年3月5日—6日 2016-03-05..2016-03-06"]],
  ["水库志（2009.3—2012.11）出版。", ["2009.3—2012.11 2009-03-01..2012-11-30"]],
  ["2016年6月中旬开工。", ["2016年6月中旬 2016-06-11..2016-06-20"]],
  ["到2025年全部建成。", ["到2025年 ..2025-12-31 deadline"]],
  ["2020年6月底前完成。", ["2020年6月底前 ..2020-06-30 deadline"]],
  ["截至2018年5月已有三处。", ["截至2018年5月 ..2018-05-31 as-of"]],
  ["2014年以来不断推进。", ["2014年以来 2014-01-01..2019-08-15 since"]],
  ["比重从2013年的三成上升到2018年的五成。", ["2013年 2013-01-01..2013-12-31", "2018年 2018-01-01..2018-12-31"]],
  ["“十三五”时期进展明显。", ["“十三五”时期 2016-01-01..2020-12-31"]],
  ["上世纪80年代初期修建。", ["上世纪80年代初期 1980-01-01..1982-12-31"]],
  ["今年1-6月增长。", ["今年1-6月 2019-01-01..2019-06-30 document-day"]],
  ["明年9月通车。", ["明年9月 2020-09-01..2020-09-30 document-day"]],
  ["年底前完工。", ["年底前 ..2019-12-31 deadline document-day"]],
  ["争取年底具备条件。", ["年底 ..2019-12-31 deadline document-day"]],
  ["2013年5月3日开工，当月20日停工。", ["2013年5月3日 2013-05-03", "当月20日 2013-05-20 earlier-date"]],
  ["2013年5月3日开工，同月31日停工。", ["2013年5月3日 2013-05-03", "同月31日 2013-05-31 earlier-date"]],
  ["2013年6月3日开工，同月31日没有这一天。", ["2013年6月3日 2013-06-03", "同月 2013-06-01..2013-06-30 earlier-date"]],
  ["2013年5月开工，同年8月停工。", ["2013年5月 2013-05-01..2013-05-31", "同年8月 2013-08-01..2013-08-31 earlier-date"]],
  ["2013年比上年增长。", ["2013年 2013-01-01..2013-12-31", "上年 2012-01-01..2012-12-31 earlier-date"]],
  ["5月3日开工。", ["5月3日 2019-05-03 document-day"]],
  ["2013年5月3日开工。5日停工。", ["2013年5月3日 2013-05-03", "5日 2013-05-05 earlier-date"]],
  ["目前已经完成。", ["目前 none"]],
  ["自2018年5月1日起施行。", ["自2018年5月1日起 2018-05-01.. since"]],
  ["每月10日前报送。", ["每月10日前 none set"]],
  ["2018年较去年同期增长。", ["2018年 2018-01-01..2018-12-31", "去年同期 2017-01-01..2017-12-31 earlier-date"]],
  ["下旬完工。", ["下旬 2019-08-21..2019-08-31 document-day"]],
  [
    "2014年\n\n3月\n\n5日 开工。\n\n同日 通水。\n\n本月 完工。",
    [
      "2014年 2014-01-01..2014-12-31",
      "3月 2014-03-01..2014-03-31 heading",
      "5日 2014-03-05 heading heading",
      "同日 2014-03-05 entry-date",
      "本月 2014-03-01..2014-03-31 heading heading",
    ],
  ],
  ["地铁7号线、第2018次会议、10年间、30日内、2100亿元、三大任务、十分重要。", []],
] as const) {
  test(`date: ${text.slice(0, 24).replaceAll("\n", " ")}`, () => assert.deepEqual(dates(text), expected));
}

test("date: 12月 headings followed by 1月 under the next year keep each entry in its year", () => {
  const found = dates("2014年\n\n12月\n\n12月30日 开工。\n\n2015年\n\n1月\n\n1月5日 完工。");
  assert.deepEqual(
    found.filter((line) => line.includes("日 ")),
    ["12月30日 2014-12-30 heading", "1月5日 2015-01-05 heading"],
  );
});

/** Dates of a document with a title and headings, by their words. */
for (const [text, words, expected] of [
  [
    "某市2018年国民经济和社会发展统计公报\n\n一、综合\n\n全年生产总值增长。",
    "全年",
    "全年 2018-01-01..2018-12-31 heading",
  ],
  ["政府工作报告\n\n一、2017年工作回顾\n\n全年完成投资。", "全年", "全年 2017-01-01..2017-12-31 heading"],
  ["政府工作报告\n\n一、过去一年的工作\n\n全年完成投资。", "全年", "全年 2019-01-01..2019-12-31 document-day"],
  [
    "某县2020年工作要点\n\n一、重点任务\n\n1.启动改造，6月底前完成。",
    "6月底前",
    "6月底前 ..2020-06-30 deadline heading",
  ],
  ["某市2016年工作小结和2019年打算\n\n上半年完成方案。", "上半年", "上半年 2019-01-01..2019-06-30 document-day"],
  ["2018年增长，比上年增长；天津比上年增长。", "上年", "上年 2017-01-01..2017-12-31 earlier-date"],
] as const) {
  test(`date in its document: ${text.slice(0, 24).replaceAll("\n", " ")}`, () =>
    assert.equal(
      dates(text).findLast((line) => line.startsWith(words)),
      expected,
    ));
}
