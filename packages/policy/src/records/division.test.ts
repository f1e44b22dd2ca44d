import assert from "node:assert/strict";
import { test } from "node:test";
import { divisionsOn } from "./division.ts";
import { calendarDate } from "./identity.ts";
import { partialDate } from "./partial-date.ts";

const about = (text: string | null) => (text === null ? null : partialDate.parse(text));
const rows = [
  { title: "甲县", validFrom: about(null), validTo: about("2015") },
  { title: "甲区", validFrom: about("2015"), validTo: about("2017-04-01") },
  { title: "甲新区", validFrom: about("2017-04-02"), validTo: about(null) },
];

for (const [day, expected] of [
  ["2014-12-31", ["甲县"]],
  ["2015-06-30", ["甲县", "甲区"]], // the change is known to the year: that year cannot tell
  ["2016-01-01", ["甲区"]],
  ["2017-04-01", ["甲区"]], // the last day counts
  ["2017-04-02", ["甲新区"]],
] as const)
  test(`on ${day} it may be ${expected.join(" or ")}`, () =>
    assert.deepEqual(
      divisionsOn(rows, calendarDate.parse(day)).map(({ title }) => title),
      expected,
    ));

test("a day before every row has none", () =>
  assert.deepEqual(divisionsOn(rows.slice(2), calendarDate.parse("2000-01-01")), []));
