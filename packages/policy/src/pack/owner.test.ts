import assert from "node:assert/strict";
import { test } from "node:test";
import { ownerOf } from "./owner.ts";

const parents: Record<string, string> = {
  "131000": "130000",
  "131003": "131000",
  "110102": "110000",
  "site-a": "zone-b",
  "zone-b": "130000",
  "110000": "JJJ",
  loop: "pool",
  pool: "loop",
};
const parentOf = (code: string): string | null => parents[code] ?? null;

for (const [rule, codes, expected] of [
  ["a county belongs to its province", ["131003"], "130000"],
  ["a province owns itself", ["110000"], "110000"],
  ["a site belongs to the province its zone lies in", ["site-a"], "130000"],
  ["two provinces make a joint row", ["131000", "110102"], "JJJ"],
  ["two places of one province do not", ["131000", "131003"], "130000"],
  ["the joint space stays joint", ["JJJ"], "JJJ"],
  ["a national row belongs to the nation", ["CN"], "CN"],
  ["no place at all is national", [], "CN"],
  ["a place that is not held is passed over", ["nowhere", "110102"], "110000"],
  ["parents in a circle end", ["loop"], "CN"],
] as const)
  test(rule, () => assert.equal(ownerOf(codes, parentOf), expected));
