import assert from "node:assert/strict";
import { test } from "node:test";
import { numberText } from "./number-format.ts";

for (const [format, rows] of [
  ["decimal", [[12, "12"]]],
  [
    "decimalZero",
    [
      [3, "03"],
      [12, "12"],
    ],
  ],
  [
    "chineseCounting",
    [
      [1, "一"],
      [10, "十"],
      [11, "十一"],
      [20, "二十"],
      [35, "三十五"],
      [100, "一百"],
      [103, "一百零三"],
      [110, "一百一十"],
      [12000, "12000"],
    ],
  ],
  ["chineseLegalSimplified", [[21, "贰拾壹"]]],
  [
    "ideographTraditional",
    [
      [1, "甲"],
      [10, "癸"],
      [11, "甲"],
    ],
  ],
  [
    "decimalEnclosedCircle",
    [
      [1, "①"],
      [20, "⑳"],
      [21, "21"],
    ],
  ],
  [
    "upperRoman",
    [
      [4, "IV"],
      [1999, "MCMXCIX"],
    ],
  ],
  [
    "lowerLetter",
    [
      [1, "a"],
      [28, "bb"],
    ],
  ],
  ["ideographDigital", [[2024, "二〇二四"]]],
  ["aFormatOfLaterDays", [[7, "7"]]],
] as const)
  test(`number format ${format}`, () => {
    for (const [value, expected] of rows) assert.equal(numberText(value, format), expected);
  });
