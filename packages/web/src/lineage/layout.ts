import { Graph, layout } from "@dagrejs/dagre";
import type { LineageEdge, LineageGraph, LineageNode } from "@qipan/policy/records/lineage";

/** 布局. Where each node and line of the graph stands, in pixels; the upper texts on the left. */
export interface Laid {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly node: LineageNode; readonly x: number; readonly y: number }[];
  readonly lines: readonly { readonly edge: LineageEdge; readonly path: string }[];
}

/** Size of a node. */
export const nodeSize = { width: 232, height: 44 } as const;

/** 排谱系. Lays a graph out in columns, the text that is served left of those that serve it; the same graph, the same place. */
export function laidOut({ nodes, edges }: LineageGraph): Laid {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 10, ranksep: 56, marginx: 4, marginy: 4, ranker: "tight-tree" });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key } of nodes) graph.setNode(key, { ...nodeSize });
  const drawn = edges.filter(({ from, to }) => from !== to && graph.hasNode(from) && graph.hasNode(to));
  for (const { from, to, relation } of drawn) graph.setEdge(to, from, {}, relation);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const placeOf = (key: string): { x: number; y: number } => {
    const { x = 0, y = 0 } = graph.node(key);
    return { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 };
  };
  return {
    width,
    height,
    nodes: nodes.map((node) => ({ node, ...placeOf(node.key) })),
    lines: drawn.map((edge) => ({ edge, path: curve(placeOf(edge.to), placeOf(edge.from)) })),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the right side of the upper text to the left side of the lower one. */
function curve(upper: Point, lower: Point): string {
  const from = { x: upper.x + nodeSize.width, y: upper.y + nodeSize.height / 2 };
  const to = { x: lower.x, y: lower.y + nodeSize.height / 2 };
  const bend = Math.max(24, (to.x - from.x) / 2);
  return `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`;
}
