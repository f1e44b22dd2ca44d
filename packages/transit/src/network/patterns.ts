import { errorAt, type Fault, type Finding } from "./finding.ts";
import type { At, Network, Point } from "./network.ts";
import { rowsOf, stationPoints, straightKm } from "./network.ts";
import { railDistances } from "./rail-path.ts";
import type { ServiceRow } from "./services.ts";
import { cellOf } from "./table.ts";
import { typedRows } from "./typed-rows.ts";

/** Averages between two stops that no train reaches, km/h: in a straight line, and along the shortest rails. */
const TOP_STRAIGHT_KMH = 340;
const TOP_RAIL_KMH = 345;

interface World {
  readonly opened: ReadonlyMap<string, { readonly status: string; readonly opened: string }>;
  readonly points: ReadonlyMap<string, Point>;
  readonly railKm: (from: string, to: string) => number | null;
}

/** 开行方案. Patterns that hang together: as many times as stops, stations open, rails to run on, speeds in reach. */
export function patternFindings(network: Network): readonly Finding[] {
  const table = network.tables.get("network/services");
  if (!table) return [];
  const world = worldOf(network);
  return typedRows("network/services", table).rows.flatMap(({ line, row }) => {
    const at = { table, row: { line, cells: {} } };
    return [
      ...lengthFindings(at, row),
      ...dayFindings(at, row),
      ...legFindings(at, row, world),
      ...openFindings(at, row, world),
    ];
  });
}

function worldOf(network: Network): World {
  const stations = rowsOf(network, "network/stations");
  const opened = new Map(
    stations.map(({ row }) => [
      cellOf(row, "station_id"),
      { status: cellOf(row, "status"), opened: cellOf(row, "opened") },
    ]),
  );
  return { opened, points: stationPoints(network), railKm: railDistances(network) };
}

function lengthFindings(at: At, row: ServiceRow): readonly Finding[] {
  const stops = row.stops.length;
  const rules: readonly (readonly [boolean, string, Omit<Fault, "code">])[] = [
    [stops < 2, "stops", { found: `${stops} stops`, expected: "at least 2", advice: "Add the missing stops." }],
    [
      new Set(row.stops).size < stops,
      "stops",
      { found: row.stops.join(">"), expected: "every stop once", advice: "Remove the repeated stop." },
    ],
    [
      row.runMin.length !== stops - 1,
      "run_min",
      {
        found: `${row.runMin.length} run times`,
        expected: `${stops - 1} for ${stops} stops`,
        advice: "Give one for each leg.",
      },
    ],
    [
      row.dwellMin.length !== stops,
      "dwell_min",
      { found: `${row.dwellMin.length} dwell times`, expected: `${stops}`, advice: "Give one for each stop." },
    ],
    [
      row.dwellMin.at(0) !== 0 || row.dwellMin.at(-1) !== 0,
      "dwell_min",
      { found: row.dwellMin.join(";"), expected: "0 at both ends", advice: "Write 0 for the first and last stop." },
    ],
  ];
  return rules.flatMap(([broken, column, fault]) =>
    broken ? [errorAt({ ...at, column }, { code: "pattern", ...fault })] : [],
  );
}

function dayFindings(at: At, row: ServiceRow): readonly Finding[] {
  const findings: Finding[] = [];
  if (row.firstDep > row.lastDep) {
    const advice = "Correct first_dep or last_dep.";
    const expected = "a last departure not before the first";
    findings.push(
      errorAt(
        { ...at, column: "last_dep" },
        { code: "dates-reversed", found: `minute ${row.lastDep}`, expected, advice },
      ),
    );
  }
  if (row.validTo !== null && row.validTo < row.validFrom) {
    const expected = `a day not before valid_from ${row.validFrom}`;
    const advice = "Correct valid_from or valid_to.";
    findings.push(
      errorAt({ ...at, column: "valid_to" }, { code: "dates-reversed", found: row.validTo, expected, advice }),
    );
  }
  return findings;
}

function openFindings(at: At, row: ServiceRow, world: World): readonly Finding[] {
  if (row.basis === "scenario") return [];
  return row.stops.flatMap((stop) => {
    const station = world.opened.get(stop);
    if (!station || (station.status === "open" && station.opened <= row.validFrom)) return [];
    const expected = `a station open on ${row.validFrom}, the first day of the service`;
    const advice = "Correct valid_from or the station's opening, or call the service a scenario.";
    const found = `${stop}: ${station.status}, opened ${station.opened}`;
    return [errorAt({ ...at, column: "stops" }, { code: "not-open", found, expected, advice })];
  });
}

function legFindings(at: At, row: ServiceRow, world: World): readonly Finding[] {
  return row.stops.slice(1).flatMap((to, leg) => {
    const from = row.stops[leg] ?? "";
    const run = row.runMin[leg];
    if (run === undefined || !world.opened.has(from) || !world.opened.has(to)) return [];
    const fault = legFault({ from, to, run, world });
    return fault ? [errorAt({ ...at, column: "run_min" }, fault)] : [];
  });
}

function legFault(leg: {
  readonly from: string;
  readonly to: string;
  readonly run: number;
  readonly world: World;
}): Fault | null {
  const { from, to, run, world } = leg;
  const railKm = world.railKm(from, to);
  if (railKm === null) {
    const advice = "Add the missing section, or correct the stops.";
    return { code: "no-rails", found: `${from} to ${to}`, expected: "a way over sections between the two", advice };
  }
  const [a, b] = [world.points.get(from), world.points.get(to)];
  const straightKmh = a && b ? (straightKm(a, b) / run) * 60 : 0;
  const railKmh = (railKm / run) * 60;
  if (straightKmh < TOP_STRAIGHT_KMH && railKmh <= TOP_RAIL_KMH) return null;
  const found = `${from} to ${to} in ${run} min, that is ${railKmh.toFixed(0)} km/h over ${railKm.toFixed(1)} km`;
  const advice = "Correct the run time, a distance or the coordinates.";
  return { code: "impossible-run", found, expected: `at most ${TOP_RAIL_KMH} km/h`, advice };
}
