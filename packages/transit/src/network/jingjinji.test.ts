import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { checkNetwork } from "./check.ts";
import { isNetworkKind } from "./kinds.ts";
import { networkOf, stationPoints, straightKm } from "./network.ts";
import { railDistances } from "./rail-path.ts";
import type { NetworkTable } from "./table.ts";
import { typedRows } from "./typed-rows.ts";

interface Kinded {
  readonly kind: string;
  readonly table: NetworkTable;
}
type Edit = readonly [file: string, line: number, column: string, written: string];

const AS_OF = "2026-11-01";
const folder = new URL("../../../../data/jingjinji/", import.meta.url);
const manifest: { tables: { file: string; kind: string }[] } = JSON.parse(
  readFileSync(new URL("pack.json", folder), "utf8"),
);
const tables: readonly Kinded[] = manifest.tables
  .filter(({ kind }) => isNetworkKind(kind))
  .map(({ file, kind }) => ({ kind, table: readTable(file) }));

function readTable(file: string): NetworkTable {
  const [header = [], ...records]: string[][] = parse(readFileSync(new URL(file, folder), "utf8"));
  const cells = (record: readonly string[]): Record<string, string> =>
    Object.fromEntries(header.map((column, at) => [column, record[at] ?? ""]));
  return { file, header, rows: records.map((record, index) => ({ line: index + 2, cells: cells(record) })) };
}

function edited(all: readonly Kinded[], [file, line, column, written]: Edit): readonly Kinded[] {
  return all.map(({ kind, table }) => {
    if (table.file !== `rail/${file}.csv`) return { kind, table };
    const rows = table.rows.map((row) =>
      row.line === line ? { ...row, cells: { ...row.cells, [column]: written } } : row,
    );
    return { kind, table: { ...table, rows } };
  });
}

function findingsOf(all: readonly Kinded[]): readonly string[] {
  return checkNetwork(all, AS_OF).map(({ file, line, column, code }) => `${file} ${line} ${column ?? "-"} ${code}`);
}

test("the network of Jing-Jin-Ji has no findings", () => assert.deepEqual(checkNetwork(tables, AS_OF), []));

const FAULTS: readonly (readonly [sentence: string, edit: Edit, expected: string])[] = [
  ["a station of a section exists", ["sections", 2, "to_id", "ZZZ"], "rail/sections.csv 2 to_id unknown-reference"],
  ["a line of a section exists", ["sections", 3, "line_id", "ZZZ"], "rail/sections.csv 3 line_id unknown-reference"],
  ["a source key is explained", ["lines", 2, "source", "N-JJ;N-ZZ"], "rail/lines.csv 2 source unknown-reference"],
  [
    "the name beside an id is the station's",
    ["sections", 4, "from_zh", "武昌"],
    "rail/sections.csv 4 from_zh wrong-name",
  ],
  ["kilometres fit the map", ["sections", 5, "km", "450"], "rail/sections.csv 5 km detour"],
  [
    "no train is faster than the line allows",
    ["sections", 6, "run_min", "1"],
    "rail/sections.csv 6 run_min impossible-run",
  ],
  ["a pattern has a run for each leg", ["services", 2, "run_min", "71"], "rail/services.csv 2 run_min pattern"],
  ["a pattern does not wait at its ends", ["services", 3, "dwell_min", "0;3"], "rail/services.csv 3 dwell_min pattern"],
  ["no service outruns the rails", ["services", 4, "run_min", "5;22"], "rail/services.csv 4 run_min impossible-run"],
  [
    "a service ends after it begins",
    ["services", 5, "valid_to", "2010-01-01"],
    "rail/services.csv 5 valid_to dates-reversed",
  ],
  [
    "a station is open before trains stop",
    ["stations", 3, "opened", "2026-10-01"],
    "rail/services.csv 22 stops not-open",
  ],
  ["a last departure is a clock time", ["services", 6, "last_dep", "24:10"], "rail/services.csv 6 last_dep bad-cell"],
  [
    "nothing opens after the pack was made",
    ["lines", 3, "opened", "2027-01-01"],
    "rail/lines.csv 3 opened open-in-future",
  ],
  [
    "a change takes as long as the way",
    ["transfers", 2, "minutes", "3"],
    "rail/transfers.csv 2 minutes impossible-transfer",
  ],
  ["a change has one row", ["transfers", 3, "to_id", "BXP"], "rail/transfers.csv 3 from_id+to_id+mode duplicate-key"],
  ["a change takes as long back", ["transfers", 16, "to_id", "VNP"], "rail/transfers.csv 16 minutes asymmetric"],
  [
    "access starts at a known centre",
    ["access", 2, "centre_id", "999999"],
    "rail/access.csv 2 centre_id unknown-reference",
  ],
  ["a road fits the map", ["roads", 2, "km", "200"], "rail/roads.csv 2 km detour"],
  ["a county lies in its city", ["stations", 4, "adcode", "120101"], "rail/stations.csv 4 adcode other-city"],
  ["a point stands in one table", ["stations", 6, "lon", "116.5"], "rail/stations.csv 6 lon+lat two-points"],
  [
    "a train goes forward in time",
    ["timetable_20160310_stop_times", 3, "arr_min", "300"],
    "rail/timetable_20160310_stop_times.csv 3 arr_min trip-order",
  ],
  [
    "a train has its stops",
    ["timetable_20160310_trips", 2, "stops", "3"],
    "rail/timetable_20160310_trips.csv 2 stops trip-stops",
  ],
];

