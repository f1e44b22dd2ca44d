import type { LineageGraph } from "@qipan/policy/records/lineage";
import { type ReactElement, useMemo } from "react";
import { useWords } from "../words/use-words.ts";
import { laidOut, nodeSize } from "./layout.ts";
import { NodeFacts, NodeLink } from "./node-link.tsx";

/** 谱系图. Texts in columns, upper ones on the left, with lines to those that serve, implement or replace them. */
export function LineageFigure({ of }: { readonly of: LineageGraph }): ReactElement {
  const { lineage } = useWords();
  const { width, height, nodes, lines } = useMemo(() => laidOut(of), [of]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <div className="lineage-figure" role="region" aria-label={lineage.figure} tabIndex={0}>
      <div className="lineage-plane" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {lines.map(({ edge, path }) => (
            <path key={`${edge.from} ${edge.to} ${edge.relation}`} className={`line ${edge.relation}`} d={path} />
          ))}
        </svg>
        <ul aria-label={lineage.title}>
          {nodes.map(({ node, x, y }) => (
            <li
              key={node.key}
              className={node.held ? "lineage-node on" : "lineage-node"}
              style={{ left: x, top: y, ...nodeSize }}
            >
              <NodeLink of={node} />
              <NodeFacts of={node} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
