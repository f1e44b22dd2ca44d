import assert from "node:assert/strict";
import { test } from "node:test";
import { review } from "../words/zh/review.ts";
import { whyText } from "./why-text.ts";

for (const [rule, why, expected] of [
  ["equal days", "same dates, 57 % of words", "日期相同，用词57%相合"],
  ["days that overlap", "dates touch, 28 % of words", "日期相接，用词28%相合"],
  ["an unknown form stays as it came", "sealed by both", "sealed by both"],
] as const)
  test(`why: ${rule}`, () => assert.equal(whyText(why, review), expected));