for (const [sentence, edit, expected] of FAULTS) {
  test(`${sentence}: ${edit.join(" ")}`, () => {
    const findings = findingsOf(edited(tables, edit));
    assert.ok(findings.includes(expected), `expected ${expected} among\n${findings.slice(0, 20).join("\n")}`);
  });
}

test("all faults are found in one run", () => {
  const findings = findingsOf(FAULTS.map(([, edit]) => edit).reduce(edited, tables));
  assert.deepEqual(
    FAULTS.map(([, , expected]) => expected).filter((expected) => !findings.includes(expected)),
    [],
  );
});

const without = (file: string, column: string, value: string): readonly Kinded[] =>
  tables.map(({ kind, table }) =>
    table.file === file
      ? { kind, table: { ...table, rows: table.rows.filter(({ cells }) => cells[column] !== value) } }
      : { kind, table },
  );

test("without the rows of no stated licence the network still holds", () => {
  assert.deepEqual(findingsOf(without("rail/services.csv", "licence", "facts-no-licence")), []);
});

test("without the OpenStreetMap points 29 stations have none, and that is a warning", () => {
  const findings = checkNetwork(without("rail/station-coordinates-odbl.csv", "licence", "ODbL-1.0"), AS_OF);
  assert.deepEqual([...new Set(findings.map(({ severity, code }) => `${severity} ${code}`))], ["warning no-point"]);
  assert.equal(findings.length, 29);
});

test("a pack without a network has nothing wrong with its network", () =>
  assert.deepEqual(checkNetwork([], AS_OF), []));

for (const [kind, expected] of [
  ["network/stations", ["error network/stations missing-table"]],
  ["network/station-coordinates", []],
  ["network/published-times", []],
] as const) {
  test(`without ${kind}, ${expected.length} tables are missed`, () => {
    const findings = checkNetwork(
      tables.filter((table) => table.kind !== kind),
      AS_OF,
    );
    const missed = findings.filter(({ code }) => code === "missing-table");
    assert.deepEqual(
      missed.map(({ severity, file, code }) => `${severity} ${file} ${code}`),
      expected,
    );
  });
}

test("rows are typed: stops as ids, minutes as numbers, clock times after midnight", () => {
  const services = tables.find(({ kind }) => kind === "network/services")?.table;
  assert.ok(services);
  const first = typedRows("network/services", services).rows[0]?.row;
  assert.deepEqual(first?.stops, ["BJP", "FUP", "BEP"]);
  assert.deepEqual(first?.runMin, [71, 56]);
  assert.equal(first?.firstDep, 12 * 60);
});

test("the way by rail is longer than the straight line, and there is none to a station that is not there", () => {
  const network = networkOf(tables, AS_OF);
  const [south, tianjin] = ["VNP", "TJP"].map((id) => stationPoints(network).get(id));
  assert.ok(south && tianjin);
  const railKm = railDistances(network);
  // 22 + 62 + 36 km: the three sections of the intercity line.
  assert.equal(railKm("VNP", "TJP"), 120);
  assert.ok(straightKm(south, tianjin) < 120);
  assert.equal(railKm("VNP", "nowhere"), null);
});
