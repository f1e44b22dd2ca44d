import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { jsonLines, qipan } from "../qipan-command.ts";

const scratch = mkdtempSync(join(tmpdir(), "check-lexicon-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of own word files. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const header = "written\tunit\tfactor\tkind\tucum\n";

for (const [rule, words, code, said] of [
  ["our own word files have no fault", [], 0, /0 findings in \d\d word files/u],
  [
    "a folder of right rows has none",
    [folderOf("right", { "units.tsv": `${header}箱\tbox\t1\tcount\t-\n` })],
    0,
    /0 findings in 1 word files/u,
  ],
  ["a folder without word files is told", [folderOf("empty", {})], 2, /Found no \.tsv file/u],
] as const)
  test(`qipan check lexicon: ${rule}`, () => {
    const ended = qipan(join(scratch, "data"), ["check", "lexicon", ...words]);
    assert.equal(ended.code, code, ended.stderr);
    assert.match(ended.stderr, said);
    assert.equal(ended.stdout, "");
  });

test("qipan check lexicon: every fault has file, line and what to do, in JSON too", () => {
  const folder = folderOf("wrong", {
    "units.tsv": `${header}箱\tbox\tmany\tcount\t-\n`,
    "comparators.tsv": "written\tposition\tcomparator\n约\tbefor\t~\n",
  });
  const told = qipan(join(scratch, "data"), ["check", "lexicon", folder]);
  assert.equal(told.code, 1);
  assert.match(
    told.stdout,
    /comparators\.tsv, line 2, position: found befor, expected one of before, after\. Correct/u,
  );
  assert.match(told.stdout, /units\.tsv, line 2, factor: found many, expected a number\. Correct/u);
  const found = jsonLines<{ file: string; line: number }>(
    qipan(join(scratch, "data"), ["check", "lexicon", folder, "--json"]),
  );
  assert.deepEqual(
    found.map(({ file, line }) => [file, line]),
    [
      ["comparators.tsv", 2],
      ["units.tsv", 2],
    ],
  );
});
