import assert from "node:assert/strict";
import { test } from "node:test";
import { readWhere, writeWhere } from "./where.ts";

for (const [rule, text, expected] of [
  ["none", undefined, {}],
  ["one filter", "status:building", { status: "building" }],
  ["several", "status:building,lead:bj-gov", { status: "building", lead: "bj-gov" }],
  ["a value may hold a colon", "plan:a:b", { plan: "a:b" }],
  ["an empty value is a filter: not stated", "lead:", { lead: "" }],
  ["what is no filter is left out", "nonsense", {}],
] as const) {
  test(`where: ${rule}`, () => assert.deepEqual(readWhere(text), expected));
  test(`where, written and read again: ${rule}`, () =>
    assert.deepEqual(readWhere(writeWhere(readWhere(text))), expected));
}
