import assert from "node:assert/strict";
import { test } from "node:test";

/** 同序字数. Length of the longest common subsequence of two texts, by the greedy algorithm of Myers (1986). */
export function commonInOrder(a: string, b: string): number {
  const limit = a.length + b.length;
  const reach = new Int32Array(2 * limit + 2);
  for (let edits = 0; edits <= limit; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = reach[diagonal + 1 + limit] ?? 0;
      const right = reach[diagonal - 1 + limit] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && right < down) ? down : right + 1;
      while (x < a.length && x - diagonal < b.length && a.charCodeAt(x) === b.charCodeAt(x - diagonal)) x += 1;
      reach[diagonal + limit] = x;
      if (x >= a.length && x - diagonal >= b.length) return (limit - edits) / 2;
    }
  }
  return 0;
}

for (const [a, b, expected] of [
  ["", "", 0],
  ["水库", "水库", 2],
  ["水库大坝", "大坝水库", 2],
  ["甲乙丙", "甲丙", 2],
  ["甲乙", "丙丁", 0],
] as const) {
  test(`likeness: ${a} and ${b} have ${expected} characters in order`, () =>
    assert.equal(commonInOrder(a, b), expected));
}
