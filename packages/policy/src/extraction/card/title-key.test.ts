import assert from "node:assert/strict";
import { test } from "node:test";
import { bareTitleKey, titleKey } from "./title-key.ts";
import { ownTitleKeys } from "./own-titles.ts";
import { wrappedTitle } from "./title-line.ts";

for (const [rule, title, expected] of [
  ["marks, blanks and quotation marks do not count", "《某地 “十三五”规划》", "某地十三五规划"],
  ["spans of years are written one way", "某规划（2016—2020年）", "某规划(2016-2020年)"],
  ["traditional characters are those of the mainland", "某規劃", "某规划"],
  ["nothing stays nothing", "", ""],
] as const)
  test(`title: ${rule}`, () => assert.equal(titleKey(title), expected));

for (const [rule, title, expected] of [
  ["years in brackets at the end are left out", "某规划（2016—2020年）", "某规划"],
  ["a draft goes by the name of its text", "某条例（草案）", "某条例"],
  ["any other bracket stays", "某规划（青山段）", "某规划(青山段)"],
] as const)
  test(`bare title: ${rule}`, () => assert.equal(bareTitleKey(title), expected));

for (const [rule, title, expected] of [
  ["a notice sends a text out", "某市关于印发《某规划（2016—2020年）》的通知", "某规划（2016—2020年）"],
  ["without marks too", "某市印发某水利规划的通知", "某水利规划"],
  ["what is carried out is not sent out", "关于落实《某规划》的通知", null],
  ["a plan sends nothing out", "某市水利规划", null],
] as const)
  test(`wrapped title: ${rule}`, () => assert.equal(wrappedTitle(title), expected));

for (const [rule, title, places, expected] of [
  ["one title is one name", "某水利规划", [], ["某水利规划"]],
  [
    "two texts in one go by both",
    "某市水利行动计划及2018年工作要点",
    [],
    ["某市水利行动计划及2018年工作要点", "某市水利行动计划", "2018年工作要点"],
  ],
  ["和 inside a name parts nothing", "某市水利和湿地规划", [], ["某市水利和湿地规划"]],
  ["the text's own word for its place is read as the name", "本市水利规划", ["某市"], ["本市水利规划", "某市水利规划"]],
  ["of several places it is not known which", "本市水利规划", ["某市", "另市"], ["本市水利规划"]],
] as const)
  test(`own titles: ${rule}`, () => assert.deepEqual(ownTitleKeys(title, places), expected));
