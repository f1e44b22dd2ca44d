import assert from "node:assert/strict";
import { test } from "node:test";
import { pairByElimination, type Remaining } from "./elimination.ts";

const on = (id: string, dateStart: string | null, dateEnd = dateStart): Remaining => ({ id, dateStart, dateEnd });

for (const [rule, told, held, expected] of [
  ["the only ones left of a day belong together", [on("a", "2014-02-27")], [on("x", "2014-02-27")], ["a→x"]],
  [
    "of two readings left neither is taken",
    [on("a", "2014-02-27"), on("b", "2014-02-27")],
    [on("x", "2014-02-27")],
    [],
  ],
  ["of two entries left neither is taken", [on("a", "2014-02-27")], [on("x", "2014-02-27"), on("y", "2014-02-27")], []],
  ["days that only touch are not the same", [on("a", "2014-02-27")], [on("x", "2014-02-01", "2014-02-28")], []],
  ["what has no day is never paired", [on("a", null)], [on("x", null)], []],
  ["nothing left, nothing paired", [], [], []],
] as const)
  test(`[12.3] elimination: ${rule}`, () =>
    assert.deepEqual(
      pairByElimination(told, held).map(({ reading, entry }) => `${reading}→${entry}`),
      expected,
    ));
