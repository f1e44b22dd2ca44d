import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReaderSentence } from "@qipan/server/contract/documents";
import { paragraphsOf } from "./paragraphs.ts";
import { blocksOf } from "./table-rows.ts";

type Cell = ReaderSentence["cells"][number];

/** A sentence of a row; cells are `A1:start-end`. */
function sentence(
  paragraph: number,
  ordinal: number,
  [start, end]: readonly [number, number],
  cells: string,
): ReaderSentence {
  const spans = cells
    .split(" ")
    .filter(Boolean)
    .map((written): Cell => {
      const [, cell = "", from = "", to = ""] = /^(\w+):(\d+)-(\d+)$/u.exec(written) ?? assert.fail(written);
      return { cell, start: Number(from), end: Number(to) };
    });
  const words = "x".repeat(end - start);
  return {
    document: "d" as ReaderSentence["document"],
    address: `p${paragraph}.s${ordinal}`,
    paragraph,
    ordinal,
    start,
    end,
    raw: words,
    text: words,
    headings: [],
    kind: spans.length > 0 ? "row" : "prose",
    pieces: [],
    copyOf: null,
    page: null,
    sheet: spans.length > 0 ? "表1" : null,
    cells: spans,
    mentions: [],
    readings: [],
  };
}

const blocks = blocksOf(
  paragraphsOf([
    sentence(1, 1, [0, 5], ""),
    sentence(2, 1, [10, 15], "A1:10-12 B1:13-15"),
    sentence(3, 1, [20, 24], "A2:20-30"),
    sentence(3, 2, [24, 30], "A2:20-30"),
    sentence(3, 3, [31, 35], "C2:31-35"),
    sentence(4, 1, [40, 45], ""),
  ]),
);

test("rows of a sheet that follow each other are one table, the text around stays", () =>
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ["paragraph", "table", "paragraph"],
  ));

const table = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))[0] ?? assert.fail("no table");

test("its columns are those that any row uses, in order", () => assert.deepEqual(table.columns, ["A", "B", "C"]));

test("a sentence over several cells is in each with its words there", () =>
  assert.deepEqual(
    ["A", "B"].map((column) => table.rows[0]?.cells.get(column)?.map(({ start, end }) => [start, end])),
    [[[10, 12]], [[13, 15]]],
  ));

test("a cell of several sentences has a part for each", () =>
  assert.deepEqual(
    table.rows[1]?.cells.get("A")?.map(({ start, end }) => [start, end]),
    [
      [20, 24],
      [24, 30],
    ],
  ));

test("a row is numbered as in the file", () =>
  assert.deepEqual(
    table.rows.map(({ row }) => row),
    ["1", "2"],
  ));
