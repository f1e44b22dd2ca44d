import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { EventReading } from "../records/reading.ts";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { type ReadResult, readDocument } from "./read.ts";

/** Real documents that lie beside the project and are never part of it. */
const folder = new URL("../../../../../shared/seeds/", import.meta.url);
const skip = existsSync(folder) ? false : "the seed documents are not here (expected in ../shared/seeds)";

function readSeed(number: string, date?: string): ReadResult {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? "";
  return readDocument(readFileSync(new URL(name, folder)), { doc: name, date, lexicon: lexiconOnDisk() });
}

/** Days of the entries of the chronicle, read off by hand; a whole month stands for 本月. */
const chronicle = [
  "02-25..02-26",
  "02-26",
  "02-26",
  "02-27",
  "02-27",
  "02-28",
  "03-01..03-02",
  "03-03",
  "03-05",
  "03-07",
  "03-16",
  "03-26",
  "03-28",
  "03-28",
  "03-01..03-31",
  "03-01..03-31",
  "03-01..03-31",
  "04-02",
  "04-03",
  "04-07",
  "04-09",
  "04-17",
  "04-17..04-18",
  "04-23",
  "04-23",
  "04-24",
  "04-24",
  "04-01..04-30",
  "04-01..04-30",
  "04-01..04-30",
  "04-01..04-30",
  "05-08",
  "05-08",
  "05-12",
  "05-13",
  "05-13",
  "05-15",
  "05-15..05-16",
  "05-16",
  "05-22",
  "05-23",
  "05-28",
  "05-29",
  "05-29",
  "05-30",
  "06-04",
  "06-17",
  "06-18",
  "06-19",
  "06-26",
];

test("seeds: the chronicle 000 has 50 events with right dates, only the last cut", { skip }, () => {
  const events = readSeed("000").readings.filter((reading): reading is EventReading => reading.type === "event");
  const days = events.map(({ dateStart, dateEnd }) => {
    const [from = "", to = ""] = [dateStart, dateEnd].map((day) => day?.replace("2014-", ""));
    return from === to ? from : `${from}..${to}`;
  });
  assert.deepEqual(days, chronicle);
  assert.deepEqual(
    events.map(({ cut }) => cut),
    chronicle.map((_, index) => index === chronicle.length - 1),
  );
});

test("seeds: the action plan 004 dates itself and yields its half-year figures", { skip }, () => {
  const { profile, readings } = readSeed("004");
  assert.equal(profile.date?.value, "2018-07-25");
  const figures = readings.flatMap((reading) =>
    reading.type === "measurement"
      ? [`${reading.value} ${reading.unit} ${reading.period.start} ${reading.period.end} ${reading.region}`]
      : [],
  );
  for (const expected of [
    "56 ug/m3 2018-01-01 2018-06-30 110000",
    "473 家 2018-01-01 2018-06-30 110000",
    "7000 家 null 2018-05-31 110000",
    "560000000000 CNY 2015-01-01 2017-12-31 110000",
  ]) {
    assert.ok(figures.includes(expected), `${expected} is not among ${figures.join("; ")}`);
  }
});

test("seeds: the hard-wrapped page 002 is joined and read", { skip }, () => {
  const { readings } = readSeed("002");
  const figures = readings.flatMap((reading) =>
    reading.type === "measurement"
      ? [`${reading.value} ${reading.unit} ${reading.region} ${reading.change?.amount ?? "-"}`]
      : [],
  );
  assert.ok(figures.includes("70.1 % JJJ 8"), figures.join("; "));
  assert.ok(figures.includes("60 % 110000 -"), figures.join("; "));
});

test("seeds: every span of every seed is the stored text", { skip }, () => {
  for (const number of ["000", "001", "002", "003", "004"]) {
    const { text, mentions, readings } = readSeed(number);
    for (const span of [...mentions, ...readings.flatMap(({ spans }) => spans)])
      assert.equal(text.slice(span.start, span.end), span.text);
  }
});
