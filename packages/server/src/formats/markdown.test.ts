import assert from "node:assert/strict";
import { test } from "node:test";
import { shown } from "./harness/shown.ts";
import { readSource } from "./read-source.ts";

for (const [rule, text, expected] of [
  [
    "headings of both kinds",
    "# 题\n\n小题\n---\n\n### 三级\n#标签\n",
    ["heading 1: 题", "heading 2: 小题", "furniture: ---", "heading 3: 三级", "paragraph: #标签"],
  ],
  [
    "lines of a paragraph are one, an item begins another",
    "甲\n乙\n\n- 一\n  续\n- 二\n",
    ["paragraph: 甲⏎乙", "paragraph: - 一⏎  续", "paragraph: - 二"],
  ],
  [
    "a numbered clause or a line after a sentence begins another",
    "一、目标\n（一）道路\n甲。\n乙\n",
    ["paragraph: 一、目标", "paragraph: （一）道路⏎甲。", "paragraph: 乙"],
  ],
  [
    "tables are rows, the line that draws is furniture",
    "| 任务 | 单位 |\n|:--|--:|\n| 修路 | 甲\\|乙 |\n| 架桥 |\n\n文。\n",
    ["表1.1: 任务|单位", "furniture: |:--|--:|", "表1.2: 修路|甲\\|乙", "表1.3: 架桥", "paragraph: 文。"],
  ],
  [
    "tables without outer bars too",
    "任务 | 单位\n--- | ---\n修路 |\n",
    ["表1.1: 任务|单位", "furniture: --- | ---", "表1.2: 修路|"],
  ],
  ["a bar in a sentence makes no table", "甲|乙\n丙\n", ["paragraph: 甲|乙⏎丙"]],
  ["quotations are side pieces", "> 甲\n> 乙\n\n丙\n", ["aside: > 甲⏎> 乙", "paragraph: 丙"]],
  [
    "front matter, code and rules are furniture",
    "---\ntitle: 题\n---\n甲\n\n```\n代码\n```\n\n***\n乙",
    [
      "furniture: ---",
      "furniture: title: 题",
      "furniture: ---",
      "paragraph: 甲",
      "furniture: ```",
      "furniture: 代码",
      "furniture: ```",
      "furniture: ***",
      "paragraph: 乙",
    ],
  ],
] as const)
  test(`markdown: ${rule}`, async () => {
    const source = await readSource("a.md", Buffer.from(text));
    assert.equal(source.text, text, "the text stays the file");
    assert.deepEqual(shown(source), expected);
  });
