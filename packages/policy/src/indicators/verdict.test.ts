import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarDate, id, instant } from "../records/identity.ts";
import { jurisdictionCode } from "../records/jurisdiction.ts";
import type { Observation } from "../records/observation.ts";
import type { TargetFields } from "../records/target.ts";
import { rangeOf, type TypedValue, valueOf } from "../records/value.ts";
import { verdictOf } from "./verdict.ts";

/** A town whose population should stay at or below 100 by the end of 2020. */
const target: TargetFields = {
  title: "人口上限",
  titleEn: null,
  indicator: "population",
  region: "110000",
  comparator: "<=",
  value: 100,
  unit: "万人",
  due: calendarDate.parse("2020-12-31"),
  plan: null,
  note: null,
};

function year(period: number, value: TypedValue, changes: Partial<Observation> = {}): Observation {
  return {
    id: id.parse("01890000-0000-7000-8000-000000000001"),
    jurisdiction: jurisdictionCode.parse("CN"),
    visibility: "public",
    sharedWith: [],
    indicator: "population",
    region: "110000",
    period: String(period),
    periodStart: calendarDate.parse(`${period}-01-01`),
    periodEnd: calendarDate.parse(`${period}-12-31`),
    series: "",
    vintage: "",
    value,
    unit: "万人",
    valueKind: "point",
    priceBasis: "none",
    derived: false,
    confidence: "verified",
    note: null,
    evidence: null,
    batch: id.parse("01890000-0000-7000-8000-000000000002"),
    recordedAt: instant.parse("2026-01-01T00:00:00.000Z"),
    supersededAt: null,
    ...changes,
  };
}

const december: Partial<Observation> = { period: "2020-12", periodStart: calendarDate.parse("2020-12-01") };

for (const [rule, changes, held, expected] of [
  ["a value at the bound meets it", {}, [year(2020, valueOf(100))], "met: 100 <= 100 万人 (2020)"],
  ["a value above the bound does not", {}, [year(2020, valueOf(101))], "not-met: 101 > 100 万人 (2020)"],
  ["a floor is met from above", { comparator: ">=" }, [year(2020, valueOf(101))], "met: 101 >= 100 万人 (2020)"],
  ["超 the bound breaks a ceiling", {}, [year(2020, valueOf(100, "over"))], "not-met: (100, ∞) > 100 万人 (2020)"],
  [
    "约 the bound leaves it open",
    {},
    [year(2020, valueOf(100, "about"))],
    "cannot-tell (word-decides-not): [95, 105] ?<= 100 万人 (2020)",
  ],
  ["a range below the bound meets it", {}, [year(2020, rangeOf(90, 95))], "met: [90, 95] <= 100 万人 (2020)"],
  [
    "the value of another year says nothing",
    {},
    [year(2019, valueOf(90))],
    "cannot-tell (no-value): ? <= 100 万人 (2020-12-31)",
  ],
  [
    "a period that reaches past the year says nothing of it",
    {},
    [
      year(2020, valueOf(90), {
        period: "2013/2023",
        periodStart: calendarDate.parse("2013-01-01"),
        periodEnd: calendarDate.parse("2023-12-31"),
      }),
    ],
    "cannot-tell (no-value): ? <= 100 万人 (2020-12-31)",
  ],
  [
    "a period of several years that ends then does",
    {},
    [year(2020, valueOf(90), { period: "2013/2020", periodStart: calendarDate.parse("2013-01-01") })],
    "met: 90 <= 100 万人 (2013/2020)",
  ],
  [
    "the value of another region says nothing",
    {},
    [year(2020, valueOf(90), { region: "120000" })],
    "cannot-tell (no-value): ? <= 100 万人 (2020-12-31)",
  ],
  [
    "another unit is not compared",
    {},
    [year(2020, valueOf(90), { unit: "人" })],
    "cannot-tell (other-unit): 人 ≠ 万人",
  ],
  [
    "a value from memory is left out",
    {},
    [year(2020, valueOf(90), { confidence: "recalled" })],
    "cannot-tell (not-checked): ? <= 100 万人 (2020-12-31)",
  ],
  [
    "the year stands before its last month",
    {},
    [year(2020, valueOf(99)), year(2020, valueOf(101), december)],
    "met: 99 <= 100 万人 (2020)",
  ],
  [
    "before the day it is only said where it stands",
    { due: calendarDate.parse("2035-12-31") },
    [year(2020, valueOf(90))],
    "cannot-tell (not-due): 90 (2020) → <= 100 万人 (2035-12-31)",
  ],
  [
    "without a day it is only said where it stands",
    { due: null },
    [year(2020, valueOf(90))],
    "cannot-tell (no-day): 90 (2020) → <= 100 万人",
  ],
  [
    "a revision after a census stands before the first release",
    {},
    [year(2020, valueOf(90), { vintage: "initial" }), year(2020, valueOf(110), { vintage: "final-census7" })],
    "not-met: 110 > 100 万人 (2020)",
  ],
] as [string, Partial<TargetFields>, Observation[], string][])
  test(`[verdict] ${rule}`, () => {
    const terms = { asOf: calendarDate.parse("2026-01-01"), includeRecalled: false };
    const { outcome, missing, arithmetic } = verdictOf({ ...target, ...changes }, held, terms);
    assert.equal(`${outcome}${missing ? ` (${missing})` : ""}: ${arithmetic}`, expected);
  });

test("[verdict] a value from memory takes part where that is switched on", () => {
  const terms = { asOf: calendarDate.parse("2026-01-01"), includeRecalled: true };
  assert.equal(verdictOf(target, [year(2020, valueOf(90), { confidence: "recalled" })], terms).outcome, "met");
});

test("[verdict] a value of a period that has not ended on the day is not known", () => {
  const terms = { asOf: calendarDate.parse("2020-06-30"), includeRecalled: true };
  assert.equal(verdictOf(target, [year(2020, valueOf(90))], terms).missing, "not-due");
});
