import assert from "node:assert/strict";
import { test } from "node:test";
import type { TableKind } from "./kinds.ts";
import type { TableRows } from "./table.ts";
import { twinTowns } from "./twin-towns.ts";
import { typedRows } from "./typed-rows.ts";

function tableOfKind(kind: TableKind): TableRows {
  const table = twinTowns().tables.find(({ file }) => file === `${kind}.csv`);
  assert.ok(table);
  return table;
}

test("an observation has a number, a period in days, and nulls where cells are empty", () => {
  const { line, row } = typedRows("observations", tableOfKind("observations")).rows[9] ?? {};
  assert.equal(line, 11);
  assert.deepEqual(row, {
    indicator: "schools",
    region: "990102",
    period: { written: "2019H1", kind: "half", start: "2019-01-01", end: "2019-06-30" },
    value: 7,
    qualifier: "exact",
    series: null,
    vintage: null,
    source: "公报",
    sourceId: "bulletin",
    confidence: "verified",
    note: null,
  });
});

test("an event has dates as written and in days, and its participants as a list", () => {
  const [, works, visit] = typedRows("events", tableOfKind("events")).rows;
  assert.deepEqual(works?.row.dateStart, {
    written: "2014-03",
    precision: "month",
    start: "2014-03-01",
    end: "2014-03-31",
  });
  assert.deepEqual([works?.row.participants, visit?.row.participants], [[], ["org-gov", "org-firm"]]);
});

test("an identity has its years spelled out and its tolerance as a share where it is one", () => {
  const [sum, growth] = typedRows("identities", tableOfKind("identities")).rows;
  assert.deepEqual([sum?.row.years, sum?.row.tolerance], [[2019, 2020], { amount: 0.5, relative: false }]);
  assert.deepEqual(
    [growth?.row.regions, growth?.row.tolerance],
    [["990101", "990102"], { amount: 0.01, relative: true }],
  );
});

test("a row with a bad cell is left out, the others stay, and every bad cell is named", () => {
  const table = tableOfKind("observations");
  const rows = table.rows.map((row) =>
    row.line === 2 ? { ...row, cells: { ...row.cells, value: "many", period: "then" } } : row,
  );
  const typed = typedRows("observations", { ...table, rows });
  assert.equal(typed.rows.length, table.rows.length - 1);
  assert.deepEqual(
    typed.findings.map(({ line, column, found }) => [line, column, found]),
    [
      [2, "period", "then"],
      [2, "value", "many"],
    ],
  );
});
