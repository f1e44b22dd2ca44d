import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryVersion } from "@qipan/policy/records/entry";
import { changesOf } from "./version-changes.ts";

const version = (number: number, fields: Record<string, unknown> | null): EntryVersion =>
  ({ version: number, fields, evidence: [] }) as unknown as EntryVersion; // only what is compared

for (const [rule, versions, expected] of [
  ["the first version changes nothing", [version(1, { title: "甲" })], ["1:"]],
  [
    "a changed field, newest first",
    [version(1, { title: "甲" }), version(2, { title: "乙" })],
    ["2:title 甲→乙", "1:"],
  ],
  ["a list is compared by what is in it", [version(1, { with: ["甲"] }), version(2, { with: ["甲"] })], ["2:", "1:"]],
  ["not stated and missing are the same", [version(1, { note: null }), version(2, {})], ["2:", "1:"]],
  ["removed content is not compared", [version(1, null), version(2, { title: "乙" })], ["2:", "1:"]],
] as const)
  test(`versions: ${rule}`, () => {
    const short = changesOf(versions).map(
      ({ version, fields }) =>
        `${version.version}:${fields.map(({ name, before, after }) => `${name} ${String(before)}→${String(after)}`).join()}`,
    );
    assert.deepEqual(short, expected);
  });
