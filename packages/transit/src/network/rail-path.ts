import { type Network, rowsOf } from "./network.ts";
import { cellOf } from "./table.ts";

type Graph = ReadonlyMap<string, readonly { readonly to: string; readonly km: number }[]>;

/**
 * 轨道最短距离. Length in km of the shortest way over the sections between two stations, whatever their date or status;
 * null when there is none. Answers are kept, so asking for every leg of a timetable stays cheap.
 */
export function railDistances(network: Network): (from: string, to: string) => number | null {
  const graph = graphOf(network);
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (from, to) => {
    const reached = known.get(from) ?? shortestFrom(graph, from);
    known.set(from, reached);
    return reached.get(to) ?? null;
  };
}

function graphOf(network: Network): Graph {
  const graph = new Map<string, { to: string; km: number }[]>();
  for (const { row } of rowsOf(network, "network/sections")) {
    const [from, to, km] = [cellOf(row, "from_id"), cellOf(row, "to_id"), Number(cellOf(row, "km"))];
    for (const [start, end] of [
      [from, to],
      [to, from],
    ] as const) {
      graph.set(start, [...(graph.get(start) ?? []), { to: end, km }]);
    }
  }
  return graph;
}

/** Dijkstra, choosing the nearest open station by a scan: a region has some hundred stations. */
function shortestFrom(graph: Graph, from: string): ReadonlyMap<string, number> {
  const best = new Map([[from, 0]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const near = nearest(open, best);
    open.delete(near);
    for (const { to, km } of graph.get(near) ?? []) {
      const length = (best.get(near) ?? 0) + km;
      if (length >= (best.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(to, length);
      open.add(to);
    }
  }
  return best;
}

function nearest(open: ReadonlySet<string>, best: ReadonlyMap<string, number>): string {
  let winner = "";
  for (const station of open) {
    if (winner === "" || (best.get(station) ?? 0) < (best.get(winner) ?? 0)) winner = station;
  }
  return winner;
}
