import assert from "node:assert/strict";
import { test } from "node:test";
import { type Card, emptyCard, type Fact, type Genre, type Standing } from "../records/card.ts";
import { calendarDate } from "../records/identity.ts";
import { standingOn } from "./standing-on.ts";

const fact = <T>(value: T): Fact<T> => ({
  value,
  basis: { how: "read", address: "p1.s1", start: 0, end: 1, quote: "文", certainty: "stated" },
});
const cardOf = (genre: Genre, standing: Standing | null, to: number | null): Card => ({
  ...emptyCard,
  genre: fact(genre),
  standing: standing && fact(standing),
  horizon: fact({ from: 2016, to }),
});

for (const [rule, card, asOf, isReplaced, expected] of [
  ["a plan within its years", cardOf("plan", "in-force", 2020), "2020-12-31", false, "in-force"],
  ["a plan after its years", cardOf("plan", "in-force", 2020), "2021-01-01", false, "expired"],
  ["a plan without a last year", cardOf("plan", "in-force", null), "2030-01-01", false, "in-force"],
  ["a report does not end with the year it tells of", cardOf("report", null, 2020), "2025-01-01", false, null],
  ["what another text replaces", cardOf("plan", "in-force", 2020), "2018-01-01", true, "replaced"],
  ["a proposal stays a proposal", cardOf("plan", "proposal", 2020), "2025-01-01", true, "proposal"],
] as const)
  test(`standing: ${rule}`, () =>
    assert.equal(standingOn(card, { asOf: calendarDate.parse(asOf), isReplaced }), expected));
