import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "./repair.ts";
import { rawSpan } from "./view.ts";

const paragraphs = (text: string): readonly string[] => {
  const { view, paragraphs } = repair(text);
  return paragraphs.map(({ kind, start, end }) => `${kind}: ${view.text.slice(start, end)}`);
};

for (const [rule, text, expected] of [
  [
    "a hard wrap inside a sentence is joined",
    "沿河两岸的村庄已经完成搬迁，新建的\n堤防长十公里。\n",
    ["prose: 沿河两岸的村庄已经完成搬迁，新建的堤防长十公里。"],
  ],
  [
    "a page break with its number is joined",
    "沿河两岸的村庄已经完成搬迁，新建的\n\n— 12 —\n\n堤防长十公里。",
    ["prose: 沿河两岸的村庄已经完成搬迁，新建的堤防长十公里。", "furniture: — 12 —"],
  ],
  [
    "a sentence end keeps paragraphs apart",
    "第一段到此为止。\n第二段从此开始。",
    ["prose: 第一段到此为止。", "prose: 第二段从此开始。"],
  ],
  ["a numbered line begins something new", "新建的堤防\n一、防洪工程", ["prose: 新建的堤防", "heading: 一、防洪工程"]],
  [
    "a numbered sentence is no heading",
    "一、继续做好防洪工程的维护和管理。",
    ["prose: 一、继续做好防洪工程的维护和管理。"],
  ],
  [
    "heading marks and bold are hidden",
    "## 三月\n\n**3月2日** 召开座谈会。",
    ["heading: 三月", "entry: 3月2日 召开座谈会。"],
  ],
  ["a date followed by a comma opens no entry", "3月2日，召开座谈会。", ["prose: 3月2日，召开座谈会。"]],
  [
    "同日 and 本月 open entries",
    "同日 召开座谈会。\n本月 桥梁开工。",
    ["entry: 同日 召开座谈会。", "entry: 本月 桥梁开工。"],
  ],
  [
    "lines with dot leaders are contents",
    "第一章 总则 ........ 1\n第二章 分则 ........ 4\n第三章 附则 ........ 9",
    ["contents: 第一章 总则 ........ 1", "contents: 第二章 分则 ........ 4", "contents: 第三章 附则 ........ 9"],
  ],
  [
    "under 目录 a gap and a number are enough",
    "目 录\n总则\t1\n附则\t9",
    ["heading: 目录", "contents: 总则\t1", "contents: 附则\t9"],
  ],
  [
    "one line with a leader in running text stays",
    "该项工程已经结束。\n工程投资 ........ 3",
    ["prose: 该项工程已经结束。", "prose: 工程投资 ........ 3"],
  ],
  [
    "spaces around figures go, spaces between words stay",
    "2019 年 3 月，张三 李四出席。",
    ["prose: 2019年3月，张三 李四出席。"],
  ],
  ["letter-spaced lines are closed up", "图 为 某 县 水 库 全 景 。", ["caption: 图为某县水库全景。"]],
  [
    "Latin words keep the line break as a space",
    "the plan of the northern\nwater works ends here.",
    ["prose: the plan of the northern water works ends here."],
  ],
  ["nothing", "", []],
] as const) {
  test(`repair: ${rule}`, () => assert.deepEqual(paragraphs(text), expected));
}

test("repair: every character of the view leads back to itself in the stored text", () => {
  const text = "## 三 月\r\n\r\n**3月 2日** 某 地召开，会\n\n议结束。\t尾";
  const { view } = repair(text);
  for (let at = 0; at < view.text.length; at += 1) {
    const { start, end } = rawSpan(view, { start: at, end: at + 1 });
    assert.equal(end - start, 1);
    assert.equal(text.slice(start, end), view.text.slice(at, at + 1));
  }
});

