import assert from "node:assert/strict";
import { test } from "node:test";
import { groundOf } from "@qipan/policy/records/ground";
import { pairUp } from "@qipan/policy/chronicle/pairing";
import { type Fate, planBatch, type Told } from "./batch-plan.ts";

const told = (reading: string, day: string, words: string, end = day): Told => ({
  reading,
  happening: { dateStart: day, dateEnd: end, words },
});
const pair = (left: string, right: string, likeness: number) => ({
  left,
  right,
  likeness,
  why: groundOf("same-dates", { share: likeness }),
});
const short = (fate: Fate): string => {
  if (fate.becomes === "existing") return `${fate.reading}→${fate.entry}`;
  return fate.becomes === "same-as" ? `${fate.reading}=${fate.first}` : `${fate.reading} new`;
};

const fair = "两市在园区签署产业合作框架协议";
for (const [rule, readings, pairs, expected] of [
  ["a likely duplicate is merged", [told("a", "2014-04-03", fair)], [pair("a", "x", 0.7)], ["a→x"]],
  ["an unlikely one becomes an entry of its own", [told("a", "2014-04-03", fair)], [pair("a", "x", 0.2)], ["a new"]],
  [
    "two readings are never merged into one entry because both look like it",
    [told("a", "2014-04-03", fair), told("b", "2014-04-03", "三地消防队伍举行联合演练")],
    [pair("a", "x", 0.7), pair("b", "x", 0.5)],
    ["a→x", "b new"],
  ],
  [
    "a passage that repeats a merged one goes into the same entry",
    [told("a", "2014-04-03", fair), told("b", "2014-04-01", fair, "2014-04-30")],
    [pair("a", "x", 0.7), pair("b", "x", 0.42)],
    ["a→x", "b=a"],
  ],
  [
    "a passage that repeats a later, merged one goes there too",
    [told("b", "2014-04-01", fair, "2014-04-30"), told("a", "2014-04-03", fair)],
    [pair("a", "x", 0.7)],
    ["b=a", "a→x"],
  ],
  [
    "of two equal passages without an entry one becomes it and the other joins",
    [told("a", "2014-04-03", fair), told("b", "2014-04-03", fair)],
    [],
    ["a new", "b=a"],
  ],
  [
    "the same words on another day are another event",
    [told("a", "2014-04-03", fair), told("b", "2014-05-03", fair)],
    [],
    ["a new", "b new"],
  ],
  [
    "few words say too little to be told twice",
    [told("a", "2014-04-03", "会议召开"), told("b", "2014-04-03", "会议召开")],
    [],
    ["a new", "b new"],
  ],
  ["no readings, no fates", [], [], []],
] as const)
  test(`[12.3] batch: ${rule}`, () => assert.deepEqual(planBatch(readings, pairUp(pairs)).map(short), expected));
