import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { validateLexicon } from "./validate-lexicon.ts";

const folder = new URL("../../../../data/lexicon/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".tsv"));
const files = Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));

const place = (code: string) => ({ code, names: [`地${code}`], level: "zone", parent: null });

test("our own files have no fault", () => {
  assert.deepEqual(validateLexicon({ files, places: [place("CN"), place("JJJ")] }, {}), []);
});

for (const [rule, name, text, expected] of [
  ["right rows have none", "units.tsv", "written\tunit\tfactor\tkind\tucum\n箱\tbox\t1\tcount\t-\n", []],
  ["remarks and empty lines are no rows", "bodies.tsv", "# own\n\nwritten\tclass\n# more\n\n某某办\tgovernment\n", []],
  [
    "a number that is none",
    "units.tsv",
    "written\tunit\tfactor\tkind\tucum\n箱\tbox\tmany\tcount\t-\n",
    ["2 factor no-meaning"],
  ],
  [
    "all cells without meaning at once",
    "comparators.tsv",
    "written\tposition\tcomparator\n约\tbefor\t~\n近\tbefore\t=~\n超\t\t>\n",
    ["2 position no-meaning", "3 comparator no-meaning", "4 position no-meaning"],
  ],
  ["a word of another list", "event-verbs.tsv", "written\tkind\n参拜\tworship\n", ["2 kind no-meaning"]],
  [
    "a day that is none",
    "named-times.tsv",
    "written\tkind\tstart\tend\n某会\tcongress\t2024-13-01\t2024-01-02\n",
    ["2 start no-meaning"],
  ],
  [
    "a meaning of time that is none",
    "time-words.tsv",
    "written\tmeaning\tnot_after\tnot_before\n改天\tsomeday\t-\t-\n",
    ["2 meaning no-meaning"],
  ],
  ["a class of common words that is none", "name-words.tsv", "class\twords\nnone\t某 某某\n", ["2 class no-meaning"]],
  ["a column too few, told once", "bodies.tsv", "written\n某某办\n某某局\n", ["1 class missing-column"]],
  ["a column too many", "bodies.tsv", "written\tclass\tnote\n某某办\tgovernment\tx\n", ["1 note unknown-column"]],
  ["a cell too many", "bodies.tsv", "written\tclass\n某某办\tgovernment\tx\n", ["2 null wrong-width"]],
  ["blanks around a word", "bodies.tsv", "written\tclass\n某某办 \tgovernment\n", ["2 written blank-around"]],
  ["a word told twice", "bodies.tsv", "written\tclass\n某某办\tparty\n某某办\tgovernment\n", ["3 null told-twice"]],
  ["one word on either side", "comparators.tsv", "written\tposition\tcomparator\n约\tbefore\t~\n约\tafter\t~\n", []],
  ["no header", "bodies.tsv", "# own\n", ["0 null no-header"]],
  ["a file of another name", "my-words.tsv", "written\n某\n", ["0 null unknown-file"]],
  ["a code of no place", "region-groups.tsv", "written\tcodes\n三城\t310000,999999\n", ["2 codes unknown-code"]],
  [
    "a division without code and level",
    "divisions.tsv",
    "code\tname\tlevel\tshort\tweak\n12\t某县\ttown\t-\t-\n",
    ["2 code no-meaning", "2 level no-meaning"],
  ],
] as const)
  test(`own word files: ${rule}`, () => {
    const found = validateLexicon({ files: { [name]: text } }, { files });
    assert.deepEqual(
      found.filter(({ file }) => file === name).map(({ line, column, code }) => `${line} ${column} ${code}`),
      expected,
    );
  });

test("a word without its letters is found in every file at once", () => {
  const broken = Object.fromEntries(names.map((name) => [name, withoutFirstCell(files[name] ?? "")]));
  const found = new Set(validateLexicon({ files: broken }, { files }).map(({ file }) => file));
  assert.deepEqual(
    names.filter((name) => !found.has(name)),
    // a row of the one has no other cell; the other is read by the comparison of documents, not with these files
    ["abstract-endings.tsv", "concepts.tsv"],
  );
});

/** The file with the first cell of its first row emptied. */
function withoutFirstCell(text: string): string {
  const lines = text.split("\n");
  const header = lines.findIndex((line) => !line.startsWith("#"));
  lines[header + 1] = lines[header + 1]?.replace(/^[^\t]*/u, "") ?? "";
  return lines.join("\n");
}

test("no text makes it throw", () => {
  for (const text of ["", "\t", "\t\t\t\n\t\t\t", "written", "\u0000\uFFFF", "written\n\n\n", "a\tb\n".repeat(1000)])
    assert.doesNotThrow(() =>
      validateLexicon({ files: Object.fromEntries(names.map((name) => [name, text])) }, { files }),
    );
});

test("the page of the lexicon has every file with its columns", () => {
  const page = readFileSync(new URL("README.md", folder), "utf8");
  for (const name of names) {
    const header = (files[name] ?? "").split("\n").find((line) => !line.startsWith("#")) ?? "";
    assert.ok(page.includes(`| ${name} | ${header.replaceAll("\t", ", ")} |`), `${name}: ${header}`);
  }
});
