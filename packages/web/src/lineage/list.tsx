import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { NodeFacts, NodeLink } from "./node-link.tsx";
import type { Branch } from "./tree.ts";

/** 谱系表. The graph as a list of lists; how a text serves the one above stands before it. */
export function LineageList({ of }: { readonly of: readonly Branch[] }): ReactElement {
  const { lineage } = useWords();
  return (
    <ul className="lineage-list">
      {of.map(({ node, relation, below }) => (
        <li key={node.key}>
          <p>
            {relation && relation !== "serves" ? <span className="tag">{lineage.relations[relation]}</span> : null}{" "}
            <NodeLink of={node} /> <NodeFacts of={node} />
          </p>
          {below.length > 0 ? <LineageList of={below} /> : null}
        </li>
      ))}
    </ul>
  );
}
