import { errorAt, type Finding } from "./finding.ts";
import { type At, type Network, type Point, pointsOf, rowsOf, stationPoints, straightKm } from "./network.ts";
import { cellOf } from "./table.ts";

/** 物理界限. What trains, cars and people cannot beat; wide enough for rounded kilometres and minutes. */
const BOUNDS = {
  /** Passenger distance over straight distance. */
  railDetour: { low: 0.93, high: 2.3 },
  roadDetour: { low: 0.97, high: 1.8 },
  /** Fastest scheduled average with a stop at both ends, km/h. */
  topKmh: 355,
  slowestKmh: 18,
  /** Average between two stations in a straight line by public transport or car within a city, km/h. */
  transferKmh: 62,
} as const;

/** 距离与速度. Kilometres that fit the map, run times that a train can keep. */
export function physicsFindings(network: Network): readonly Finding[] {
  const stations = stationPoints(network);
  const nodes = pointsOf(rowsOf(network, "network/road-nodes"), "node_id");
  return [
    ...rowsOf(network, "network/sections").flatMap((at) => [
      ...detour(at, { points: stations, ends: ["from_id", "to_id"], bounds: BOUNDS.railDetour }),
      ...sectionSpeed(at),
    ]),
    ...rowsOf(network, "network/roads").flatMap((at) =>
      detour(at, { points: nodes, ends: ["from_node", "to_node"], bounds: BOUNDS.roadDetour }),
    ),
    ...rowsOf(network, "network/transfers").flatMap((at) => transferSpeed(at, stations)),
  ];
}

function detour(
  at: At,
  rule: {
    readonly points: ReadonlyMap<string, Point>;
    readonly ends: readonly [string, string];
    readonly bounds: { readonly low: number; readonly high: number };
  },
): readonly Finding[] {
  const [a, b] = rule.ends.map((column) => rule.points.get(cellOf(at.row, column)));
  if (!a || !b) return [];
  const straight = straightKm(a, b);
  const ratio = Number(cellOf(at.row, "km")) / straight;
  if (Number.isNaN(ratio) || (ratio >= rule.bounds.low && ratio <= rule.bounds.high)) return [];
  const { low, high } = rule.bounds;
  const expected = `${(straight * low).toFixed(1)} to ${(straight * high).toFixed(1)} km for ${straight.toFixed(1)} km in a straight line`;
  const advice = "Correct the distance or the coordinates of one end.";
  return [errorAt({ ...at, column: "km" }, { code: "detour", found: `${cellOf(at.row, "km")} km`, expected, advice })];
}

function sectionSpeed(at: At): readonly Finding[] {
  const kmh = (Number(cellOf(at.row, "km")) / Number(cellOf(at.row, "run_min"))) * 60;
  // Official kilometres and whole minutes round, so a short section may come out above the line's design speed.
  const top = Math.min(BOUNDS.topKmh, Number(cellOf(at.row, "design_kmh")) * 1.15 + 20);
  if (Number.isNaN(kmh) || (kmh <= top && kmh >= BOUNDS.slowestKmh)) return [];
  const found = `${cellOf(at.row, "run_min")} min, that is ${kmh.toFixed(0)} km/h`;
  const expected = `${BOUNDS.slowestKmh} to ${top.toFixed(0)} km/h on a line for ${cellOf(at.row, "design_kmh")} km/h`;
  const advice = "Correct run time, distance or design speed.";
  return [errorAt({ ...at, column: "run_min" }, { code: "impossible-run", found, expected, advice })];
}

function transferSpeed(at: At, points: ReadonlyMap<string, Point>): readonly Finding[] {
  const [a, b] = [points.get(cellOf(at.row, "from_id")), points.get(cellOf(at.row, "to_id"))];
  if (!a || !b) return [];
  const km = straightKm(a, b);
  const least = Math.ceil((km / BOUNDS.transferKmh) * 60);
  if (!(Number(cellOf(at.row, "minutes")) < least)) return [];
  const found = `${cellOf(at.row, "minutes")} min`;
  const expected = `at least ${least} min for ${km.toFixed(1)} km in a straight line`;
  return [
    errorAt(
      { ...at, column: "minutes" },
      { code: "impossible-transfer", found, expected, advice: "Correct the minutes or one of the stations." },
    ),
  ];
}
