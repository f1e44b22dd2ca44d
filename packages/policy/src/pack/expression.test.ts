import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate, expressionOf } from "./expression.ts";

/** The world of these tests: population of 甲 and 乙 in 2019 and 2020, one series and one vintage of it. */
const VALUES = new Map([
  ["people|A|2019||", 10],
  ["people|A|2020||", 12],
  ["people|B|2019||", 5],
  ["people|B|2020||", 6],
  ["people|A|2020|revised|", 13],
  ["people|A|2020||urban", 8],
  ["jobs-per-head|A|2020||", 0.5],
]);

function worth(side: string): number | null | string {
  const parsed = expressionOf(side);
  if ("found" in parsed) return `expected ${parsed.expected}, found ${parsed.found}`;
  return evaluate(parsed.expression, ({ indicator, region, period, vintage, series }) =>
    VALUES.get([indicator, region, period, vintage, series].join("|")),
  );
}

for (const [sentence, side, expected] of [
  ["a number is itself", "104442", 104442],
  ["an observation is its value", "people[A 2020]", 12],
  ["a vintage is the third word", "people[A 2020 revised]", 13],
  ["a series is the fourth", "people[A 2020 - urban]", 8],
  ["regions add up", "people[A+B 2020]", 18],
  ["years add up", "people[A 2019..2020]", 22],
  ["regions and years add up", "people[A+B 2019..2020]", 33],
  ["products bind before sums", "2 + 3 * 4", 14],
  ["brackets bind first", "(2 + 3) * 4", 20],
  ["from left to right", "100 / 10 / 5 - 1 - 1", 0],
  ["a hyphen inside a name is no minus", "people[A 2020] * jobs-per-head[A 2020] - people[B 2020]", 0],
  ["a sign may stand in front", "-64.2", -64.2],
  ["a missing observation leaves it open", "people[C 2020] + 1", null],
  ["one missing of a sum leaves it open", "people[A+C 2020]", null],
  [
    "an operator needs a right side",
    "1 +",
    "expected a number, an observation indicator[region period …] or (, found the end",
  ],
  ["a bracket is closed", "(1 + 2", "expected ), found the end"],
  ["two numbers do not stand side by side", "1 2", "expected an operator or the end, found 2"],
  [
    "an observation has a period",
    "people[A]",
    "expected a number, an observation indicator[region period …] or (, found people[A]",
  ],
  ["other signs are refused", "1 ^ 2", "expected an operator or the end, found ^"],
] as const) {
  test(`${sentence}: ${side}`, () => assert.equal(worth(side), expected));
}
