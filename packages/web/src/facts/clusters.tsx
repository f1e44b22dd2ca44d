import type { FactVerdict } from "@qipan/policy/records/statement";
import type { Output } from "@qipan/server/contract/client";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useRef } from "react";
import { EmptyState } from "../parts/state-boxes.tsx";
import { PlaceNamesContext } from "../review/place-names.ts";
import { useReviewKeys } from "../review/use-review-keys.ts";
import { useWords } from "../words/use-words.ts";
import { ClusterCard } from "./cluster-card.tsx";
import { useStep } from "./use-step.ts";
import { VerdictFilter } from "./verdict-filter.tsx";

interface Listed {
  readonly of: Output<"listFacts">;
  readonly verdict: FactVerdict | undefined;
  /** Lists more; undefined when the operation gives no more at once. */
  readonly onMore: (() => void) | undefined;
}

/** 各组. The cards of all facts that fit, with the filter above and how many there are. */
export function Clusters({ of, verdict, onMore }: Listed): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const step = useStep(list);
  useReviewKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      <FilterLine of={of} verdict={verdict} />
      <div ref={list}>
        <PlaceNamesContext value={of.places}>
          {of.clusters.map((cluster) => (
            <ClusterCard key={cluster.key} of={cluster} />
          ))}
        </PlaceNamesContext>
      </div>
      {of.clusters.length === 0 && verdict ? <NoneSuch verdict={verdict} /> : null}
      <Rest of={of} onMore={onMore} />
    </>
  );
}

function FilterLine({ of, verdict }: Pick<Listed, "of" | "verdict">): ReactElement {
  const { facts } = useWords();
  const navigate = useNavigate();
  const total = Object.values(of.counts).reduce((sum, n) => sum + n, 0);
  const choose = (next: FactVerdict | undefined): void =>
    void navigate({ to: ".", search: (held) => ({ ...held, verdict: next }), replace: true, resetScroll: false });
  return (
    <div className="facts-line">
      <VerdictFilter counts={of.counts} value={verdict} onChange={choose} />
      <p className="t3 small" role="status">
        {facts.compared(of.statements, of.documents, total)}
        {of.cut ? <span className="near"> {facts.cut(of.statements)}</span> : null}
      </p>
    </div>
  );
}

function NoneSuch({ verdict }: { readonly verdict: FactVerdict }): ReactElement {
  const { facts } = useWords();
  return (
    <EmptyState
      title={facts.noneSuch(facts.verdicts[verdict])}
      action={
        <Link to="." search={(held) => ({ ...held, verdict: undefined })}>
          {facts.seeAll}
        </Link>
      }
    />
  );
}

function Rest({ of, onMore }: Pick<Listed, "of" | "onMore">): ReactElement {
  const { facts } = useWords();
  const shown = of.clusters.length;
  return (
    <>
      {shown < of.total ? (
        <p className="more-rows">
          {onMore ? (
            <button type="button" className="btn" onClick={onMore}>
              {facts.more}
            </button>
          ) : null}{" "}
          <span className="t3 small">{facts.shown(shown, of.total)}</span>
        </p>
      ) : null}
      {shown > 1 ? (
        <p className="t3 small facts-keys">
          <kbd>K</kbd> <kbd>J</kbd> {facts.keys}
        </p>
      ) : null}
    </>
  );
}
