import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceMark } from "../records/source-text.ts";
import { pairsIn } from "./pairs.ts";
import { repair } from "./repair.ts";
import { rowSentencesOf } from "./row-sentence.ts";

/** Marks of stretches of a text, each found by its words. */
function marked(text: string, stretches: readonly (readonly [words: string, mark: object])[]): readonly SourceMark[] {
  return stretches.map(([words, mark]) => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, `${words} stands in the text`);
    return { ...mark, start, end: start + words.length } as SourceMark; // made of a kind and its fields by the rows below
  });
}

const paragraphs = (text: string, marks: readonly SourceMark[]): readonly string[] => {
  const repaired = repair(text, marks);
  return repaired.paragraphs.map(
    ({ kind, level, start, end }) => `${kind}${level || ""}: ${repaired.view.text.slice(start, end)}`,
  );
};

test("marks: heading, paragraphs, caption, note and furniture are what the file says", () => {
  const text = "工程概况\n本工程位于山区\n由两个部分组成\n图1 平面布置\n资料来源：施工日志\n第一分册\n";
  const marks = marked(text, [
    ["工程概况", { kind: "heading", level: 2 }],
    ["本工程位于山区", { kind: "paragraph" }],
    ["由两个部分组成", { kind: "paragraph" }],
    ["图1 平面布置", { kind: "caption" }],
    ["资料来源：施工日志", { kind: "note" }],
    ["第一分册", { kind: "furniture" }],
  ]);
  const found = paragraphs(text, marks).map((line) => line.replace(/^heading9/u, "prose"));
  assert.deepEqual(found, [
    "heading2: 工程概况",
    "prose: 本工程位于山区",
    "prose: 由两个部分组成",
    "caption: 图1 平面布置",
    "aside: 资料来源：施工日志",
    "furniture: 第一分册",
  ]);
});

test("marks: paragraphs that are evidently printed lines are joined like lines", () => {
  const words = "治理河道要先从上游做起，上游的水土保持住了，下游的河床才不会逐年抬高，两岸的堤防才不必一再加高。";
  const lines = Array.from({ length: 3 }, () => words.match(/.{1,12}/gu) ?? []).flat();
  const text = lines.join("\n");
  let start = 0;
  const marks = lines.map((line): SourceMark => {
    const mark: SourceMark = { kind: "paragraph", start, end: start + line.length };
    start += line.length + 1;
    return mark;
  });
  assert.deepEqual(new Set(paragraphs(text, marks)), new Set([`prose: ${words}`]));
});

const row = (cells: readonly string[]): { readonly text: string; readonly marks: readonly SourceMark[] } => {
  const text = `${cells.join("\t")}\n`;
  let at = 0;
  const spans = cells.map((cell, index) => {
    const span = { cell: `${"ABCDEFG".charAt(index)}2`, start: at, end: at + cell.length };
    at += cell.length + 1;
    return span;
  });
  return { text, marks: [{ kind: "row", sheet: "表1", row: 2, cells: spans, start: 0, end: text.length - 1 }] };
};

for (const [rule, cells, expected] of [
  ["neighbouring cells stay together", ["项目", "投资", "工期"], ["项目\t投资\t工期"]],
  ["empty cells keep their tabs between others", ["项目", "", "工期"], ["项目\t\t工期"]],
  [
    "a cell with a sentence end is divided, its neighbours are not",
    ["水库", "主坝完成。副坝开工。", "2 年", "省水利厅"],
    ["水库", "主坝完成。", "副坝开工。", "2年\t省水利厅"],
  ],
  [
    "a line break inside such a cell divides too",
    ["水库", "一是清淤\u2028二是加固。"],
    ["水库", "一是清淤", "二是加固。"],
  ],
  ["a line break inside another cell is a space", ["主坝\u2028副坝", "9"], ["主坝 副坝\t9"]],
  ["one cell", ["水库"], ["水库"]],
] as const) {
  test(`marks: row: ${rule}`, () => {
    const { text, marks } = row(cells);
    const { view, paragraphs: found } = repair(text, marks);
    const [only] = found;
    assert.ok(only && found.length === 1 && only.kind === "row" && only.row?.sheet === "表1");
    const sentences = rowSentencesOf(view, only, pairsIn(view.folded, only));
    assert.deepEqual(
      sentences.map(({ start, end }) => view.text.slice(start, end)),
      expected,
    );
  });
}

