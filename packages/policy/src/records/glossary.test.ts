import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { entryKinds } from "./registers.ts";

const [header = "", ...rows] = readFileSync(new URL("../../../../data/glossary.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const cells = rows.map((row) => row.split("\t"));

test("the glossary has its five columns in every row", () => {
  assert.equal(header, "term\tzh\tdefinition\tstandard\tidentifier");
  assert.deepEqual(
    cells.filter((row) => row.length !== 5),
    [],
  );
});

test("no term and no identifier stands twice", () => {
  for (const column of [0, 4]) assert.equal(new Set(cells.map((row) => row[column])).size, cells.length);
});

test("every kind of entry is in the glossary", () => {
  const identifiers = new Set(cells.map((row) => row[4]));
  assert.deepEqual(
    entryKinds.filter((kind) => !identifiers.has(kind)),
    [],
  );
});
