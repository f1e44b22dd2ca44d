import assert from "node:assert/strict";
import { test } from "node:test";
import type { CommitmentReading } from "../records/reading.ts";
import type { SourceMark } from "../records/source-text.ts";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { readText } from "./read.ts";

const lexicon = lexiconOnDisk();

/** Commitments read from one paragraph of a document with a title and the heading above it. */
function read(
  sentence: string,
  heading = "二、重点任务",
  title = "临江市水网建设工作方案",
): readonly CommitmentReading[] {
  const text = `${title}\n\n2022年3月1日\n\n${heading}\n\n${sentence}\n`;
  return readText(text, { doc: "x", date: "2022-03-01", lexicon }).readings.filter(
    (reading): reading is CommitmentReading => reading.type === "commitment",
  );
}

const spans = (readings: readonly CommitmentReading[]): readonly string[] =>
  readings.map(({ spans: [first] }) => first?.text ?? "");

/** [sentence, spans] under a heading of tasks. */
const undertaken: readonly (readonly [string, readonly string[]])[] = [
  ["加快推进云岭水库除险加固，年底前完成下闸蓄水。", ["加快推进云岭水库除险加固", "完成下闸蓄水"]],
  ["新建乡镇卫生院12所、改造村卫生室85所。", ["新建乡镇卫生院12所", "改造村卫生室85所"]],
  ["全县将新增造林3万亩，森林覆盖率提高到42%。", ["新增造林3万亩", "森林覆盖率提高到42%"]],
  ["2023年6月底前，滨河大道全线贯通，东湖泵站投入运行。", ["滨河大道全线贯通", "东湖泵站投入运行"]],
  ["严禁在饮用水水源一级保护区内新建排污口。", ["严禁在饮用水水源一级保护区内新建排污口"]],
  [
    "研究制定《临江市再生水利用管理办法》，适时出台配套政策。",
    ["研究制定《临江市再生水利用管理办法》", "适时出台配套政策"],
  ],
  ["市水务局负责统一调度，各区政府负责落实属地责任。", ["负责统一调度", "负责落实属地责任"]],
  ["支持龙头企业建设冷链物流基地2个。", ["支持龙头企业建设冷链物流基地2个"]],
  ["力争到2025年万元工业增加值用水量下降16%。", ["力争到2025年万元工业增加值用水量下降16%"]],
  ["建立河湖长制联席会议制度，每季度至少召开1次会议。", ["建立河湖长制联席会议制度", "至少召开1次会议"]],
  ["对黑臭水体逐一编制整治方案。", ["对黑臭水体逐一编制整治方案"]],
  ["推广水稻节水灌溉面积20万亩，亩均节水80立方米以上。", ["推广水稻节水灌溉面积20万亩", "亩均节水80立方米以上"]],
  ["开展“清四乱”专项行动，依法查处非法采砂。", ["开展“清四乱”专项行动", "依法查处非法采砂"]],
  ["各县（市、区）要在4月底前完成摸底，逐户建立台账。", ["在4月底前完成摸底", "逐户建立台账"]],
  ["启动老旧供水管网更新改造，首批改造120公里。", ["启动老旧供水管网更新改造", "首批改造120公里"]],
  ["不再新增小水电项目。", ["不再新增小水电项目"]],
  ["培训基层水利员300人次。", ["培训基层水利员300人次"]],
  ["深化与邻市的跨界河流联防联控机制。", ["深化与邻市的跨界河流联防联控机制"]],
  ["落实“四个不准”要求，上半年全面完成库区清理任务。", ["落实“四个不准”要求", "全面完成库区清理任务"]],
  ["粮食播种面积稳定在65万亩以上，建成高标准农田4万亩。", ["粮食播种面积稳定在65万亩以上", "建成高标准农田4万亩"]],
  ["2024年建成智慧水务平台，实现城区供水实时监测。", ["建成智慧水务平台", "实现城区供水实时监测"]],
];

for (const [sentence, expected] of undertaken)
  test(`task: ${sentence}`, () => assert.deepEqual(spans(read(sentence)), expected));

/** [sentence, heading, title]: nothing is undertaken. */
const nothing: readonly (readonly [string, string, string])[] = [
  ["坚持以人民为中心，牢固树立绿色发展理念。", "一、指导思想", "临江市水网建设工作方案"],
  ["坚持节水优先，着力提升治理能力和水平。", "二、重点任务", "临江市水网建设工作方案"],
  ["水网建设取得明显成效，累计完成投资36亿元。", "一、发展基础", "临江市水网建设规划"],
  ["建设水网具有重大意义。", "一、重要意义", "临江市水网建设规划"],
  ["已建成灌区12处，改造渠道560公里。", "一、工作进展", "2021年水利工作情况"],
  ["王教授认为，应当建设地下水库。", "二、各方观点", "水网建设座谈会报道"],
  ["我们建议建设跨省调水工程。", "一、倡议内容", "关于保护母亲河的倡议书"],
  ["如果降雨偏少，将启动应急调水。", "二、重点任务", "临江市水网建设工作方案"],
  ["（一）完善工程体系。加强统筹。", "二、重点任务", "临江市水网建设工作方案"],
  ["上一年度完成了12处灌区改造。", "二、重点任务", "临江市水网建设工作方案"],
  ["能不能建成，要看资金是否到位？", "二、重点任务", "临江市水网建设工作方案"],
];

for (const [sentence, heading, title] of nothing)
  test(`no task: ${sentence} (${heading})`, () => assert.deepEqual(spans(read(sentence, heading, title)), []));