test("marks: an empty row is no paragraph, and two rows are two", () => {
  const text = "\t\t\n水库\t3\n堤防\t4\n";
  const marks = [
    [0, 2],
    [3, 7],
    [8, 12],
  ].map(
    ([start = 0, end = 0], index): SourceMark => ({ kind: "row", sheet: "表1", row: index + 1, cells: [], start, end }),
  );
  assert.deepEqual(paragraphs(text, marks), ["row: 水库\t3", "row: 堤防\t4"]);
});

/** Lines of a page in the order they are filed, each with its box: left, top, words; ten points a character. */
function printed(lines: readonly (readonly [left: number, top: number, words: string, page?: number])[]): {
  readonly text: string;
  readonly marks: readonly SourceMark[];
} {
  let start = 0;
  const marks = lines.map(([left, top, words, page = 1]): SourceMark => {
    const end = start + words.length;
    const mark: SourceMark = { kind: "line", page, box: [left, top, left + words.length * 10, top + 10], start, end };
    start = end + 1;
    return mark;
  });
  return { text: lines.map(([, , words]) => words).join("\n"), marks };
}

test("marks: two columns are read one after the other, whatever order they are filed in", () => {
  const left = ["春天播种以前要把地", "翻一遍，再把肥料撒", "匀，等一场透雨过后", "就可以下种了。"];
  const right = ["秋天收割要赶在霜降", "以前，割下的稻子先", "摊开晾晒，干透以后", "再入仓储存。"];
  const { text, marks } = printed(
    left.flatMap((words, row) => [
      [50, 100 + row * 15, words] as const,
      [200, 100 + row * 15, right[row] ?? ""] as const,
    ]),
  );
  assert.deepEqual(paragraphs(text, marks), [`prose: ${left.join("")}`, `prose: ${right.join("")}`]);
});

test("marks: indentation begins paragraphs, a full line goes on even after a full stop", () => {
  const { text, marks } = printed([
    [70, 100, "河道清淤已经完成。"],
    [50, 115, "堤防加固也已完成。下"],
    [50, 130, "一步是绿化。"],
    [70, 145, "资金来自省级财政。"],
    [50, 160, "其余由市里承担。"],
  ]);
  assert.deepEqual(paragraphs(text, marks), [
    "prose: 河道清淤已经完成。堤防加固也已完成。下一步是绿化。",
    "prose: 资金来自省级财政。其余由市里承担。",
  ]);
});

test("marks: a head at the same height of three pages is furniture, and sentences go on over the edge", () => {
  const page = (number: number, words: string): readonly (readonly [number, number, string, number])[] => [
    [50, 30, "水利年鉴", number],
    [50, 100, words, number],
  ];
  const { text, marks } = printed([
    ...page(1, "全省建成水库一百二十座，总库"),
    ...page(2, "容三十亿立方米，灌溉农田五百"),
    ...page(3, "万亩，保护人口八百万。"),
  ]);
  const found = paragraphs(text, marks);
  assert.deepEqual(
    found.filter((line) => line.startsWith("furniture")),
    ["furniture: 水利年鉴", "furniture: 水利年鉴", "furniture: 水利年鉴"],
  );
  assert.ok(
    found.includes("prose: 全省建成水库一百二十座，总库容三十亿立方米，灌溉农田五百万亩，保护人口八百万。"),
    found.join("\n"),
  );
});

test("marks: lines of larger type are headings, two of one size one heading", () => {
  const words = ["全省水利建设情况", "年度报告", "全年完成投资二百亿元，", "新建水库三座。"];
  const { text, marks } = printed(words.map((line, row) => [50, 100 + row * 25, line]));
  const sized = marks.map((mark, row): SourceMark => {
    if (mark.kind !== "line" || row > 1) return mark;
    const [left, top, right] = mark.box;
    return { ...mark, box: [left, top, right, top + 20] };
  });
  assert.deepEqual(paragraphs(text, sized), [
    "heading1: 全省水利建设情况年度报告",
    "prose: 全年完成投资二百亿元，新建水库三座。",
  ]);
});
