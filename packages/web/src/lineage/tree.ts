import type { LineageEdge, LineageGraph, LineageNode } from "@qipan/policy/records/lineage";

/** 枝. A text with those that serve it; `relation` is how it serves the one above, null at the top. */
export interface Branch {
  readonly node: LineageNode;
  readonly relation: LineageEdge["relation"] | null;
  readonly below: readonly Branch[];
}

/**
 * 谱系成树. The same graph as a list: under each text those that serve it, by date. A text that serves several stands under
 * each; one that would come round to itself ends there. What serves nothing stands at the top.
 */
export function treeOf({ nodes, edges }: LineageGraph): readonly Branch[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const below = Map.groupBy(edges, ({ to }) => to);
  const serving = new Set(edges.filter(({ to }) => byKey.has(to)).map(({ from }) => from));
  const branch = (node: LineageNode, relation: Branch["relation"], above: ReadonlySet<string>): Branch => {
    const path = new Set([...above, node.key]);
    const seen = new Set<string>();
    const children = (below.get(node.key) ?? []).flatMap((edge): Branch[] => {
      const child = byKey.get(edge.from);
      if (!child || path.has(child.key) || seen.has(child.key)) return [];
      seen.add(child.key);
      return [branch(child, edge.relation, path)];
    });
    return { node, relation, below: children.toSorted(byDate) };
  };
  return nodes
    .filter(({ key }) => !serving.has(key))
    .map((node) => branch(node, null, new Set()))
    .toSorted((a, b) => b.below.length - a.below.length || byDate(a, b));
}

function byDate(a: Branch, b: Branch): number {
  const [first, second] = [a.node.date ?? "9999", b.node.date ?? "9999"];
  return first === second ? (a.node.title < b.node.title ? -1 : 1) : first < second ? -1 : 1;
}
