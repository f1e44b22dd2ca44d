import assert from "node:assert/strict";
import { test } from "node:test";
import { id } from "@qipan/policy/records/identity";
import { type BoardStone, layOut, neighbour } from "./stone-grid.ts";

// Two fields, seven stones:           京      津     跨域
//   transport                         1 2 3   4      5
//   ecology                           6              7
const stones = [
  stone(1, "transport", "110000", { state: "done", finish: "2018" }),
  stone(2, "transport", "110000", { state: "building", finish: null }),
  stone(3, "transport", "110000", { state: "planned", finish: null }),
  stone(4, "transport", "120000", { state: "recent", finish: "2026-01" }),
  stone(5, "transport", "across", { state: "done", finish: "2019" }),
  stone(6, "ecology", "110000", { state: "done", finish: "2020" }),
  stone(7, "ecology", "across", { state: "building", finish: null }),
];
const rows = layOut(stones.toReversed(), ["transport", "ecology", "services"]);

test("rows are the fields that have stones, in the given order", () =>
  assert.deepEqual(
    rows.map((row) => row.domain),
    ["transport", "ecology"],
  ));
test("in a cell the completed come first, the planned last", () =>
  assert.deepEqual(rows[0]?.cells["110000"].map(numberOf), [1, 2, 3]));
test("a field that nobody named stands last", () => {
  const more = layOut(
    [...stones, stone(8, "culture", "130000", { state: "done", finish: "2020" })],
    ["ecology", "transport"],
  );
  assert.deepEqual(
    more.map((row) => row.domain),
    ["ecology", "transport", "culture"],
  );
});
test("no stones, no rows", () => assert.deepEqual(layOut([], ["transport"]), []));

for (const [rule, from, key, expected] of [
  ["right goes along the row", 1, "ArrowRight", 2],
  ["right goes over the edge of a column", 3, "ArrowRight", 4],
  ["right at the end goes to the next row", 5, "ArrowRight", 6],
  ["left at the start goes to the row before", 6, "ArrowLeft", 5],
  ["down goes to the same column", 5, "ArrowDown", 7],
  ["down where the column is shorter goes to its last", 3, "ArrowDown", 6],
  ["down where the column is empty goes to the row's first", 4, "ArrowDown", 6],
  ["up comes back", 7, "ArrowUp", 5],
  ["home goes to the row's first", 5, "Home", 1],
  ["end goes to the row's last", 1, "End", 5],
  ["up on the first row leads nowhere", 1, "ArrowUp", undefined],
  ["a letter leads nowhere", 1, "x", undefined],
] as const)
  test(rule, () => {
    const next = neighbour(rows, idOf(from), key);
    assert.equal(next, expected === undefined ? undefined : idOf(expected));
  });

function stone(
  n: number,
  domain: string,
  column: BoardStone["column"],
  progress: Pick<BoardStone, "state" | "finish">,
): BoardStone {
  return {
    id: idOf(n),
    title: `工程${n}`,
    titleEn: null,
    domain,
    column,
    ...progress,
    lon: null,
    lat: null,
    confidence: "verified",
  };
}

function idOf(n: number): BoardStone["id"] {
  return id.parse(`00000000-0000-7000-8000-00000000000${n}`);
}

function numberOf(stone: BoardStone): number {
  return Number(stone.id.slice(-1));
}