/** [sentence, deadline, target value, comparator]. */
const measured: readonly (readonly [string, string | null, number | null])[] = [
  ["2022年底前新建泵站8座。", "2022-12-31", 8],
  ["新建泵站5座，2023年6月底前完成。", "2023-06-30", 5],
  ["到2025年，自来水普及率达到95%以上。", "2025-12-31", 95],
  ["编制2021—2025年水资源配置规划。", null, null],
  ["万元产值用水量比2020年下降18%。", null, 18],
  ["水位由135米提高到145米。", null, 145],
  ["在12个乡镇新建水质监测站30座。", null, 30],
];

for (const [sentence, deadline, target] of measured)
  test(`deadline and target: ${sentence}`, () => {
    const [first] = read(sentence);
    assert.deepEqual([first?.deadline, first?.target?.value ?? null], [deadline, target]);
  });

/** [sentence, strength]. */
const worded: readonly (readonly [string, CommitmentReading["strength"]])[] = [
  ["建成南山水厂。", "built"],
  ["基本建成南山水厂主体工程。", "basically-built"],
  ["开工建设南山水厂。", "start"],
  ["做好南山水厂前期工作。", "ready"],
  ["力争2023年建成南山水厂。", "strive"],
  ["推进南山水厂建设。", "push"],
  ["研究南山水厂选址方案。", "study"],
  ["制定南山水厂运行办法。", "act"],
  ["严禁在南山水厂周边采砂。", "forbid"],
];

for (const [sentence, strength] of worded)
  test(`strength: ${sentence}`, () => assert.equal(read(sentence)[0]?.strength, strength));

test("a clause before the task that only names who leads and who helps assigns it, and is no task", () => {
  const tasks = read("由市水务局牵头、市财政局配合，建成南山水厂二期工程。");
  assert.deepEqual(spans(tasks), ["建成南山水厂二期工程"]);
  assert.deepEqual([tasks[0]?.lead, tasks[0]?.helpers], ["市水务局", ["市财政局"]]);
});

test("a bracket after the task assigns lead, helpers and limit", () => {
  const [task] = read(
    "建设南山水厂二期工程。（牵头单位：市水务局；配合单位：市财政局、东湖区政府；完成时限：2023年9月）",
  );
  assert.equal(task?.spans[0]?.text, "建设南山水厂二期工程");
  assert.deepEqual([task?.lead, task?.helpers], ["市水务局", ["市财政局", "东湖区政府"]]);
  assert.equal(task?.deadline, "2023-09-30");
  assert.equal(task?.fieldSpans.lead?.[0]?.text, "市水务局");
});

test("a bracket in words assigns too", () => {
  const [task] = read("建设南山水厂二期工程（市水务局牵头，市财政局、市自然资源局配合）。");
  assert.equal(task?.spans[0]?.text, "建设南山水厂二期工程");
  assert.deepEqual([task?.lead, task?.helpers], ["市水务局", ["市财政局", "市自然资源局"]]);
});

test("a row of a table of tasks has the columns of its head", () => {
  const rows = [
    ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "建成城南泵站", "市水务局", "城南区政府、市财政局", "2022年10月底前"],
    ["2", "修订《供水条例》", "市司法局", "", "长期坚持"],
  ].map((cells) => `${cells.join("\t")}\n`);
  const title = "重点任务分工表\n\n";
  let start = title.length;
  const marks = rows.map((row, index): SourceMark => {
    const mark = { kind: "row", sheet: "表1", row: index + 1, cells: [], start, end: start + row.length - 1 } as const;
    start += row.length;
    return { ...mark, cells: [] };
  });
  const tasks = readText(title + rows.join(""), { doc: "x", date: "2022-03-01", lexicon }, marks).readings.filter(
    (reading): reading is CommitmentReading => reading.type === "commitment",
  );
  assert.deepEqual(
    tasks.map(({ spans: [first], lead, helpers, deadline }) => [first?.text, lead, helpers, deadline]),
    [
      ["建成城南泵站", "市水务局", ["城南区政府", "市财政局"], "2022-10-31"],
      ["修订《供水条例》", "市司法局", [], null],
    ],
  );
});

test("what can be handed over and where it stands are read with their places", () => {
  const [plan] = read("在云岭县编制《云岭县节水规划》。");
  assert.equal(plan?.deliverable, "《云岭县节水规划》");
  assert.equal(plan?.fieldSpans.deliverable?.[0]?.text, "《云岭县节水规划》");
  assert.equal(read("加强日常巡查。")[0]?.deliverable ?? null, null);
});

/** [sentence, spans] in an agreement. */
const duties: readonly (readonly [string, readonly string[]])[] = [
  ["第三条 甲方应当于每月5日前向乙方提供上月水质数据。", ["于每月5日前向乙方提供上月水质数据"]],
  ["第四条 双方共同建立流域巡查机制。", ["共同建立流域巡查机制"]],
  ["第五条 乙方不得擅自改变取水用途。", ["不得擅自改变取水用途"]],
  ["第六条 本协议所称流域，是指青衣江干流。", []],
  ["第七条 水质未达标的，乙方应当向甲方支付补偿金500万元。", ["向甲方支付补偿金500万元"]],
];

for (const [sentence, expected] of duties)
  test(`duty: ${sentence}`, () =>
    assert.deepEqual(spans(read(sentence, "第二章 权利和义务", "青衣江流域生态保护合作协议")), expected));
