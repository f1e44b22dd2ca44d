import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarDate } from "../records/identity.ts";
import { periodName } from "./period-name.ts";

for (const [rule, start, end, expected] of [
  ["a year", "2023-01-01", "2023-12-31", "2023"],
  ["a half", "2014-01-01", "2014-06-30", "2014H1"],
  ["a quarter", "2014-07-01", "2014-09-30", "2014Q3"],
  ["a month", "2018-05-01", "2018-05-31", "2018-05"],
  ["February of a leap year", "2016-02-01", "2016-02-29", "2016-02"],
  ["February short of its last day is none", "2016-02-01", "2016-02-28", "2016-02-01/2016-02-28"],
  ["a day", "2018-05-04", "2018-05-04", "2018-05-04"],
  ["two years", "2013-01-01", "2014-12-31", "2013-01-01/2014-12-31"],
  ["ten months", "2015-01-01", "2015-10-31", "2015-01-01/2015-10-31"],
] as const)
  test(`a period is named: ${rule}`, () =>
    assert.equal(periodName(calendarDate.parse(start), calendarDate.parse(end)), expected));
