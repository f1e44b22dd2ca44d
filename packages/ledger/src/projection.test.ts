import assert from "node:assert/strict";
import { test } from "node:test";
import { anEvent } from "./harness/samples.ts";
import { checkedFields, projectionOf } from "./projection.ts";

const { fields } = anEvent("雄安站开通", {
  date: "2020-12-27",
  fields: { place: "130632", participants: ["org-a", "某某集团"], note: "首趟列车" },
});

test("an event is ordered and exists by its first day", () => {
  const { title, titleEn, whenDay, existsFrom } = projectionOf("event", fields);
  assert.deepEqual([title, titleEn, whenDay, existsFrom], ["雄安站开通", null, "2020-12-27", "2020-12-27"]);
});

test("a place brings the prefecture and province above it, a name only itself", () => {
  assert.deepEqual(projectionOf("event", fields).regions, ["130632", "130600", "130000"]);
  assert.deepEqual(projectionOf("event", { ...fields, place: "白洋淀" }).regions, ["白洋淀"]);
  assert.deepEqual(projectionOf("event", { ...fields, place: null }).regions, []);
});

test("references are listed by field and position, places are not among them", () =>
  assert.deepEqual(
    projectionOf("event", fields).references.map(
      ({ field, ordinal, refers, target }) => `${field} ${ordinal} ${refers} ${target}`,
    ),
    ["participants 0 organisation org-a", "participants 1 organisation 某某集团"],
  ));

test("search finds the words of text fields, not codes of vocabularies", () =>
  assert.equal(projectionOf("event", fields).text, "雄安站开通\n首趟列车"));

for (const [written, first] of [
  ["2015", "2015-01-01"],
  ["2015-06", "2015-06-01"],
  ["2015-06-18", "2015-06-18"],
  [null, null],
] as const)
  test(`a plan issued ${written} is ordered by ${first}`, () =>
    assert.equal(projectionOf("plan", { title: "规划", issued: written }).whenDay, first));

test("a field that the register does not have is refused by name", () =>
  assert.throws(() => checkedFields("event", { ...fields, colour: "red" }), /colour/u));
