import assert from "node:assert/strict";
import { test } from "node:test";
import { standings } from "../records/card.ts";
import { barOf, isBinding } from "./binding.ts";

for (const [rule, said, isBarred] of [
  ["a proposal makes nothing that binds", { standing: "proposal" }, true],
  ["nor does commentary", { standing: "commentary" }, true],
  ["nor a draft for comment", { standing: "draft" }, true],
  ["nor a comment in a document that does bind", { standing: "in-force", paragraph: "comment" }, true],
  ["prose of a document in force may", { standing: "in-force", paragraph: "prose" }, false],
  ["a text of unknown standing may", { standing: null, paragraph: "prose" }, false],
  ["what is replaced did bind", { standing: "replaced" }, false],
] as const)
  test(`binding: ${rule}`, () => assert.equal(barOf(said) !== null, isBarred));

test("[1.10] only tasks, targets and commitments bind", () => {
  assert.deepEqual(["task", "target", "commitment", "event", "measurement", "plan"].map(isBinding), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("every standing is answered", () => {
  for (const standing of standings) assert.ok(barOf({ standing }) === null || typeof barOf({ standing }) === "string");
});
