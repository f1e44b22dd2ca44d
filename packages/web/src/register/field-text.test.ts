import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryKind } from "@qipan/policy/records/registers";
import { type FieldDescription, readField, textOf } from "./field-text.ts";
import { lookupOf } from "./reference-lookup.ts";

const lookup = lookupOf([["bj-gov", "北京市人民政府"]], {}, "zh");
const field = (name: string, control: string, refers: string | null = null): FieldDescription => ({
  name,
  label: { zh: name, en: name },
  control,
  refers,
  required: true,
  choices: null,
});

const rows: readonly (readonly [string, EntryKind, FieldDescription, string, unknown])[] = [
  ["a line is trimmed", "event", field("title", "line"), "  开工 ", "开工"],
  ["a name that must be there", "event", field("title", "line"), " ", "required"],
  ["a name that is too long", "event", field("title", "line"), "长".repeat(301), "long"],
  ["what may be left open is null", "event", field("note", "text"), "", null],
  ["a day", "event", field("dateStart", "date"), "2018-12-31", "2018-12-31"],
  ["a day that does not exist", "event", field("dateStart", "date"), "2018-02-30", "date"],
  ["a month is no day where a day is needed", "event", field("dateStart", "date"), "2018-12", "date"],
  ["a month is a date where it may be", "project", field("start", "date"), "2018-12", "2018-12"],
  ["words are no date there either", "project", field("start", "date"), "去年", "partialDate"],
  ["a number with commas", "project", field("investment", "number"), "1,250.5", 1250.5],
  ["a number below zero with a true minus", "project", field("investment", "number"), "−3", -3],
  ["words are no number", "project", field("investment", "number"), "约三亿", "number"],
  ["a choice that is not made", "event", field("precision", "choice"), "", "choice"],
  ["a flag", "event", field("cut", "flag"), "true", true],
  [
    "a body that is held becomes its key",
    "task",
    field("lead", "reference", "organisation"),
    "北京市人民政府",
    "bj-gov",
  ],
  [
    "a body that is not held stays as written",
    "task",
    field("lead", "reference", "organisation"),
    "某管委会",
    "某管委会",
  ],
  [
    "several bodies, one a line",
    "task",
    field("helpers", "references", "organisation"),
    "北京市人民政府\n\n某局\n",
    ["bj-gov", "某局"],
  ],
  ["none is an empty list", "task", field("helpers", "references", "organisation"), "", []],
];
for (const [rule, kind, description, text, expected] of rows)
  test(`field: ${rule}`, () => {
    const read = readField(kind, description, { text, lookup });
    assert.deepEqual(read.ok ? read.value : read.fault, expected);
  });

for (const [rule, description, value, expected] of [
  ["a key is shown by its name", field("lead", "reference", "organisation"), "bj-gov", "北京市人民政府"],
  [
    "several stand one a line",
    field("helpers", "references", "organisation"),
    ["bj-gov", "某局"],
    "北京市人民政府\n某局",
  ],
  ["not stated is empty", field("note", "text"), null, ""],
  ["a number is written plainly", field("investment", "number"), 1250.5, "1250.5"],
] as const)
  test(`field text: ${rule}`, () => assert.equal(textOf(description, value, lookup), expected));
