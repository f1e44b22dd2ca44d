import assert from "node:assert/strict";
import { test } from "node:test";
import { lexiconOnDisk } from "../mention/lexicon-on-disk.test.ts";
import { mention as mentionSchema } from "../records/mention.ts";
import { reading as readingSchema } from "../records/reading.ts";
import { explain } from "./explain.ts";
import { readDocument, readText } from "./read.ts";
import { toRecord } from "./record.ts";

const lexicon = lexiconOnDisk();
const text = "2019年，天津市再生水利用率达42%，比上年提高3个百分点。\n\n2019年5月8日，天津市水务局印发《再生水规划》。";
const result = readText(text, { doc: "900_water.txt", date: "2020-01-05", lexicon });
const records = [...result.mentions, ...result.readings].map((found) => toRecord(result.doc, found));

test("record: offsets bound the text as stored", () => {
  for (const { start, end, text: quoted } of records) assert.equal(text.slice(start, end), quoted);
});

test("record: one line a kind, in the fields that scoring reads", () => {
  const first = (type: string): unknown => records.find((record) => record.type === type);
  assert.deepEqual(first("time"), {
    doc: "900_water.txt",
    start: 0,
    end: 5,
    text: "2019年",
    type: "time",
    date_start: "2019-01-01",
    date_end: "2019-12-31",
    precision: "year",
    class: "explicit",
    time_type: "interval",
  });
  assert.deepEqual(first("quantity"), {
    doc: "900_water.txt",
    start: 16,
    end: 19,
    text: "42%",
    type: "quantity",
    value: 42,
    unit: "%",
    comparator: "=",
    polarity: "none",
    role: null,
  });
  assert.deepEqual(first("title"), {
    doc: "900_water.txt",
    start: 43,
    end: 49,
    text: "天津市水务局",
    type: "title",
    class: "institution",
  });
  assert.deepEqual(first("measurement"), {
    doc: "900_water.txt",
    type: "measurement",
    start: 0,
    end: 30,
    text: "2019年，天津市再生水利用率达42%，比上年提高3个百分点",
    indicator: "再生水利用率",
    region: "120000",
    period: { start: "2019-01-01", end: "2019-12-31" },
    value: 42,
    unit: "%",
    comparator: "=",
    change: {
      direction: "up",
      amount: 3,
      unit: "pp",
      comparator: "=",
      base_period: { start: "2018-01-01", end: "2018-12-31" },
    },
    cumulative: false,
  });
  assert.deepEqual(first("event"), {
    doc: "900_water.txt",
    type: "event",
    start: 33,
    end: 58,
    text: "2019年5月8日，天津市水务局印发《再生水规划》",
    date_start: "2019-05-08",
    date_end: "2019-05-08",
    title: "天津市水务局印发《再生水规划》",
    kind: "decision",
    place: null,
    participants: ["天津市水务局"],
    cut: false,
  });
});

test("record: what is read fits the schemas of the records", () => {
  for (const mention of result.mentions) mentionSchema.parse(mention);
  for (const reading of result.readings) readingSchema.parse(reading);
});

test("key: the same words in another layout have the same key, equal words an ordinal", () => {
  const keys = (stored: string): readonly string[] =>
    readText(stored, { doc: "t", date: "2020-01-05", lexicon })
      .readings.filter(({ type }) => type !== "achievement") // a bold date makes a chronicle's entry, which claims none
      .map(({ key }) => key);
  assert.deepEqual(
    keys(`前言从略。\n\n${text.replace("水务局", "水务\n局").replace("2019年5月8日", "**2019 年 5 月 8 日**")}`),
    keys(text),
  );
  const twice = keys(`${text}\n\n${text}`);
  assert.equal(new Set(twice).size, twice.length);
});

test("refine: a passage printed twice is read twice and the second says so", () => {
  const { readings } = readText(`${text}\n\n${text}`, { doc: "t", date: "2020-01-05", lexicon });
  const notes = readings.map(({ type, refinements }) =>
    `${type} ${refinements.map((note) => note.replace(/[0-9a-f]{16}/u, "…")).join()}`.trim(),
  );
  const once = ["measurement", "achievement", "event", "achievement", "plan"];
  assert.deepEqual(notes, [...once, ...once.map((type) => `${type} copy of ${type}:…:1`)]);
});

test("explain: carets stand below the words, two columns for a Han character", () => {
  const lines = explain(readText("降至37微克/立方米。", { doc: "t", lexicon })).split("\n");
  assert.deepEqual(lines.slice(0, 4), [
    "p1.s1",
    "降至37微克/立方米。",
    `    ${"^".repeat(13)}`,
    "  quantity: = 37 ug/m3 down to",
  ]);
});

test("readDocument: bytes that are no text give an empty result with a diagnostic", () => {
  const {
    text: read,
    readings,
    diagnostics,
  } = readDocument(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]), { doc: "t", lexicon });
  assert.deepEqual([read, readings, diagnostics.map(({ code }) => code)], ["", [], ["not-text"]]);
});
