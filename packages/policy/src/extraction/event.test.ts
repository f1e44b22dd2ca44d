import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readText } from "./read.ts";

const lexicon = lexiconOnDisk();

/** Events of a text: days, kind, place, title, and whether the entry is cut. */
function events(text: string, date?: string): readonly string[] {
  return readText(text, { doc: "t", date, lexicon }).readings.flatMap((reading) => {
    if (reading.type !== "event") return [];
    const { dateStart, dateEnd, kind, place, title, cut } = reading;
    const days = dateStart === dateEnd ? dateStart : `${dateStart}..${dateEnd}`;
    return [`${days} ${kind} ${place ?? "-"} ${title}${cut ? " CUT" : ""}`];
  });
}

const year = "2014年\n\n3月\n\n";

for (const [rule, text, expected] of [
  [
    "an entry is one event, dated by its marker and headings",
    `${year}**3月5日** 两市水务部门在石家庄召开协调会，强调要加快治理。会后签署了备忘录。`,
    ["2014-03-05 meeting 石家庄 两市水务部门在石家庄召开协调会"],
  ],
  [
    "a marker without bold needs the space",
    `${year}3月5日 某水库开工建设。`,
    ["2014-03-05 start-of-works - 某水库开工建设"],
  ],
  [
    "a range of days",
    `${year}3月5日—7日 市领导到保定调研水利工作，要求加快进度。`,
    ["2014-03-05..2014-03-07 visit 保定 市领导到保定调研水利工作"],
  ],
  [
    "同日 repeats the entry before, not a date inside it",
    `${year}3月5日 召开防汛会议，部署2016年9月前的任务。\n\n同日 某泵站通过验收。`,
    ["2014-03-05 meeting - 召开防汛会议", "2014-03-05 milestone - 某泵站通过验收"],
  ],
  [
    "本月 is the month of the heading",
    `${year}本月 某水厂正式投用。`,
    ["2014-03-01..2014-03-31 opening - 某水厂正式投用"],
  ],
  [
    "a purpose before the subject is no title",
    `${year}3月8日 为加强水源保护，三地环保部门在天津签订《水源保护协议》，共同监测。`,
    ["2014-03-08 decision 天津 三地环保部门在天津签订《水源保护协议》"],
  ],
  [
    "the last entry of a text that breaks off is cut",
    `${year}3月5日 某水库开工。\n\n3月6日 “水与城市论坛暨水务`,
    ["2014-03-05 start-of-works - 某水库开工", "2014-03-06 meeting - “水与城市论坛暨水务 CUT"],
  ],
  [
    "the last entry of a text that ends is not",
    `${year}3月5日 某水库开工。`,
    ["2014-03-05 start-of-works - 某水库开工"],
  ],
  [
    "a bullet, full-width figures and a colon still mark an entry",
    `${year}● ３月５日：某水库开工建设。`,
    ["2014-03-05 start-of-works - 某水库开工建设"],
  ],
  ["a date in figures marks an entry", "2014-03-05 某水库开工建设。", ["2014-03-05 start-of-works - 某水库开工建设"]],
  [
    "下旬 leans on the month of the heading",
    `${year}下旬 某水厂正式投用。`,
    ["2014-03-21..2014-03-31 opening - 某水厂正式投用"],
  ],
  [
    "running text: a dated happening",
    "2016年5月27日，市政府在唐山召开水利会议，研究防汛。",
    ["2016-05-27 meeting 唐山 市政府在唐山召开水利会议"],
  ],
  [
    "running text: what was said is not the event",
    "2016年5月27日，市长在唐山考察时指出，要重视防汛。",
    ["2016-05-27 visit 唐山 市长在唐山考察"],
  ],
  [
    "running text: a visit and a meeting are two",
    "5月11日，市长在唐山考察并主持召开防汛座谈会。",
    ["2020-05-11 visit 唐山 市长在唐山考察", "2020-05-11 meeting - 主持召开防汛座谈会"],
  ],
  [
    "running text: the subject may stand before the date",
    "某泵站主体工程已于2019年3月全面开工。",
    ["2019-03-01..2019-03-31 start-of-works - 某泵站主体工程已于2019年3月全面开工"],
  ],
  [
    "running text: the date may stand between subject and verb",
    "跨江大桥2018年9月20日正式通车。2018年10月，某产业园揭牌，2019年3月投入运营。",
    [
      "2018-09-20 opening - 跨江大桥2018年9月20日正式通车",
      "2018-10-01..2018-10-31 opening - 某产业园揭牌",
      "2019-03-01..2019-03-31 opening - 投入运营",
    ],
  ],
  [
    "running text: a year dates only what began or opened",
    "2016年，环湖铁路全线通车。2016年，全县完成造林3万亩。2016年新设立企业达300家。",
    ["2016-01-01..2016-12-31 opening - 环湖铁路全线通车"],
  ],
  [
    "running text: a cause before the subject, and what befalls",
    "2017年7月3日，受强降雨影响，省道某段发生塌方。2015年12月1日，随着最后一段铺轨完成，某铁路全线贯通。",
    ["2017-07-03 other - 省道某段发生塌方", "2015-12-01 milestone - 某铁路全线贯通"],
  ],
  [
    "running text: in force from a day on",
    "2019年1月1日起，《节水条例》正式施行。",
    ["2019-01-01 opening - 《节水条例》正式施行"],
  ],
  [
    "running text: what was said, measured or described is none",
    "2018年11月，某委员会强调要加快治理。2019年5月，水质达标率达到92%。2019年5月开工的泵站进展顺利。按照2019年3月印发的方案推进。",
    [],
  ],
  [
    "a figure alone is no entry, a second day in it is",
    `${year}是年 农民人均纯收入11326元。\n\n3月7日 泄流槽过水。10日 洪峰到达县城。`,
    ["2014-03-07 other - 泄流槽过水", "2014-03-10 arrival - 洪峰到达县城"],
  ],
  [
    "running text: a time of day is no subject",
    "2016年5月27日上午9时，两市水务部门在唐山召开会议。",
    ["2016-05-27 meeting 唐山 两市水务部门在唐山召开会议"],
  ],
  [
    "plans, years, deadlines and figures are no events",
    "到2025年3月建成泵站。2019年召开了三次会议。2019年3月，入河水量增加两成。2021年3月将召开会议。",
    [],
  ],
] as const) {
  test(`event: ${rule}`, () => assert.deepEqual(events(text, "2020-06-30"), expected));
}

test("event: contents page and preface yield none", () => {
  const text =
    "# 大事记\n\n2013年开始编写本书，收录水利大事。\n\n目录\n\n2014年 .... 1\n3月 .... 1\n后记 .... 9\n\n3月\n\n**3月5日** 某水库开工。";
  assert.deepEqual(events(text), ["2014-03-05 start-of-works - 某水库开工"]);
});

test("event: a cut entry says where and what to do", () => {
  const [diagnostic] = readText(`${year}3月6日 “水与城市论坛`, { doc: "t", lexicon }).diagnostics;
  assert.equal(diagnostic?.code, "cut-entry");
  assert.match(diagnostic?.message ?? "", /p3\.s1/u);
});