for (const [rule, text, expected] of [
  [
    "page numbers of all usual shapes are furniture",
    ["— 3 —", "-3-", "第3页 共10页", "第 3 页 / 共 10 页", "3/10", "· 3 ·", "Page 3 of 10", "12"].join("\n\n"),
    ["— 3 —", "-3-", "第3页 共10页", "第 3 页 / 共 10 页", "3/10", "· 3 ·", "Page 3 of 10", "12"].map(
      (number) => `furniture: ${number.replace(/^· /u, "")}`,
    ),
  ],
  ["a year on a line of its own is none", "产值已经达到\n2014\n万元。", ["prose: 产值已经达到2014万元。"]],
  [
    "a lone sign is furniture, a stop cut onto its own line is text",
    "水库已经建成并且通过了验收\n。\n×",
    ["prose: 水库已经建成并且通过了验收。", "furniture: ×"],
  ],
  ["characters that nobody sees are hidden wherever they stand", "水\u200b库建\ufeff成\u0007。", ["prose: 水库建成。"]],
  ["a sign inside words is hidden", "新建水■库和防■洪堤。", ["prose: 新建水库和防洪堤。"]],
  ["a sign between words stays", "交通|生态|产业同步推进。", ["prose: 交通|生态|产业同步推进。"]],
  ["characters set wide are closed up", "坝 址 ，2014 年 勘 定 ，共 3 处 。", ["prose: 坝址，2014年勘定，共3处。"]],
  [
    "names set wide are closed up, names side by side are not",
    "记者 顾 阳 陈明 出席。",
    ["prose: 记者 顾阳 陈明 出席。"],
  ],
  [
    "the space after a number of a clause or a picture stays",
    "第一条 2014年签署协议。",
    ["prose: 第一条 2014年签署协议。"],
  ],
  [
    "under 目录 labels alone are contents when they head text further down",
    "目录\n防洪工程\n供水工程\n\n防洪工程\n\n沿河建设堤防。\n\n供水工程\n\n各镇建设水厂。",
    [
      "heading: 目录",
      "contents: 防洪工程",
      "contents: 供水工程",
      "heading: 防洪工程",
      "prose: 沿河建设堤防。",
      "heading: 供水工程",
      "prose: 各镇建设水厂。",
    ],
  ],
  [
    "a line that breaks off in a word is no heading",
    "工程已经开工，进展顺利，质量合格，资金到位。\n\n继续推进生态保护和修\n\n复工程建设，" +
      "并且建立巡查制度，\n\n落实管护责任，做到\n\n长效管理，不留死角，\n\n定期公布结果。",
    [
      "prose: 工程已经开工，进展顺利，质量合格，资金到位。",
      "prose: 继续推进生态保护和修复工程建设，并且建立巡查制度，落实管护责任，做到长效管理，不留死角，定期公布结果。",
    ],
  ],
  [
    "a note in brackets is continued by nothing",
    "（示例，据公开资料编写）\n编写说明\n本文记载工程进展，供内部查阅使用，不作他用。",
    ["prose: （示例，据公开资料编写）", "heading: 编写说明", "prose: 本文记载工程进展，供内部查阅使用，不作他用。"],
  ],
  [
    "a passage printed in the middle of a sentence a second time tears no sentence",
    [
      "沿河两岸的村庄已经全部搬迁到高处，新建的堤防长十公里，",
      "可以抵御五十年一遇的洪水，堤顶铺设了防汛道路，两侧种",
      "沿河两岸的村庄已经全部搬迁到高处，新建的堤防长十公里，",
      "可以抵御五十年一遇的洪水，堤顶铺设了防汛道路，两侧种",
      "植了护堤林带。",
    ].join("\n"),
    [
      "prose: 沿河两岸的村庄已经全部搬迁到高处，新建的堤防长十公里，可以抵御五十年一遇的洪水，堤顶铺设了防汛道路，两侧种植了护堤林带。",
      "prose: 沿河两岸的村庄已经全部搬迁到高处，新建的堤防长十公里，可以抵御五十年一遇的洪水，堤顶铺设了防汛道路，两侧种",
    ],
  ],
  [
    "words repeated under each measure are no running head",
    "加固堤防。\n责任单位：水利厅\n\n清淤河道。\n责任单位：水利厅\n\n修复湿地。\n责任单位：水利厅",
    [
      "prose: 加固堤防。",
      "prose: 责任单位：水利厅",
      "prose: 清淤河道。",
      "prose: 责任单位：水利厅",
      "prose: 修复湿地。",
      "prose: 责任单位：水利厅",
    ],
  ],
] as const) {
  test(`repair: ${rule}`, () => assert.deepEqual(paragraphs(text), expected));
}

test("repair: what is printed twice with another figure is no copy", () => {
  const sentence = (year: number): string =>
    `${year}年全省水利建设投资保持增长，重点工程按期完成，农村供水保障水平继续提高，河湖面貌持续改善。`;
  assert.equal(repair(`${sentence(2014)}\n${sentence(2015)}`).copies, null);
  assert.notEqual(repair(`${sentence(2014)}\n${sentence(2014).replace("保障", "保章")}`).copies, null);
});
