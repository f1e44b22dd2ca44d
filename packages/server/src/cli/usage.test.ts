import assert from "node:assert/strict";
import { test } from "node:test";
import { checkUsage, dayOption, UsageFault, wholeOption, wordOption } from "./usage.ts";

const args = {
  files: { type: "positional", description: "files to read" },
  date: { type: "string", alias: "d" },
  json: { type: "boolean" },
} as const;
const one = { word: { type: "positional", description: "what to look for" } } as const;

for (const [rule, words, definition, complaint] of [
  ["options and words that the command has", ["a.txt", "--json", "--date", "2024-01-01", "b.txt"], args, null],
  ["a value behind an equals sign", ["a.txt", "--date=2024-01-01"], args, null],
  ["a single letter for an option", ["a.txt", "-d", "2024-01-01"], args, null],
  ["a dash alone is a word: standard input", ["-"], args, null],
  ["words behind -- are no options", ["--", "--odd-name.txt"], args, null],
  ["an unknown option is refused by name", ["a.txt", "--jsno"], args, /--jsno/u],
  ["an option without its value is refused", ["a.txt", "--date"], args, /--date needs a value/u],
  [
    "an option does not take the next option for its value",
    ["a.txt", "--date", "--json"],
    args,
    /--date needs a value/u,
  ],
  ["a missing word is named", [], one, /no WORD: what to look for/u],
  ["a word too many is refused", ["a", "b"], one, /"b"/u],
] as const)
  test(`usage: ${rule}`, () => {
    const check = (): void => checkUsage(words, definition);
    if (complaint === null) assert.doesNotThrow(check);
    else assert.throws(check, (fault) => fault instanceof UsageFault && complaint.test(fault.message));
  });

test("usage: values are refused with what was expected", () => {
  assert.equal(dayOption("date", "2024-02-29"), "2024-02-29");
  assert.equal(dayOption("date", undefined), undefined);
  assert.throws(() => dayOption("date", "2023-02-29"), /a day that exists/u);
  assert.equal(wholeOption("limit", "20", { min: 1, max: 100 }), 20);
  assert.throws(() => wholeOption("limit", "0", { min: 1, max: 100 }), /from 1 to 100/u);
  assert.equal(wordOption("format", "jsonl", ["jsonl"]), "jsonl");
  assert.throws(() => wordOption("format", "xml", ["jsonl"]), /one of jsonl/u);
});
