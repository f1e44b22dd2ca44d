import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReaderSentence } from "@qipan/server/contract/documents";
import { outlineOf } from "./outline.ts";

const line = (paragraph: number, kind: string, { above = 0, readings = 0 } = {}): ReaderSentence =>
  ({
    address: `p${paragraph}.s1`,
    paragraph,
    kind,
    text: `${kind}${paragraph}`,
    headings: Array.from({ length: above }, () => "上"),
    readings: Array.from({ length: readings }, () => ({})),
  }) as unknown as ReaderSentence; // only what the outline looks at

for (const [rule, sentences, expected] of [
  ["a text without headings has no outline", [line(1, "prose", { readings: 2 })], []],
  [
    "a heading counts what stands below it",
    [line(1, "heading"), line(2, "prose", { readings: 2 }), line(3, "heading"), line(4, "prose", { readings: 1 })],
    ["p1.s1 0 2", "p3.s1 0 1"],
  ],
  [
    "a heading counts what stands below its parts too",
    [
      line(1, "heading"),
      line(2, "heading", { above: 1 }),
      line(3, "prose", { readings: 3 }),
      line(4, "heading", { above: 1 }),
    ],
    ["p1.s1 0 3", "p2.s1 1 3", "p4.s1 1 0"],
  ],
  ["a heading is one level below the last at most", [line(1, "heading", { above: 3 })], ["p1.s1 0 0"]],
] as const)
  test(`outline: ${rule}`, () => {
    const lines = outlineOf(sentences).map(({ address, depth, readings }) => `${address} ${depth} ${readings}`);
    assert.deepEqual(lines, expected);
  });
