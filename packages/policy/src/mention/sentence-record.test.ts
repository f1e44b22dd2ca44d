import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sentence } from "../records/document-text.ts";
import type { SourceMark } from "../records/source-text.ts";
import { readText } from "../extraction/read.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";

const lexicon = lexiconOnDisk();
const sentencesOf = (text: string, marks: readonly SourceMark[] = []): readonly Sentence[] =>
  readText(text, { doc: "t", lexicon }, marks).sentences;

test("sentence: one that the page tears apart lists its pieces in reading order, and raw is all between them", () => {
  const text = "全省已经建成水库，总投\n\n— 3 —\n\n资达到50亿元。";
  const [torn, number] = sentencesOf(text);
  assert.equal(torn?.text, "全省已经建成水库，总投资达到50亿元。");
  assert.deepEqual(
    torn?.pieces.map(({ start, end }) => text.slice(start, end)),
    ["全省已经建成水库，总投", "资达到50亿元。"],
  );
  assert.equal(torn?.raw, text);
  assert.deepEqual([number?.kind, number?.pieces], ["furniture", []]);
});

test("sentence: a mention that the page tears apart is cut at its first piece", () => {
  const text = "这项工程进展顺利，总投资达到50\n\n— 3 —\n\n亿元，已经全部到位。";
  const { mentions } = readText(text, { doc: "t", lexicon });
  const sum = mentions.find(({ kind }) => kind === "quantity");
  assert.deepEqual(sum?.kind === "quantity" && [sum.text, sum.value, sum.unit], ["50", 5e9, "CNY"]);
});

test("sentence: the second printing names the first, the misprint included", () => {
  const first = "沿河两岸的村庄已经搬迁到高处，新建的堤防长十公里。堤顶铺设了防汛道路，两侧种植了护堤林带。";
  const sentences = sentencesOf(`${first}\n工程概算另行公布。\n${first.replace("林带", "木带")}`);
  assert.deepEqual(
    sentences.map(({ address, copyOf }) => `${address} ${copyOf}`),
    ["p1.s1 null", "p1.s2 null", "p2.s1 null", "p3.s1 p1.s1", "p3.s2 p1.s2"],
  );
});

test("sentence: a row carries its sheet and the cells of each sentence", () => {
  const cells = ["水库", "主坝完成。副坝开工。", "", "9亿元"];
  const text = cells.join("\t");
  let start = 0;
  const spans = cells.map((words, index) => {
    const span = { cell: `${"ABCD".charAt(index)}3`, start, end: start + words.length };
    start += words.length + 1;
    return span;
  });
  const found = sentencesOf(text, [{ kind: "row", sheet: "进度", row: 3, cells: spans, start: 0, end: text.length }]);
  assert.deepEqual(
    found.map(({ text: words, sheet, cells: held }) => `${words} ${sheet} ${held.map(({ cell }) => cell).join(",")}`),
    ["水库 进度 A3", "主坝完成。 进度 B3", "副坝开工。 进度 B3", "9亿元 进度 D3"],
  );
});

test("sentence: its page is the one it begins on; without pages there is none", () => {
  const text = "第一页的话。\n第二页的话。";
  const marks: readonly SourceMark[] = [
    { kind: "page", page: 1, start: 0, end: 7 },
    { kind: "page", page: 2, start: 7, end: text.length },
  ];
  assert.deepEqual(
    sentencesOf(text, marks).map(({ page }) => page),
    [1, 2],
  );
  assert.deepEqual(
    sentencesOf(text).map(({ page }) => page),
    [null, null],
  );
});
