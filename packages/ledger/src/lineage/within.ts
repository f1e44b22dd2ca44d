import type { LineageEdge, LineageNode } from "@qipan/policy/records/lineage";

interface Graph {
  readonly nodes: LineageNode[];
  readonly edges: LineageEdge[];
}

/** 周边. What lies within so many steps of a node, edges followed both ways. */
export function within({ nodes, edges }: Graph, root: string, depth: number): Graph {
  const near = new Set([root]);
  let edge = new Set([root]);
  for (let step = 0; step < depth && edge.size > 0; step += 1) {
    const next = new Set<string>();
    for (const { from, to } of edges) {
      if (edge.has(from) && !near.has(to)) next.add(to);
      if (edge.has(to) && !near.has(from)) next.add(from);
    }
    for (const key of next) near.add(key);
    edge = next;
  }
  return {
    nodes: nodes.filter(({ key }) => near.has(key)),
    edges: edges.filter(({ from, to }) => near.has(from) && near.has(to)),
  };
}
