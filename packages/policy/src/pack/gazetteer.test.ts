import assert from "node:assert/strict";
import { test } from "node:test";
import { gazetteerOf } from "./gazetteer.ts";
import { twinTowns } from "./twin-towns.ts";

const places = twinTowns().tables.find(({ file }) => file === "places.csv") ?? { file: "", header: [], rows: [] };
const named = (code: string): ReturnType<typeof gazetteerOf>[number] | undefined =>
  gazetteerOf(places).find((place) => place.code === code);

for (const [sentence, code, expected] of [
  [
    "the full name stands first",
    "990101",
    { code: "990101", names: ["丙县", "丙"], level: "county", parent: "990100" },
  ],
  [
    "the longer alias stands before the shorter",
    "site-port",
    { code: "site-port", names: ["港口", "老港", "港"], level: "site", parent: "990100" },
  ],
  ["a nation has no parent", "CN", { code: "CN", names: ["国"], level: "nation", parent: null }],
] as const) {
  test(sentence, () => assert.deepEqual(named(code), expected));
}

test("a place of an unknown level is left out", () => {
  const rows = places.rows.map((row) => ({ ...row, cells: { ...row.cells, level: "village" } }));
  assert.deepEqual(gazetteerOf({ ...places, rows }), []);
});
