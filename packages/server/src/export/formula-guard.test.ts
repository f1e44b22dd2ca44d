import assert from "node:assert/strict";
import { test } from "node:test";
import { guarded, unguarded } from "./formula-guard.ts";

for (const [rule, text, expected] of [
  ["a formula is made text", "=1+1", "'=1+1"],
  ["a plus sign too", "+86 10", "'+86 10"],
  ["a minus sign too", "-5 至 3", "'-5 至 3"],
  ["an at sign too", "@甲", "'@甲"],
  ["a tab too", "\t甲", "'\t甲"],
  ["a carriage return too", "\r甲", "'\r甲"],
  ["an apostrophe that was there keeps apart from ours", "'=1", "''=1"],
  ["a sign further on is left", "甲=乙", "甲=乙"],
  ["an apostrophe before a letter is left", "'甲", "'甲"],
  ["empty text is left", "", ""],
] as const)
  test(rule, () => {
    assert.equal(guarded(text), expected);
    assert.equal(unguarded(guarded(text)), text);
  });
