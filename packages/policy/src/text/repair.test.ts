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
    ["heading: 目 录", "contents: 总则\t1", "contents: 附则\t9"],
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
  ["letter-spaced lines are closed up", "图 为 某 县 水 库 全 景 。", ["prose: 图为某县水库全景。"]],
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
