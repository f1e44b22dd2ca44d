import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceText } from "@qipan/policy/records/source-text";
import { FileRefused } from "../ingest/file-refusal.ts";
import { csvReader, delimiterOf } from "./csv.ts";
import { defaultLimits } from "./limits.ts";

const read = (text: string | Uint8Array): Promise<SourceText> =>
  csvReader.read("客流.csv", typeof text === "string" ? Buffer.from(text) : text, defaultLimits);
const rowsOf = ({ marks, text }: SourceText): readonly string[] =>
  marks.flatMap((mark) =>
    mark.kind === "row"
      ? [mark.cells.map(({ cell, start, end }) => `${cell}=${text.slice(start, end)}`).join(" ")]
      : [],
  );

for (const [rule, text, expected] of [
  ["commas part cells, lines part rows", "站,客流\n石门,455\n", ["A1=站 B1=客流", "A2=石门 B2=455"]],
  ["line ends of all systems", "站,客流\r\n石门,455\r云岭,1", ["A1=站 B1=客流", "A2=石门 B2=455", "A3=云岭 B3=1"]],
  ["TAB parts cells", "站\t客流\n石门\t1,200\n", ["A1=站 B1=客流", "A2=石门 B2=1,200"]],
  ["semicolons part cells", "站;客流\n石门;1,5\n", ["A1=站 B1=客流", "A2=石门 B2=1,5"]],
  [
    "quoted cells hold commas, doubled marks and line breaks",
    '站,说明\n石门,"甲,乙""丙""\n丁"\n',
    ["A1=站 B1=说明", 'A2=石门 B2=甲,乙"丙"\u2028丁'],
  ],
  ["a byte order mark is no part of the first cell", "\ufeff站,客流\n", ["A1=站 B1=客流"]],
  ["an empty line leaves its number free", "站,客流\n\n石门,455\n", ["A1=站 B1=客流", "A3=石门 B3=455"]],
  ["rows may differ in length", "站,客流,说明\n石门\n", ["A1=站 B1=客流 C1=说明", "A2=石门"]],
  ["one column is a table too", "站\n石门\n", ["A1=站", "A2=石门"]],
] as const)
  test(rule, async () => assert.deepEqual(rowsOf(await read(text)), expected));

test("the text is that of the cells, every row a line, every span in it", async () => {
  const source = await read('站,"客""流"\n石门,455\n');
  assert.equal(source.text, '站\t客"流\n石门\t455\n');
  assert.deepEqual(source.marks[1], {
    kind: "row",
    sheet: "表1",
    row: 2,
    cells: [
      { cell: "A2", start: 6, end: 8 },
      { cell: "B2", start: 9, end: 12 },
    ],
    start: 6,
    end: 12,
  });
});

test("GB 18030 and UTF-16 are recognised", async () => {
  const national = await read(Uint8Array.from([0xd5, 0xbe, 0x2c, 0xbf, 0xcd, 0xc1, 0xf7, 0x0a]));
  assert.deepEqual([rowsOf(national), national.encoding], [["A1=站 B1=客流"], "gb18030"]);
  const wide = await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("站,客流\n", "utf16le")]));
  assert.deepEqual([rowsOf(wide), wide.encoding], [["A1=站 B1=客流"], "utf-16le"]);
});

test("quotation marks that do not pair are told, and nothing is lost", async () => {
  const source = await read('站,客流\n石门,"455\n云岭,1\n');
  assert.deepEqual(rowsOf(source), ["A1=站 B1=客流", 'A2=石门 B2="455', "A3=云岭 B3=1"]);
  assert.deepEqual(
    source.diagnostics.map(({ code }) => code),
    ["loose-quotes"],
  );
});

for (const [rule, text, expected] of [
  ["thousands in a table parted by TAB", "站\t1,200\n云\t3,400\n", "\t"],
  ["commas in quotes do not count", '"a,b";1\n"c,d";2\n', ";"],
  ["a list of upright strokes", "a|b|c\nd|e|f\n", "|"],
  ["no sign at all", "甲\n乙\n", ","],
] as const)
  test(`what parts ${rule}`, () => assert.equal(delimiterOf(text), expected));

test("bytes that are no text are refused", () =>
  assert.rejects(
    read(Uint8Array.from({ length: 200 }, (_, index) => index % 7)),
    (error: unknown) => error instanceof FileRefused && error.code === "not-text",
  ));
