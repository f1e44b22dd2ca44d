import assert from "node:assert/strict";
import { test } from "node:test";
import type { CardField } from "@qipan/policy/records/card";
import { choicesOf, readTyped } from "./field-words.ts";

// field, what was typed, the value it means (null: none)
const rows: readonly (readonly [CardField, string, unknown])[] = [
  ["title", " 行动计划 ", "行动计划"],
  ["title", "", null],
  ["issuers", "甲委\n乙局\n", ["甲委", "乙局"]],
  ["issuers", "", []],
  ["date", "2018-07", "2018-07"],
  ["genre", "notice", "notice"],
  ["horizon", "2018—2020", { from: 2018, to: 2020 }],
  ["horizon", "2018", { from: 2018, to: 2018 }],
  ["horizon", "—2030", { from: null, to: 2030 }],
  ["horizon", "2018-", { from: 2018, to: null }],
  [
    "declares",
    "12个专项规划\n98 任务 / 样本纲要",
    [
      { count: 12, what: "专项规划", of: null },
      { count: 98, what: "任务", of: "样本纲要" },
    ],
  ],
];
for (const [field, typed, expected] of rows)
  test(`${field}: ${JSON.stringify(typed)}`, () => assert.deepEqual(readTyped(field, typed), { [field]: expected }));

for (const [field, typed] of [
  ["date", "去年"],
  ["genre", "不知"],
  ["horizon", "本世纪"],
  ["declares", "若干规划"],
] as const)
  test(`${field} does not take ${typed}`, () => assert.equal(readTyped(field, typed), null));

test("closed lists are choices, the rest is written", () => {
  assert.ok(choicesOf("genre")?.includes("notice"));
  assert.equal(choicesOf("title"), null);
  assert.equal(choicesOf("scope"), null);
});
