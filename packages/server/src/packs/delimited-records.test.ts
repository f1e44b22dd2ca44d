import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { array, assert as hold, constantFrom, property } from "fast-check";
import { type DelimitedRecord, delimitedRecords } from "./delimited-records.ts";

const rows: readonly (readonly [text: string, records: readonly (readonly string[])[] | null])[] = [
  ["", []],
  [
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "\ufeffa,b\r\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ['a,"b,c"\n', [["a", "b,c"]]],
  ['"say ""no""",x\n', [['say "no"', "x"]]],
  ['"two\nlines",x\n', [["two\nlines", "x"]]],
  ["a,,\n\nb", [["a", "", ""], [""], ["b"]]],
  ["a,b,", null],
  ['a"b,c\n', null],
  ['"open,c\n', null],
  ['"a"b,c\n', null],
  ["a\nb\r\n", null],
];

for (const [text, records] of rows)
  test(`records of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(delimitedRecords(text)?.map(({ record }) => record) ?? null, records);
  });

test("whatever is read at all is read as the parser of RFC 4180 reads it", () => {
  const piece = constantFrom("a", "京", ",", '"', '""', "\n", "\r\n", " ", "\ufeff");
  hold(
    property(array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join("");
      const found = delimitedRecords(text);
      if (found === null) return;
      const options = { bom: true, raw: true, relax_column_count: true } as const;
      const expected = parse(text, options) as unknown as readonly DelimitedRecord[]; // what `raw` makes of records
      assert.deepEqual(found.map(cellsOf), expected.map(cellsOf));
      assert.deepEqual(found.map(breaksOf), expected.map(breaksOf));
    }),
    { numRuns: 3000 },
  );
});

const cellsOf = ({ record }: DelimitedRecord): readonly string[] => record;
const breaksOf = ({ raw }: DelimitedRecord): number => raw.match(/\r\n|\r|\n/gu)?.length ?? 0;
