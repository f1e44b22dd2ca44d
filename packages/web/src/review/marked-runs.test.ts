import assert from "node:assert/strict";
import { test } from "node:test";
import { markedRuns } from "./marked-runs.ts";

const shown = (raw: string, spans: readonly (readonly [number, number])[]): string =>
  markedRuns(
    { raw, start: 10 },
    spans.map(([start, end]) => ({ start, end })),
  )
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

for (const [raw, spans, expected] of [
  ["甲桥今年完工。", [[12, 14]], "甲桥[今年]完工。"],
  ["甲桥今年完工。", [[10, 17]], "[甲桥今年完工。]"],
  ["甲桥今年完工。", [], "甲桥今年完工。"],
  ["甲桥\n今年完工。", [[10, 15]], "[甲桥今年]完工。"],
  [
    "甲桥今年完工。",
    [
      [5, 12],
      [30, 40],
    ],
    "[甲桥]今年完工。",
  ], // what lies outside is cut off
] as const)
  test(`${JSON.stringify(raw)} with ${JSON.stringify(spans)}`, () => assert.equal(shown(raw, spans), expected));
