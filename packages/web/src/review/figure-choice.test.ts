import assert from "node:assert/strict";
import { test } from "node:test";
import type { MeasurementReading } from "@qipan/policy/records/reading";
import { type FigureMatter, type FigureTexts, firstTexts, readFigure } from "./figure-choice.ts";

const catalogue = [
  { key: "gdp", title: "地区生产总值", unit: "10^8 CNY" },
  { key: "ports", title: "样本无水港", unit: "count" },
];

/** 2031年天津市样本经济盘子1.2万亿元 */
const reading: MeasurementReading = {
  type: "measurement",
  key: "k",
  recogniser: "sample",
  spans: [{ address: "p1.s1", start: 0, end: 6, text: "样本经济盘子" }],
  certainty: {},
  diagnostics: [],
  refinements: [],
  indicator: "样本经济盘子",
  region: "120000",
  period: { start: "2031-01-01", end: "2031-12-31" },
  value: 1_200_000_000_000,
  low: null,
  high: null,
  unit: "CNY",
  comparator: "~",
  change: null,
  cumulative: false,
};
const matter: FigureMatter = { reading, proposed: null, catalogue };
const of = (changes: Partial<MeasurementReading>): FigureMatter => ({ ...matter, reading: { ...reading, ...changes } });
const noDays = of({ period: { start: null, end: null } });

for (const [rule, about, typed, expected] of [
  ["an indicator is all that was needed", matter, { indicator: "gdp" }, { indicator: "gdp" }],
  ["what is as proposed is not sent", { ...matter, proposed: "gdp" }, {}, {}],
  [
    "another indicator than proposed is sent",
    { ...matter, proposed: "gdp" },
    { indicator: "ports", value: "3" },
    { indicator: "ports", value: 3 },
  ],
  ["another region is sent", { ...matter, proposed: "gdp" }, { region: "JJJ" }, { region: "JJJ" }],
  [
    "a day that was changed is sent alone",
    { ...matter, proposed: "gdp" },
    { periodEnd: "2031-06-30" },
    { periodEnd: "2031-06-30" },
  ],
  [
    "days that the sentence does not say",
    noDays,
    { indicator: "gdp", periodStart: "2031-01-01", periodEnd: "2031-03-31" },
    { indicator: "gdp", periodStart: "2031-01-01", periodEnd: "2031-03-31" },
  ],
  ["a value with commas", matter, { indicator: "gdp", value: "12,000.5" }, { indicator: "gdp", value: 12000.5 }],
  [
    "a full-width value with a true minus",
    matter,
    { indicator: "gdp", value: "−１２．５" },
    { indicator: "gdp", value: -12.5 },
  ],
  [
    "a level for a sentence without one",
    of({ value: null }),
    { indicator: "gdp", value: "9" },
    { indicator: "gdp", value: 9 },
  ],
  [
    "without a catalogue at hand the server judges",
    { ...matter, catalogue: null },
    { indicator: "gnp" },
    { indicator: "gnp" },
  ],
  ["no indicator", matter, {}, "indicator required"],
  ["an indicator that the catalogue lacks", matter, { indicator: "经济盘子" }, "indicator noIndicator"],
  ["no region", of({ region: "n/a" }), { indicator: "gdp" }, "region choice"],
  ["no days", noDays, { indicator: "gdp" }, "periodStart required, periodEnd required"],
  ["a day that does not exist", matter, { indicator: "gdp", periodEnd: "2031-02-30" }, "periodEnd date"],
  ["the last day before the first", matter, { indicator: "gdp", periodEnd: "2030-12-31" }, "periodEnd order"],
  ["words are no value", matter, { indicator: "gdp", value: "约三亿" }, "value number"],
  ["another unit needs a value", matter, { indicator: "ports" }, "value unit"],
  ["a change without a level needs one", of({ value: null }), { indicator: "gdp" }, "value level"],
] as const)
  test(`figure: ${rule}`, () => assert.deepEqual(outcome(about, typed), expected));

function outcome(about: FigureMatter, typed: Partial<FigureTexts>): unknown {
  const read = readFigure({ ...firstTexts(about), ...typed }, about);
  if (read.ok) return read.choice;
  return Object.entries(read.faults)
    .map(([field, fault]) => `${field} ${fault}`)
    .join(", ");
}

test("figure: the value that will stand is in the indicator's unit, with the sentence's word", () => {
  const read = readFigure({ ...firstTexts(matter), indicator: "gdp" }, matter);
  assert.ok(read.ok);
  assert.deepEqual([read.becomes?.nominal, read.becomes?.qualifier], [12_000, "about"]);
});

test("figure: the form begins with the catalogue's indicator of the very name, else with none", () => {
  assert.equal(firstTexts(matter).indicator, "");
  assert.equal(firstTexts(of({ indicator: "样本无水港" })).indicator, "ports");
});
