import type { LineageGraph } from "@qipan/policy/records/lineage";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { Declared } from "../lineage/declared.tsx";
import { LineageFigure } from "../lineage/figure.tsx";
import { LineageList } from "../lineage/list.tsx";
import { treeOf } from "../lineage/tree.ts";
import { Answer } from "../parts/answer.tsx";
import { Seg } from "../parts/seg.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useDay } from "../shell/use-day.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/lineage");

/** 谱系. Plans and documents by what they serve; declared parts against those held. */
export function LineagePage(): ReactElement {
  const { lineage } = useWords();
  const { root, view = "figure" } = route.useSearch();
  const navigate = useNavigate();
  const { asOf } = useDay().query;
  const query = { ...(root ? { root } : {}), ...(asOf ? { asOf } : {}) };
  return (
    <div className="lineage-page">
      <PageHead title={lineage.title} note={lineage.note}>
        <Seg
          label={lineage.view}
          options={[
            { id: "figure", label: lineage.views.figure },
            { id: "list", label: lineage.views.list },
          ]}
          value={view}
          onChange={(next) =>
            void navigate({
              to: ".",
              search: (held) => ({ ...held, view: next === "figure" ? undefined : next }),
              replace: true,
            })
          }
        />
      </PageHead>
      {root ? (
        <p className="small">
          <Link to="/lineage" search={view === "list" ? { view } : {}}>
            {lineage.whole}
          </Link>
        </p>
      ) : null}
      <Answer of={useAsk("getLineage", { query })} lines={12}>
        {(graph) => <Graph graph={graph} view={view} />}
      </Answer>
      <section aria-labelledby="declared">
        <h2 id="declared">{lineage.declared}</h2>
        <Answer of={useAsk("listDeclared", { query: {} })} lines={4}>
          {({ items }) => <Declared of={items} />}
        </Answer>
      </section>
    </div>
  );
}

function Graph({ graph, view }: { readonly graph: LineageGraph; readonly view: "figure" | "list" }): ReactElement {
  const { lineage } = useWords();
  const tree = useMemo(() => treeOf(graph), [graph]);
  const held = graph.nodes.filter((node) => node.held).length;
  if (graph.nodes.length === 0) return <EmptyState title={lineage.none} text={lineage.noneText} />;
  return (
    <>
      <p className="t3 small" role="status">
        {lineage.counts(graph.nodes.length, held)}
        {graph.truncated ? ` ${lineage.truncated}` : ""}
      </p>
      <ul className="lineage-key small t2" aria-label={lineage.key}>
        <li>
          <span className="tick held-tick" aria-hidden="true" /> {lineage.held}
        </li>
        <li>
          <span className="tick" aria-hidden="true" /> {lineage.notHeld}
        </li>
        {(["serves", "implements", "replaces", "version-of"] as const).map((relation) => (
          <li key={relation}>
            <svg width="22" height="8" aria-hidden="true">
              <path className={`line ${relation}`} d="M0,4 H22" />
            </svg>{" "}
            {lineage.relations[relation]}
          </li>
        ))}
      </ul>
      {view === "figure" ? <LineageFigure of={graph} /> : null}
      <div className={view === "figure" ? "lineage-narrow" : undefined}>
        <LineageList of={tree} />
      </div>
    </>
  );
}
