import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "@qipan/policy/records/entry";
import { calendarDate, id, instant } from "@qipan/policy/records/identity";
import { jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { partialDate } from "@qipan/policy/records/partial-date";
import type { ProjectFields } from "@qipan/policy/records/project";
import { type Location, milestonesOf, stoneOf } from "./board-stones.ts";

const asOf = calendarDate.parse("2020-06-30");

/** Three places: a district of Beijing, a zone in Hebei, somewhere outside. */
const places = new Map<string, Location>([
  ["110105", { province: "110000", point: [116.4, 39.9] }],
  ["zone-a", { province: "130000", point: null }],
  ["370000", { province: "370000", point: [117, 36] }],
]);

function project(changes: Partial<ProjectFields>): Entry {
  const fields: ProjectFields = {
    title: "工程",
    titleEn: null,
    domain: "transport",
    regions: ["110105"],
    lon: null,
    lat: null,
    status: "done",
    start: null,
    finish: null,
    investment: null,
    lead: null,
    note: null,
    ...changes,
  };
  return {
    id: id.parse("01890000-0000-7000-8000-000000000001"),
    kind: "project",
    key: "p",
    jurisdiction: jurisdictionCode.parse("CN"),
    visibility: "public",
    sharedWith: [],
    origin: "pack",
    confidence: "verified",
    version: 1,
    recordedAt: instant.parse("2026-01-01T00:00:00.000Z"),
    withdrawn: false,
    title: "工程",
    titleEn: null,
    fields,
    evidence: { shown: [], hidden: 0, purged: 0 },
  };
}

const date = (text: string) => partialDate.parse(text);

for (const [rule, changes, expected] of [
  ["finished years ago", { finish: date("2018") }, "done"],
  ["finished less than a year ago", { finish: date("2019-12") }, "recent"],
  ["to be finished later, begun", { start: date("2018"), finish: date("2021") }, "building"],
  ["to be finished this year, of which half is over", { start: date("2018"), finish: date("2020") }, "building"],
  ["begun later", { start: date("2021"), finish: date("2023") }, "planned"],
  ["begun, without an end", { start: date("2018"), status: "building" }, "building"],
  ["last seen built, without days", { status: "open" }, "done"],
  ["last seen planned", { status: "planned" }, "planned"],
  [
    "an end that has passed without being seen built",
    { status: "building", start: date("2015"), finish: date("2019") },
    "building",
  ],
] as const)
  test(`[board] ${rule}: ${expected}`, () => assert.equal(stoneOf(project(changes), asOf, places).state, expected));

for (const [rule, regions, expected] of [
  ["a district stands in its province", ["110105"], "110000"],
  ["a zone stands in the province it lies in", ["zone-a"], "130000"],
  ["two provinces are across", ["110105", "zone-a"], "across"],
  ["a province outside the three is across", ["370000"], "across"],
  ["a place that is not held is across", ["某处"], "across"],
  ["no place is across", [], "across"],
] as const)
  test(`[board] ${rule}`, () =>
    assert.equal(stoneOf(project({ regions: [...regions] }), asOf, places).column, expected));

test("[board] a stone lies at its own point, else at its first place that has one", () => {
  const own = stoneOf(project({ lon: 1, lat: 2 }), asOf, places);
  const near = stoneOf(project({ regions: ["zone-a", "110105"] }), asOf, places);
  assert.deepEqual([own.lon, own.lat, near.lon, near.lat], [1, 2, 116.4, 39.9]);
});

test("[board] completions by year leave out what is still to come", () => {
  const finishes = [date("2018"), date("2018-03"), date("2019"), date("2021")];
  const stones = finishes.map((finish) => stoneOf(project({ finish }), asOf, places));
  assert.deepEqual(milestonesOf(stones), [
    { year: 2018, count: 2 },
    { year: 2019, count: 1 },
  ]);
});
