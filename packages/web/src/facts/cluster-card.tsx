import type { FactCluster } from "@qipan/policy/records/statement";
import { memo, type ReactElement, useId, useMemo } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { clusterView, type NumberedStatement } from "./cluster-view.ts";
import { FindingList } from "./finding-list.tsx";
import { StatementTable } from "./statement-table.tsx";
import { VerdictLight } from "./verdict-light.tsx";

/** Groups of up to so many statements show all of them at once. */
const fewStatements = 6;

/** 一组之卡. One fact: what it is, the verdict, who says what, and why they agree or clash. */
export const ClusterCard = memo(function ClusterCard({ of }: { readonly of: FactCluster }): ReactElement {
  const { facts } = useWords();
  const id = useId();
  const view = useMemo(() => clusterView(of), [of]);
  const [first, others] = split(view.statements);
  return (
    <article className="fact-card" aria-labelledby={id}>
      <header>
        <h2 className="doc" id={id} tabIndex={-1} lang={languageTag.zh}>
          {view.title}
        </h2>
        <VerdictLight of={of.verdict} />
      </header>
      <StatementTable rows={first} view={view} />
      {others.length > 0 ? (
        <details className="fact-others">
          <summary>{facts.others(others.length)}</summary>
          <StatementTable rows={others} view={view} />
        </details>
      ) : null}
      <FindingList of={view} />
    </article>
  );
});

/** A large group shows the statements at issue, or the first of them; the others fold away. */
function split(
  statements: readonly NumberedStatement[],
): readonly [readonly NumberedStatement[], readonly NumberedStatement[]] {
  if (statements.length <= fewStatements) return [statements, []];
  const first = statements.filter(({ isAtIssue }) => isAtIssue).slice(0, fewStatements);
  return [first, statements.filter((statement) => !first.includes(statement))];
}
