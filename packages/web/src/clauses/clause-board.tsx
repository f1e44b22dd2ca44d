import type { ClausePlace } from "@qipan/policy/records/clause-link";
import { type ReactElement, useId, useMemo, useState } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { useReviewKeys } from "../review/use-review-keys.ts";
import { useWords } from "../words/use-words.ts";
import { type ClauseLinks, clauseRows, lowerClauses, upperClauses } from "./clause-rows.ts";
import { ClauseTable } from "./clause-table.tsx";
import { LinkForm, type Pair, type Side } from "./link-form.tsx";
import { LooseClauses } from "./loose-clauses.tsx";
import { stepSuggestion } from "./suggestion-focus.ts";
import { useClauseActs } from "./use-clause-acts.ts";

/** 对应台. Counts, the table of links, what stands alone on either side, and the form that links two by hand. */
export function ClauseBoard(props: {
  readonly lower: string;
  readonly upper: string;
  readonly mayLink: boolean;
}): ReactElement {
  const { lower, upper, mayLink } = props;
  return (
    <Answer of={useAsk("listClauseLinks", { query: { lower, upper } })} lines={12} missing={null}>
      {(answer) => <Board of={answer} mayLink={mayLink} />}
    </Answer>
  );
}

function Board({ of, mayLink }: { readonly of: ClauseLinks; readonly mayLink: boolean }): ReactElement {
  const { clauses } = useWords();
  const acts = useClauseActs();
  const [pair, setPair] = useState<Pair>({ upper: "", lower: "" });
  const id = useId();
  const ids = { upper: `${id}-upper`, lower: `${id}-lower` };
  const rows = useMemo(() => clauseRows(of), [of]);
  useReviewKeys({ j: () => stepSuggestion(1), k: () => stepSuggestion(-1) });
  if (of.counts.upper === 0 || of.counts.lower === 0)
    return <EmptyState title={clauses.noClauses} text={clauses.noClausesText} />;
  const pick = (side: Side) =>
    mayLink
      ? ({ address }: ClausePlace): void => {
          setPair({ ...pair, [side]: address });
          document.getElementById(ids[side === "upper" ? "lower" : "upper"])?.focus();
        }
      : null;
  return (
    <>
      <Counts of={of} mayLink={mayLink} />
      <p className="saved" role="status">
        {acts.said}
      </p>
      <div className="entry-cols">
        <div>
          <ClauseTable rows={rows} mayLink={mayLink} acts={acts} />
        </div>
        <aside className="entry-side" aria-label={`${clauses.unserved} ${clauses.orphans}`}>
          <LooseClauses
            title={clauses.unserved}
            note={clauses.unservedNote}
            none={clauses.allServed}
            of={of.unserved}
            onPick={pick("upper")}
          />
          <LooseClauses
            title={clauses.orphans}
            note={clauses.orphansNote}
            none={clauses.noOrphans}
            of={of.orphans}
            onPick={pick("lower")}
          />
          {mayLink ? (
            <LinkForm
              clauses={{ upper: upperClauses(of), lower: lowerClauses(of) }}
              pair={pair}
              ids={ids}
              onPair={setPair}
              onSaid={acts.say}
            />
          ) : null}
        </aside>
      </div>
    </>
  );
}

function Counts({ of, mayLink }: { readonly of: ClauseLinks; readonly mayLink: boolean }): ReactElement {
  const { clauses } = useWords();
  const { upper, lower } = of.counts;
  const counted = {
    upper,
    lower,
    served: upper - of.unserved.length,
    serving: lower - of.orphans.length,
  };
  return (
    <p className="clause-counts small" tabIndex={-1} data-counts>
      {clauses.counts(counted)} <span className="t3">{clauses.suggested(of.suggestions.length)}</span>{" "}
      {mayLink && of.suggestions.length > 0 ? (
        <span className="t3 nb">
          <kbd>J</kbd> <kbd>K</kbd> {clauses.keys}
        </span>
      ) : null}
      {mayLink ? null : <span className="t3"> {clauses.readOnly}</span>}
    </p>
  );
}
