import assert from "node:assert/strict";
import { test } from "node:test";
import { manifestOf } from "./manifest.ts";
import { twinTowns } from "./twin-towns.ts";

const sound = twinTowns().manifest;
const places = (json: unknown): readonly (string | null)[] => manifestOf(json).findings.map(({ column }) => column);

for (const [sentence, json, expected] of [
  ["a sound manifest has no findings", sound, []],
  ["an id is in kebab case", { ...sound, id: "Twin Towns" }, ["id"]],
  ["a version is year, month and serial", { ...sound, version: "1.0" }, ["version"]],
  ["the day of compilation exists", { ...sound, compiled: "2020-02-30" }, ["compiled"]],
  ["a pack has a licence", { ...sound, licences: [] }, ["licences"]],
  ["a table has a licence", { ...sound, tables: [{ ...sound.tables[0], licences: [] }] }, ["tables.0.licences"]],
  [
    "a table does not lie outside the pack",
    { ...sound, tables: [{ ...sound.tables[0], file: "../x.csv" }] },
    ["tables.0.file"],
  ],
  ["all faults show at once", { ...sound, id: "X", version: "y", census: 3 }, ["id", "version", "census"]],
  ["a list is no manifest", [], [""]],
] as const) {
  test(sentence, () => assert.deepEqual(places(json), expected));
}

for (const [sentence, json, found] of [
  ["what was found is quoted", { ...sound, version: "1.0" }, '"1.0"'],
  ["what is missing is called nothing", { ...sound, version: undefined }, "nothing"],
] as const) {
  test(sentence, () =>
    assert.deepEqual(
      manifestOf(json).findings.map((finding) => finding.found),
      [found],
    ),
  );
}
