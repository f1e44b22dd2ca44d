import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "./fold.ts";

for (const [rule, written, folded] of [
  ["full-width figures become narrow", "２０２４年", "2024年"],
  ["full-width letters and per cent", "ＰＭ２．５下降１０％", "PM2.5下降10%"],
  ["Kangxi radicals become characters", "⼀⽉⼆⽇", "一月二日"],
  ["Kangxi radicals of traditional shape become simplified", "⾨⾒⾞", "门见车"],
  ["supplement radicals become characters", "⻓城⻄段⺠⽣⻋站", "长城西段民生车站"],
  ["compatibility ideographs become characters", "\u{f90a}額樂\u{f914}", "金额乐乐"],
  ["traditional characters become simplified", "關於推進北運河綜合治理的實施方案", "关于推进北运河综合治理的实施方案"],
  ["variants of one character fall together", "爲為说説說戶户", "为为说说说户户"],
  ["simplified text stays", "后里发展，干部著名，准备复查。", "后里发展，干部著名，准备复查。"],
  ["a ring among Han digits is a zero", "二○二四年", "二〇二四年"],
  ["a ring elsewhere is a bullet", "○ 召开会议", "○ 召开会议"],
  ["full-width punctuation stays", "甲，乙（丙）。", "甲，乙（丙）。"],
  ["what would change its length stays", "㎡与①", "㎡与①"],
  ["characters beyond the basic plane stay", "𠮷村與𧝞", "𠮷村与𧝞"],
  ["nothing", "", ""],
] as const) {
  test(`fold: ${rule}`, () => {
    assert.equal(fold(written), folded);
    assert.equal(fold(written).length, written.length);
  });
}

test("fold: every code unit keeps its length, and folding twice is folding once", () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const written = String.fromCharCode(code);
    const folded = fold(written);
    assert.equal(folded.length, 1, code.toString(16));
    assert.equal(fold(folded), folded, code.toString(16));
  }
});

test("fold: a long text is folded like its parts", () => {
  const part = "漢字与汉字，１２３。";
  assert.equal(fold(part.repeat(5000)), fold(part).repeat(5000));
});
