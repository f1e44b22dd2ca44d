import assert from "node:assert/strict";
import { test } from "node:test";
import type { AchievementReading } from "../records/reading.ts";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readText } from "./read.ts";

const lexicon = lexiconOnDisk();

/** Achievements read from one paragraph of a report. */
function read(
  sentence: string,
  heading = "一、工作进展",
  title = "临江市2021年水网建设情况的报告",
): readonly AchievementReading[] {
  const text = `${title}\n\n2022年3月1日\n\n${heading}\n\n${sentence}\n`;
  return readText(text, { doc: "x", date: "2022-03-01", lexicon }).readings.filter(
    (reading): reading is AchievementReading => reading.type === "achievement",
  );
}

const spans = (readings: readonly AchievementReading[]): readonly string[] =>
  readings.map(({ spans: [first] }) => first?.text ?? "");

/** [sentence, spans, status of the first]. */
const reported: readonly (readonly [string, readonly string[], AchievementReading["status"]])[] = [
  ["2021年，全市新建泵站18座，改造管网260公里。", ["全市新建泵站18座", "改造管网260公里"], "done"],
  ["云岭水库已于去年10月下闸蓄水。", ["云岭水库已于去年10月下闸蓄水"], "done"],
  ["城南水厂建成投产，日供水能力10万吨。", ["城南水厂建成投产"], "done"],
  ["三条干渠衬砌工程全部完工。", ["三条干渠衬砌工程全部完工"], "done"],
  ["农村供水保障工程加快推进，12个乡镇通上自来水。", ["农村供水保障工程加快推进", "12个乡镇通上自来水"], "under-way"],
  ["全市地表水优良断面比例由71.2%提高到83.5%。", ["全市地表水优良断面比例由71.2%提高到83.5%"], "done"],
  ["制定出台《临江市节约用水办法》。", ["制定出台《临江市节约用水办法》"], "done"],
  ["全年查处水事违法案件46起，同比下降12%。", ["查处水事违法案件46起，同比下降12%"], "done"],
  ["与邻市签署跨界河流联防联治协议。", ["与邻市签署跨界河流联防联治协议"], "done"],
  ["累计清淤河道1200公里，其中农村河道800公里。", ["累计清淤河道1200公里，其中农村河道800公里"], "done"],
  ["水价综合改革稳步推进，8个灌区实行阶梯水价。", ["水价综合改革稳步推进", "8个灌区实行阶梯水价"], "under-way"],
  ["“智慧水务”平台上线运行。", ["“智慧水务”平台上线运行"], "done"],
];

for (const [sentence, expected, status] of reported)
  test(`achievement: ${sentence}`, () => {
    const readings = read(sentence);
    assert.deepEqual(spans(readings), expected);
    assert.equal(readings[0]?.status, status);
  });

/** [sentence, heading]: nothing is reported. */
const nothing: readonly (readonly [string, string])[] = [
  ["2022年，将新建泵站20座。", "一、工作进展"],
  ["计划6月底前完成管网改造。", "一、工作进展"],
  ["全市水资源总量36亿立方米。", "一、基本情况"],
  ["水网建设还存在不少困难和问题。", "二、存在问题"],
  ["只有建成水库，才能解决缺水问题。", "一、工作进展"],
  ["尚未建成污水处理厂。", "一、工作进展"],
  ["建设水网，是一项重大民生工程。", "一、工作进展"],
  ["一年来做了哪些工作？", "一、工作进展"],
  ["图为建成的城南水厂。", "一、工作进展"],
  ["李主任认为，改造管网很有必要。", "一、工作进展"],
  ["推进管网改造。", "三、下一步安排"],
];

for (const [sentence, heading] of nothing)
  test(`no achievement: ${sentence} (${heading})`, () => assert.deepEqual(spans(read(sentence, heading)), []));
