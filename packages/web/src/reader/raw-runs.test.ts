import assert from "node:assert/strict";
import { test } from "node:test";
import { rawRuns } from "./raw-runs.ts";

const signs = { kept: "", hidden: "-", break: "/", foreign: "?" } as const;

/** Runs as one line: -hidden-, /closed break/, ?words of another sentence?. */
const shown = (raw: string, text: string, pieces: readonly { start: number; end: number }[] = []): string =>
  rawRuns({ raw, text, start: 5, pieces: [...pieces] })
    .map((run) => `${signs[run.kind]}${run.text.replaceAll("\n", "n")}${signs[run.kind]}`)
    .join("");

for (const [raw, text, expected] of [
  ["甲桥完工。", "甲桥完工。", "甲桥完工。"],
  ["甲桥\n完工。", "甲桥完工。", "甲桥/n/完工。"],
  ["**甲桥**完工。", "甲桥完工。", "-**-甲桥-**-完工。"],
  ["2014 年", "2014年", "2014- -年"],
  ["", "", ""],
] as const)
  test(JSON.stringify(raw), () => assert.equal(shown(raw, text), expected));

test("words between the parts of a torn sentence are another's", () =>
  assert.equal(
    shown("甲桥别的完工。", "甲桥完工。", [
      { start: 5, end: 7 },
      { start: 9, end: 12 },
    ]),
    "甲桥?别的?完工。",
  ));
