import assert from "node:assert/strict";
import { test } from "node:test";
import { placesIn } from "./alignment.ts";

for (const [rule, raw, text, expected] of [
  ["an unbroken sentence stands where it stands", "开工。", "开工。", [0, 1, 2, 3]],
  ["a line break inside a word is left out", "开\n工。", "开工。", [0, 2, 3, 4]],
  ["a break and an indent are left out together", "开\r\n　　工", "开工", [0, 5, 6]],
  ["a break between Latin words became a space", "metro\nline", "metro line", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [
    "a page mark that holds the next character is passed over",
    "甲\n—乙页—\n乙丙丁戊",
    "甲乙丙丁戊",
    [0, 7, 8, 9, 10, 11],
  ],
  ["no text has only its end", "", "", [0]],
] as const)
  test(`alignment: ${rule}`, () => assert.deepEqual(placesIn(raw, text), expected));
