import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clause } from "../records/clause.ts";
import { versionDiff as record } from "../records/version-diff.ts";
import { diffRuns } from "./version-diff-runs.ts";
import { versionDiff } from "./version-diff.ts";

const signs = { same: "=", del: "-", ins: "+" } as const;

for (const [rule, older, newer, expected] of [
  ["equal texts are one run", "修堤。", "修堤。", ["=修堤。"]],
  ["a figure changes as a whole", "总投资1200万元。", "总投资1250万元。", ["=总投资", "-1200", "+1250", "=万元。"]],
  ["with decimals and its per cent sign", "增长3.2%。", "增长3.25%。", ["=增长", "-3.2%", "+3.25%", "=。"]],
  ["with separators", "投资1,200元。", "投资1,300元。", ["=投资", "-1,200", "+1,300", "=元。"]],
  ["Han figures too", "植树二百亩。", "植树三百亩。", ["=植树", "-二百", "+三百", "=亩。"]],
  ["Latin words too", "接入GIS平台。", "接入GPS平台。", ["=接入", "-GIS", "+GPS", "=平台。"]],
  ["words put in", "年底完工。", "年底前完工。", ["=年底", "+前", "=完工。"]],
  ["words taken out", "力争年底完工。", "年底完工。", ["-力争", "=年底完工。"]],
  [
    "a character that two changes share is no common ground",
    "甲县水务办",
    "乙市水利局",
    ["-甲县水务办", "+乙市水利局"],
  ],
  ["to nothing", "修堤。", "", ["-修堤。"]],
  ["from nothing to nothing", "", "", []],
] as const) {
  test(`runs: ${rule}`, () =>
    assert.deepEqual(
      diffRuns(older, newer).map(({ op, text }) => `${signs[op]}${text}`),
      expected,
    ));
}

test("runs: texts with nothing in common are compared by the sentence, in good time", () => {
  const long = (word: string): string => Array.from({ length: 4000 }, (_, index) => `${word}${index}`).join("，");
  const runs = diffRuns(`共同。${long("甲")}。`, `共同。${long("乙")}。`);
  assert.equal(
    runs
      .filter(({ op }) => op !== "ins")
      .map(({ text }) => text)
      .join(""),
    `共同。${long("甲")}。`,
  );
  assert.equal(
    runs
      .filter(({ op }) => op !== "del")
      .map(({ text }) => text)
      .join(""),
    `共同。${long("乙")}。`,
  );
});

const clauses = (...parts: readonly (readonly [path: string, mark: string, words: string])[]): readonly Clause[] =>
  parts.map(([path, mark, words], index) => ({
    path,
    marks: [mark],
    title: words.slice(0, 8),
    first: `p${index + 1}.s1`,
    last: `p${index + 1}.s1`,
    start: index * 100,
    end: index * 100 + 50,
    text: `${mark}${words}`,
  }));

const dyke = ["1", "一、", "北岸堤防加固工程于三月开工，总投资1200万元。"] as const;
const canal = ["2", "二、", "南干渠衬砌长度为十二公里，年底前完成。"] as const;
const trees = ["3", "三、", "沿河两岸植树五百亩，由各村管护。"] as const;
const price = ["4", "四、", "水价按年核定，并向社会公布结果。"] as const;

for (const [rule, older, newer, expected] of [
  ["nothing changed", [dyke, canal], [dyke, canal], ["same 1→1", "same 2→2"]],
  [
    "a changed figure",
    [dyke, canal],
    [["1", "一、", dyke[2].replace("1200", "1250")], canal],
    ["changed 1→1", "same 2→2"],
  ],
  [
    "a new clause renumbers those after it",
    [dyke, canal],
    [dyke, ["2", "二、", trees[2]], ["3", "三、", canal[2]]],
    ["same 1→1", "added →2", "moved 2→3"],
  ],
  [
    "a removed clause stands where it stood",
    [dyke, canal, trees],
    [dyke, ["2", "二、", trees[2]]],
    ["same 1→1", "removed 2→", "moved 3→2"],
  ],
  ["the first one removed", [dyke, canal], [canal], ["removed 1→", "same 2→2"]],
  [
    "an exchange of order",
    [dyke, canal, trees, price],
    [dyke, trees, canal, price].map(
      ([, , words], at) => [String(at + 1), "一二三四".charAt(at) + "、", words] as const,
    ),
    ["same 1→1", "moved 3→2", "moved 2→3", "same 4→4"],
  ],
  ["everything new", [dyke], [price], ["removed 1→", "added →4"]],
  ["nothing at all", [], [], []],
] as const) {
  test(`version diff: ${rule}`, () => {
    const diff = versionDiff(clauses(...older), clauses(...newer));
    const found = diff.changes.map(
      ({ state, oldClause, newClause }) => `${state} ${oldClause?.path ?? ""}→${newClause?.path ?? ""}`,
    );
    assert.deepEqual(found, expected);
    assert.deepEqual(record.parse(diff), diff);
    for (const { oldClause, newClause, parts } of diff.changes) {
      const words = (without: string): string =>
        parts
          .filter(({ op }) => op !== without)
          .map(({ text }) => text)
          .join("");
      assert.equal(words("ins"), oldClause?.text ?? "");
      assert.equal(words("del"), newClause?.text ?? "");
    }
    assert.equal(
      Object.values(diff.counts).reduce((sum, count) => sum + count, 0),
      diff.changes.length,
    );
  });
}
