import { errorAt, type Finding, warningAt } from "./finding.ts";
import { type At, columnOf, type Network, rowsOf } from "./network.ts";
import { cellOf } from "./table.ts";

/** 次序与对称. Nothing open in the future, both directions alike, roads in one piece, trains that go forward in time. */
export function orderFindings(network: Network): readonly Finding[] {
  return [...futureFindings(network), ...asymmetric(network), ...splitRoads(network), ...tripFindings(network)];
}

function futureFindings(network: Network): readonly Finding[] {
  const rows = (["network/stations", "network/lines", "network/sections"] as const).flatMap((kind) =>
    rowsOf(network, kind),
  );
  return rows
    .filter(({ row }) => cellOf(row, "status") === "open" && cellOf(row, "opened") > network.asOf)
    .map((at) => {
      const expected = `a day not after ${network.asOf}, when the pack was compiled`;
      const advice = "Correct opened, or say construction or planned in status.";
      return errorAt(
        { ...at, column: "opened" },
        { code: "open-in-future", found: cellOf(at.row, "opened"), expected, advice },
      );
    });
}

function asymmetric(network: Network): readonly Finding[] {
  const rows = rowsOf(network, "network/transfers");
  const minutes = new Map(rows.map(({ row }) => [way(row, "from_id", "to_id"), cellOf(row, "minutes")]));
  return rows.flatMap((at) => {
    const back = minutes.get(way(at.row, "to_id", "from_id"));
    const there = cellOf(at.row, "minutes");
    if (back === undefined || back === there) return [];
    const expected = `${back} min, as the other way says: a transfer counts both ways`;
    const advice = "Keep one of the two rows, or give them the same minutes.";
    return [errorAt({ ...at, column: "minutes" }, { code: "asymmetric", found: `${there} min`, expected, advice })];
  });
}

function way(row: At["row"], from: string, to: string): string {
  return `${cellOf(row, from)}>${cellOf(row, to)}>${cellOf(row, "mode")}`;
}

function splitRoads(network: Network): readonly Finding[] {
  const nodes = [...columnOf(network, "network/road-nodes", "node_id")];
  const edges = rowsOf(network, "network/roads").map(
    ({ row }) => [cellOf(row, "from_node"), cellOf(row, "to_node")] as const,
  );
  const reached = new Set(nodes.slice(0, 1));
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const [a, b] of edges) {
      if (reached.has(a)) reached.add(b);
      if (reached.has(b)) reached.add(a);
    }
  }
  return rowsOf(network, "network/road-nodes")
    .filter(({ row }) => !reached.has(cellOf(row, "node_id")))
    .map((at) => {
      const expected = `a way over roads to ${nodes[0] ?? "the other nodes"}`;
      const advice = "Add the missing road, or remove the node.";
      return warningAt(
        { ...at, column: "node_id" },
        { code: "cut-off", found: cellOf(at.row, "node_id"), expected, advice },
      );
    });
}

function tripFindings(network: Network): readonly Finding[] {
  const byTrip = Map.groupBy(rowsOf(network, "network/stop-times"), ({ row }) => cellOf(row, "trip_id"));
  return rowsOf(network, "network/trips").flatMap((trip) => {
    const stops = byTrip.get(cellOf(trip.row, "trip_id")) ?? [];
    return [...stopCount(trip, stops), ...stops.flatMap((stop, index) => stopFindings(stop, index, stops[index - 1]))];
  });
}

function stopCount(trip: At, stops: readonly At[]): readonly Finding[] {
  const declared = cellOf(trip.row, "stops");
  if (stops.length === Number(declared)) return [];
  const advice = "Add or remove stop times, or correct the number.";
  const fault = { code: "trip-stops", found: `${stops.length} stop times`, expected: `${declared} stop times`, advice };
  return [errorAt({ ...trip, column: "stops" }, fault)];
}

function stopFindings(stop: At, index: number, before: At | undefined): readonly Finding[] {
  const [arrival, departure] = [Number(cellOf(stop.row, "arr_min")), Number(cellOf(stop.row, "dep_min"))];
  const left = before ? Number(cellOf(before.row, "dep_min")) : 0;
  return [
    ...(cellOf(stop.row, "seq") === String(index + 1)
      ? []
      : [disordered(stop, "seq", `${index + 1}, the next in order`)]),
    ...(arrival < left ? [disordered(stop, "arr_min", `at least ${left}, the departure before it`)] : []),
    ...(departure < arrival ? [disordered(stop, "dep_min", `at least ${arrival}, the arrival`)] : []),
  ];
}

function disordered(at: At, column: string, expected: string): Finding {
  const found = cellOf(at.row, column);
  return errorAt({ ...at, column }, { code: "trip-order", found, expected, advice: "Correct the stop time." });
}
