import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "./fold.ts";

for (const [rule, written, folded] of [
  ["full-width figures become narrow", "２０２４年", "2024年"],
  ["full-width letters and per cent", "ＰＭ２．５下降１０％", "PM2.5下降10%"],
  ["Kangxi radicals become characters", "⼀⽉⼆⽇", "一月二日"],
  ["full-width punctuation stays", "甲，乙（丙）。", "甲，乙（丙）。"],
  ["what would change its length stays", "㎡与①", "㎡与①"],
] as const) {
  test(`fold: ${rule}`, () => {
    assert.equal(fold(written), folded);
    assert.equal(fold(written).length, written.length);
  });
}
