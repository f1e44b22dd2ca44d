import assert from "node:assert/strict";
import { test } from "node:test";
import { clausePlace } from "@qipan/policy/records/clause-link";
import { id } from "@qipan/policy/records/identity";
import { inPlaceOrder, isGap, type Matrix, schemeRows, servedBy } from "./scheme-rows.ts";

const upper = "0190aaaa-0000-7000-8000-000000000001";
const place = (document: string, path: string): Matrix["rows"][number]["clause"] =>
  clausePlace.parse({
    document,
    path,
    address: `p${path.replaceAll(".", "0")}.s1`,
    title: path,
  });
const scheme = (document: string): Matrix["schemes"][number] => ({
  document: id.parse(document),
  title: "样本方案",
  issuer: null,
  level: null,
  scope: [],
});
const [one, two] = ["0190aaaa-0000-7000-8000-00000000000a", "0190aaaa-0000-7000-8000-00000000000b"] as const;

const matrix: Matrix = {
  upper: { document: id.parse(upper), title: "样本纲要" },
  schemes: [scheme(one), scheme(two)],
  rows: [
    { clause: place(upper, "1"), cells: [[], []] },
    { clause: place(upper, "1.1"), cells: [[place(one, "2")], []] },
    { clause: place(upper, "10"), cells: [[], [place(two, "1")]] },
  ],
};

test("a clause whose part is served is served in parts; its neighbour with like digits is not inside it", () =>
  assert.deepEqual(
    schemeRows(matrix).map(({ hasGap, cells }) => [hasGap, ...cells.map(isGap)]),
    [
      [true, false, true],
      [true, false, true],
      [true, true, false],
    ],
  ));

for (const [index, expected] of [
  [0, 2],
  [1, 1],
] as const)
  test(`scheme ${index} serves ${expected}`, () => {
    const found = matrix.schemes[index];
    assert.ok(found);
    assert.equal(servedBy(schemeRows(matrix), found), expected);
  });

test("schemes stand in the order of the three places with their cells; those of no place come last", () => {
  const [hebei, tianjin] = [
    { ...scheme(one), scope: ["130100"] },
    { ...scheme(two), scope: ["120000"] },
  ];
  const { schemes, rows } = inPlaceOrder({ ...matrix, schemes: [hebei, tianjin] });
  assert.deepEqual(
    schemes.map((ordered) => ordered.document),
    [two, one],
  );
  assert.deepEqual(
    rows.map(({ cells }) => cells.map((cell) => cell.length)),
    [
      [0, 0],
      [0, 1],
      [1, 0],
    ],
  );
});
