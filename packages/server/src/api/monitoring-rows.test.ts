import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntry } from "@qipan/ledger/entries";
import { aFigure, attested, day, owned } from "@qipan/ledger/harness/samples";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import { addObservations } from "@qipan/ledger/observations";
import { localOperator } from "../http/session.ts";
import { boardOf } from "./board.ts";

/**
 * A programme of one indicator: population of two places, at most 100 by the end of 2020. 甲 held 90 (checked); 乙 held 80,
 * but only somebody remembers it.
 */
const { ledger } = await testLedger();
const made = {
  ownership: owned("110000", "public"),
  origin: "hand",
  confidence: "verified",
  evidence: [attested],
} as const;
await ledger.as(localOperator, async (tx) => {
  const indicator = {
    title: "人口",
    titleEn: null,
    domain: "population",
    unit: "万人",
    direction: "neutral",
    definition: null,
    frequency: null,
    publisher: null,
  };
  await createEntry(tx, { ...made, kind: "indicator", key: "population", fields: indicator });
  for (const region of ["110000", "120000"]) {
    const bound = { comparator: "<=", value: 100, unit: "万人", due: "2020-12-31", plan: null, note: null };
    await createEntry(tx, {
      ...made,
      kind: "target",
      fields: { title: `${region}人口`, titleEn: null, indicator: "population", region, ...bound },
    });
  }
  const rows = [
    aFigure("population", "110000", { number: 90, unit: "万人", year: 2020 }),
    aFigure("population", "120000", { number: 80, unit: "万人", year: 2020, confidence: "recalled" }),
  ];
  await addObservations(tx, { batch: { file: "a.csv", sheet: null, sha256: null }, rows });
});

for (const [rule, includeRecalled, stages, latest] of [
  [
    "in an office what somebody remembers decides nothing and heads nothing",
    false,
    [{ year: 2020, met: 1, notMet: 0, cannotTell: 1 }],
    ["110000"],
  ],
  [
    "in the demonstration it takes part",
    true,
    [{ year: 2020, met: 2, notMet: 0, cannotTell: 0 }],
    ["110000", "120000"],
  ],
] as const)
  test(`[board] ${rule}`, async () => {
    const board = await ledger.as(localOperator, (tx) => boardOf(tx, { asOf: day("2026-01-05"), includeRecalled }));
    assert.deepEqual(board.stages, stages);
    assert.deepEqual(board.headlines.flatMap((row) => Object.keys(row.latest)).sort(), latest);
    assert.deepEqual(board.recalled, { entries: 0, observations: 1 });
  });

test("[board] before the day nothing is decided", async () => {
  const board = await ledger.as(localOperator, (tx) => boardOf(tx, { asOf: day("2020-06-30"), includeRecalled: true }));
  assert.deepEqual(board.stages, [{ year: 2020, met: 0, notMet: 0, cannotTell: 2 }]);
});
