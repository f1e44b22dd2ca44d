import assert from "node:assert/strict";
import { test } from "node:test";
import { periodOf } from "./period.ts";

for (const [sentence, written, expected] of [
  ["a year is its twelve months", "2013", "year 2013-01-01 2013-12-31"],
  ["the first half ends in June", "2014H1", "half 2014-01-01 2014-06-30"],
  ["the third quarter begins in July", "2014Q3", "quarter 2014-07-01 2014-09-30"],
  ["February has its leap day", "2016-02", "month 2016-02-01 2016-02-29"],
  ["a day is itself", "2018-05-31", "day 2018-05-31 2018-05-31"],
  ["an interval includes both ends", "2014/2018-06", "interval 2014-01-01 2018-06-30"],
  ["a year has two halves", "2014H3", null],
  ["a year has four quarters", "2014Q0", null],
  ["a month has two digits", "2018-5", null],
  ["a day exists", "2018-02-29", null],
  ["an interval goes forward", "2018/2014", null],
  ["an interval has two ends", "2014/2016/2018", null],
  ["an interval is not open", "2014/", null],
  ["a slip of the century is no date", "0214", null],
  ["nothing is no period", "", null],
] as const) {
  test(`${sentence}: ${written || "(empty)"}`, () => {
    const period = periodOf(written);
    assert.equal(period && `${period.kind} ${period.start} ${period.end}`, expected);
  });
}
