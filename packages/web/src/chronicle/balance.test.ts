import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceOf } from "./balance.ts";

const short = (places: Parameters<typeof balanceOf>[0]): string =>
  balanceOf(places, (code) => (code === "site-lake" ? "zone-new" : code === "zone-new" ? "130000" : null))
    .map(({ column, count }) => `${column} ${count}`)
    .join(", ");

for (const [rule, places, expected] of [
  ["the three places stand even when empty", [], "110000 0, 120000 0, 130000 0"],
  [
    "a district counts for its province",
    [
      { value: "110112", count: 2 },
      { value: "110000", count: 3 },
      { value: "131000", count: 1 },
    ],
    "110000 5, 120000 0, 130000 1",
  ],
  ["the joint space is a column of its own", [{ value: "JJJ", count: 4 }], "110000 0, 120000 0, 130000 0, JJJ 4"],
  ["a site counts for the province above its zone", [{ value: "site-lake", count: 2 }], "110000 0, 120000 0, 130000 2"],
  [
    "a place known only by name lies elsewhere",
    [{ value: "某园区", count: 1 }],
    "110000 0, 120000 0, 130000 0, elsewhere 1",
  ],
] as const)
  test(`balance: ${rule}`, () => assert.equal(short(places), expected));
