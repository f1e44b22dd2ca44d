import assert from "node:assert/strict";
import { test } from "node:test";
import { moduleOf, modules } from "./modules.ts";

for (const [path, expected] of [
  ["/", "board"],
  ["/documents/abc", "documents"],
  ["/entries/abc", "registers"],
  ["/monitoring", "monitoring"],
  ["/monitoring-else", undefined],
  ["/facts", "facts"],
  ["/try", "try"],
  ["/search", undefined],
] as const)
  test(`${path} belongs to ${expected ?? "no module"}`, () => assert.equal(moduleOf(path)?.name, expected));

test("no two modules share a key", () =>
  assert.equal(new Set(modules.map((module) => module.key)).size, modules.length));
