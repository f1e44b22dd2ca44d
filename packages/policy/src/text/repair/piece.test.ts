import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "../repair.ts";

const paragraphs = (lines: readonly string[]): readonly string[] => {
  const { view, paragraphs } = repair(lines.join("\n"));
  return paragraphs.map(({ kind, start, end }) => `${kind}: ${view.text.slice(start, end)}`);
};
const body = "今年全市完成水利投资一百二十亿元，北岸堤防加固和南干渠衬砌先后开工，年底前全部完成。";

for (const [rule, lines, expected] of [
  [
    "a caption ends with its credit and is not joined to the text",
    [body, "图为加固后的北岸堤防。 本报记者 赵河山摄", "沿河各村也已通水。"],
    [`prose: ${body}`, "caption: 图为加固后的北岸堤防。 本报记者 赵河山摄", "prose: 沿河各村也已通水。"],
  ],
  [
    "a wrapped caption with its credit on lines of its own",
    [body, "图为工人在南干渠", "渠首安装闸门。", "新华社记者", "钱水生摄"],
    [`prose: ${body}`, "caption: 图为工人在南干渠渠首安装闸门。新华社记者钱水生摄"],
  ],
  [
    "between two captions everything is theirs",
    [body, "图为堤防。", "赵河山摄", "南干渠全长十二公里。", "图为渠首。", "钱水生摄（新华社发）"],
    [`prose: ${body}`, "caption: 图为堤防。赵河山摄", "caption: 南干渠全长十二公里。图为渠首。钱水生摄（新华社发）"],
  ],
  [
    "a short line over a credit is its caption",
    [body, "加固后的北岸堤防。", "赵河山摄"],
    [`prose: ${body}`, "caption: 加固后的北岸堤防。赵河山摄"],
  ],
  ["a credit alone leaves the text before it", [body, "赵河山摄"], [`prose: ${body}`, "caption: 赵河山摄"]],
  [
    "titles of tables and figures",
    [body, "表1 各区投资", body],
    [`prose: ${body}`, "caption: 表1 各区投资", `prose: ${body}`],
  ],
  ["a sentence about a table is none", ["表1显示，投资逐年增长。"], ["prose: 表1显示，投资逐年增长。"]],
  [
    "a sentence that ends in 摄 by chance is none",
    ["这组照片由他历时三年拍摄。"],
    ["prose: 这组照片由他历时三年拍摄。"],
  ],
  [
    "a side piece goes to the next heading of its rank",
    ["水价改革一年间", "", body, "", "相关链接", "", `北岸堤防建于一九五八年，${body}`, "", "下一步安排", "", body],
    [
      "heading: 水价改革一年间",
      `prose: ${body}`,
      "heading: 相关链接",
      `aside: 北岸堤防建于一九五八年，${body}`,
      "heading: 下一步安排",
      `prose: ${body}`,
    ],
  ],
  [
    "a heading right under the cue is the piece's own",
    ["# 水价改革", body, "## 延伸阅读", "## 堤防史话", body, "## 下一步", body],
    [
      "heading: 水价改革",
      `prose: ${body}`,
      "heading: 延伸阅读",
      "heading: 堤防史话",
      `aside: ${body}`,
      "heading: 下一步",
      `prose: ${body}`,
    ],
  ],
  [
    "a report with its own heading and by-line on the page of another",
    [body, "堤防加固提前完工", "本报记者 赵 河", body, body],
    [`prose: ${body}`, "heading: 堤防加固提前完工", "aside: 本报记者 赵河", `aside: ${body}`, `aside: ${body}`],
  ],
  [
    "a by-line under the title of the page is no side piece",
    ["堤防加固提前完工", "本报记者 赵 河", body, body],
    ["heading: 堤防加固提前完工", "aside: 本报记者 赵河", `prose: ${body}`, `prose: ${body}`],
  ],
  [
    "a name alone under a heading is a commentator's",
    [body, "用好每一滴水", "钱 江", body],
    [`prose: ${body}`, "heading: 用好每一滴水", "comment: 钱江", `comment: ${body}`],
  ],
  [
    "a comment under its cue",
    [body, "", "短评｜用好每一滴水", "", body],
    [`prose: ${body}`, "heading: 短评｜用好每一滴水", `comment: ${body}`],
  ],
  [
    "an editor's note is one paragraph",
    ["编者按：本报今起刊发一组报道，介绍水价改革的做法，", "欢迎来信。", body],
    ["aside: 编者按：本报今起刊发一组报道，介绍水价改革的做法，欢迎来信。", `prose: ${body}`],
  ],
  ["names of the page's staff", [body, "责任编辑：赵河山"], [`prose: ${body}`, "aside: 责任编辑：赵河山"]],
  ["a sentence about a link is none", ["链接两岸的大桥已经通车。"], ["prose: 链接两岸的大桥已经通车。"]],
  [
    "a sentence about a reporter is none",
    [body, "日前，", "记者从市水务局获悉，水价今年不变。"],
    [`prose: ${body}`, "prose: 日前，记者从市水务局获悉，水价今年不变。"],
  ],
] as const) {
  test(`pieces: ${rule}`, () => assert.deepEqual(paragraphs(lines), expected));
}
