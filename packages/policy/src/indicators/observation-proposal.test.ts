import assert from "node:assert/strict";
import { test } from "node:test";
import type { MeasurementReading } from "../records/reading.ts";
import { type FigureChoice, figureChoice, observationProposal } from "./observation-proposal.ts";

const catalogue = [
  { key: "gdp", title: "地区生产总值", unit: "10^8 CNY" },
  { key: "pm25", title: "PM2.5年均浓度", unit: "ug/m3" },
];

/** 2023年全市地区生产总值43760.7亿元 */
const figure: MeasurementReading = {
  type: "measurement",
  key: "k",
  recogniser: "sample",
  spans: [{ address: "p1.s1", start: 0, end: 8, text: "地区生产总值" }],
  certainty: {},
  diagnostics: [],
  refinements: [],
  indicator: "地区生产总值",
  region: "110000",
  period: { start: "2023-01-01", end: "2023-12-31" },
  value: 4_376_070_000_000,
  low: null,
  high: null,
  unit: "CNY",
  comparator: "=",
  change: null,
  cumulative: false,
};

function outcome(changes: Partial<MeasurementReading>, choice: FigureChoice = {}): string {
  const proposal = observationProposal({ ...figure, ...changes }, catalogue, choice);
  if (!proposal.ok) return `missing ${proposal.missing}`;
  const { indicator, region, period, value, unit } = proposal.row;
  return `${indicator} ${region} ${period} ${value.qualifier} ${value.nominal} ${unit}`;
}

const year = "2023";
const choice = (fields: object): FigureChoice => figureChoice.parse(fields);

for (const [rule, actual, expected] of [
  ["元 is brought to 亿元 of the catalogue", outcome({}), `gdp 110000 ${year} exact 43760.7 10^8 CNY`],
  ["the sentence's word stays", outcome({ comparator: ">" }), `gdp 110000 ${year} over 43760.7 10^8 CNY`],
  [
    "neutral words before the name",
    outcome({ indicator: "全市实现地区生产总值" }),
    `gdp 110000 ${year} exact 43760.7 10^8 CNY`,
  ],
  ["words that make it another indicator", outcome({ indicator: "人均地区生产总值" }), "missing indicator"],
  ["another name is not guessed at", outcome({ indicator: "生产总值" }), "missing indicator"],
  [
    "an officer's indicator is taken",
    outcome({ indicator: "经济总量" }, choice({ indicator: "gdp" })),
    `gdp 110000 ${year} exact 43760.7 10^8 CNY`,
  ],
  ["an officer's key must be in the catalogue", outcome({}, choice({ indicator: "gnp" })), "missing indicator"],
  ["no period, no observation", outcome({ period: { start: null, end: null } }), "missing period"],
  [
    "an officer gives the days",
    outcome({ period: { start: null, end: null } }, choice({ periodStart: "2023-01-01", periodEnd: "2023-06-30" })),
    "gdp 110000 2023H1 exact 43760.7 10^8 CNY",
  ],
  ["days in the wrong order are none", outcome({}, choice({ periodStart: "2024-02-01" })), "missing period"],
  ["another unit is refused", outcome({ unit: "USD" }), "missing unit"],
  [
    "an officer gives the number in the indicator's unit",
    outcome({ unit: "USD" }, choice({ value: 43760.7 })),
    `gdp 110000 ${year} exact 43760.7 10^8 CNY`,
  ],
  ["a change without a level is no value", outcome({ value: null }), "missing value"],
] as const)
  test(`a figure becomes an observation: ${rule}`, () => assert.equal(actual, expected));
