/**
 * 循环. Groups of files that import each other in a circle, each as one path back to its start; none is an empty list.
 * Depth-first search; an edge to a file still open on the way down closes a circle (Tarjan 1972, without the components).
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const state = new Map<string, "open" | "done">();
  const cycles: string[][] = [];
  const way: string[] = [];
  const visit = (file: string): void => {
    state.set(file, "open");
    way.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === "open") cycles.push([...way.slice(way.indexOf(next)), next]);
      else if (!state.has(next) && graph.has(next)) visit(next);
    }
    way.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return cycles;
}
