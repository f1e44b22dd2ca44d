import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "../text/repair.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";

const lexicon = lexiconOnDisk();

function quantities(text: string): readonly string[] {
  return passagesOf(repair(text), [], { day: null, lexicon }).flatMap(({ mentions }) =>
    mentions.flatMap(({ mention }) => {
      if (mention.kind !== "quantity") return [];
      const { value, low, high, unit, comparator, polarity, role } = mention;
      const change = role ? ` ${polarity} ${role}` : "";
      return [`${mention.text}: ${comparator} ${value ?? `${low}–${high}`} ${unit}${change}`];
    }),
  );
}

for (const [text, expected] of [
  ["投资3.2万亿元。", ["3.2万亿元: = 3200000000000 CNY"]],
  ["关停企业473家。", ["473家: = 473 家"]],
  ["吸引近150家机构。", ["近150家: ~ 150 家"]],
  ["面积超过10平方公里。", ["超过10平方公里: > 10 km2"]],
  ["疏浚河道20多公里。", ["20多公里: > 20 km"]],
  ["造林800多万亩。", ["800多万亩: > 8000000 mu"]],
  ["设站7000余家。", ["7000余家: > 7000 家"]],
  ["退出1000家左右。", ["1000家左右: ~ 1000 家"]],
  ["不低于90%。", ["不低于90%: >= 90 %"]],
  ["控制在2300万人以内。", ["2300万人以内: <= 23000000 人"]],
  ["节省近三成。", ["近三成: ~ 30 %"]],
  ["占百分之三十五。", ["百分之三十五: = 35 %"]],
  ["路程1至1.5小时。", ["1至1.5小时: = 1–1.5 h"]],
  ["缩短到1个半小时。", ["1个半小时: = 1.5 h down to"]],
  ["只要半小时。", ["半小时: = 0.5 h"]],
  ["浓度56微克/立方米，同比下降15.2%。", ["56微克/立方米: = 56 ug/m3", "15.2%: = 15.2 % down amount"]],
  ["比例从45.1%上升到77.5%。", ["45.1%: = 45.1 % up from", "77.5%: = 77.5 % up to"]],
  ["比例由2013年的45%上升到2022年的77%。", ["45%: = 45 % up from", "77%: = 77 % up to"]],
  ["百亿元工程，百亩林地，万分之五。", ["百亿元: = 10000000000 CNY", "百亩: = 100 mu", "万分之五: = 0.05 %"]],
  [
    "分别下降6%、5%和4%，其余3%。",
    ["6%: = 6 % down amount", "5%: = 5 % down amount", "4%: = 4 % down amount", "3%: = 3 %"],
  ],
  ["上升8个百分点。", ["8个百分点: = 8 pp up amount"]],
  ["建成十几个站点。", ["十几个: = 11–19 个"]],
  ["提出7点要求。", ["7点: = 7 点"]],
  ["用了4个多小时。", ["4个多小时: > 4 h"]],
  ["ＰＭ浓度降至３７微克/立方米。", ["３７微克/立方米: = 37 ug/m3 down to"]],
  ["经过四年努力。", ["四年: = 4 年"]],
  [
    "一个问题，地铁二期，第3个，“三城一区”，“十条”，二元结构，6点56分，2018年，三次全会，千人计划，第一至八标段，《20项措施》。",
    [],
  ],
] as const) {
  test(`quantity: ${text}`, () => assert.deepEqual(quantities(text), expected));
}
