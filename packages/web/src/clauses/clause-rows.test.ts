import assert from "node:assert/strict";
import { test } from "node:test";
import { clauseLink, clausePlace } from "@qipan/policy/records/clause-link";
import { type ClauseLinks, clauseRows, depthOf, lowerClauses } from "./clause-rows.ts";

const document = { upper: "0190aaaa-0000-7000-8000-000000000001", lower: "0190aaaa-0000-7000-8000-000000000002" };
type Place = ClauseLinks["unserved"][number];
const upper = (path: string, address: string): Place =>
  clausePlace.parse({ document: document.upper, path, address, title: path });
const lower = (path: string, address: string): Place =>
  clausePlace.parse({ document: document.lower, path, address, title: path });
const link = (from: Place, to: Place, isWithdrawn = false): ClauseLinks["links"][number] =>
  clauseLink.parse({
    id: "0190aaaa-0000-7000-8000-000000000003",
    jurisdiction: "110000",
    visibility: "draft",
    sharedWith: [],
    lower: from,
    upper: to,
    linkedBy: "sample",
    linkedAt: "2031-01-01T00:00:00.000Z",
    reason: null,
    withdrawn: isWithdrawn ? { by: "sample", at: "2031-01-02T00:00:00.000Z", reason: "样本" } : null,
  });

const answer: ClauseLinks = {
  clauses: {
    upper: [upper("1", "p2.s1"), upper("2", "p9.s1"), upper("10", "p10.s1")],
    lower: [lower("1", "p3.s1"), lower("2", "p12.s1"), lower("3", "p20.s1")],
  },
  links: [
    link(lower("2", "p12.s1"), upper("1", "p2.s1")),
    link(lower("1", "p3.s1"), upper("1", "p2.s1")),
    link(lower("3", "p20.s1"), upper("2", "p9.s1"), true),
  ],
  suggestions: [
    { lower: lower("3", "p20.s1"), upper: upper("10", "p10.s1"), likeness: 0.3 },
    { lower: lower("2", "p12.s1"), upper: upper("10", "p10.s1"), likeness: 0.6 },
  ],
  unserved: [upper("10", "p10.s1"), upper("2", "p9.s1")],
  orphans: [lower("3", "p20.s1")],
  counts: { lower: 3, upper: 3, linked: 1 },
};

test("rows stand in order of the upper text, links in order of the lower, the likeliest pair first", () =>
  assert.deepEqual(
    clauseRows(answer).map((row) => [
      row.upper.path,
      row.links.map(({ lower: { path } }) => path),
      row.suggestions.map(({ lower: { path } }) => path),
    ]),
    [
      ["1", ["1", "2"], []],
      ["2", [], []],
      ["10", [], ["2", "3"]],
    ],
  ));

test("every lower clause is offered once, and a link that was taken back counts for nothing", () =>
  assert.deepEqual(
    lowerClauses(answer).map(({ path }) => path),
    ["1", "2", "3"],
  ));

for (const [path, expected] of [
  ["2", 1],
  ["2.3~2.1", 3],
  ["1.1.1.1.1", 4],
] as const)
  test(`${path} lies ${expected} deep`, () => assert.equal(depthOf(upper(path, "p1.s1")), expected));
