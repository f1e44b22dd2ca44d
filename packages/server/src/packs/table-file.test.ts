import assert from "node:assert/strict";
import { test } from "node:test";
import { tableOfText } from "./table-file.ts";

const lines = (text: string): readonly string[] =>
  tableOfText("t.csv", text).table.rows.map(({ line, cells }) => `${line} ${Object.values(cells).join("|")}`);
const codes = (text: string): readonly string[] =>
  tableOfText("t.csv", text).findings.map(({ code, line }) => `${line} ${code}`);

for (const [rule, text, rows, findings] of [
  ["a row knows the line it began on", "a,b\r\n1,2\r\n3,4\r\n", ["2 1|2", "3 3|4"], []],
  ["a line break inside quotes belongs to the cell", 'a,b\r\n1,"x\r\ny"\r\n3,4\r\n', ["2 1|x\r\ny", "4 3|4"], []],
  ["doubled quotes are one", 'a\n"he ""said"" so"\n', ['2 he "said" so'], []],
  ["a byte order mark is no part of the first column", "\ufeffa,b\n1,2\n", ["2 1|2"], []],
  ["an empty line is no row and keeps the count", "a,b\n\n3,4\n", ["3 3|4"], []],
  ["a short row is left out and reported", "a,b\n1\n3,4\n", ["3 3|4"], ["2 wrong-width"]],
  ["a quote in the middle of a bare field breaks the form", 'a,b\n1,2"3\n', [], ["2 broken-quoting"]],
  ["a header alone is an empty table", "a,b\n", [], []],
  ["an empty file is an empty table", "", [], []],
] as const)
  test(`table: ${rule}`, () => {
    assert.deepEqual(lines(text), rows);
    assert.deepEqual(codes(text), findings);
  });
