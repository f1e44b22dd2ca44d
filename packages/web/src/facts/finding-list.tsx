import type { ReactElement } from "react";
import { ReadAmount } from "../review/read-value.tsx";
import { useWords } from "../words/use-words.ts";
import type { ClusterView, NumberedFinding } from "./cluster-view.ts";
import { StatementNumber } from "./statement-number.tsx";
import { VerdictLight } from "./verdict-light.tsx";

const shown = 6;

/** 判定之由. Which two statements the gravest verdict is on and why; the rest of them and the lesser verdicts fold away. */
export function FindingList({ of: { main, rest } }: { readonly of: ClusterView }): ReactElement {
  const { facts } = useWords();
  return (
    <div className="fact-findings">
      <Lines of={main.slice(0, shown)} isAtIssue />
      {main.length > shown ? (
        <details>
          <summary>{facts.moreFindings(main.length - shown)}</summary>
          <Lines of={main.slice(shown)} isAtIssue />
        </details>
      ) : null}
      {rest.map(([verdict, group]) => (
        <details key={verdict}>
          <summary>
            <VerdictLight of={verdict} /> <span className="t3">{facts.places(group.length)}</span>
          </summary>
          <Lines of={group} isAtIssue={false} />
        </details>
      ))}
    </div>
  );
}

function Lines(props: { readonly of: readonly NumberedFinding[]; readonly isAtIssue: boolean }): ReactElement {
  const { facts } = useWords();
  return (
    <ul aria-label={facts.findings}>
      {props.of.map(({ earlier, later, finding }) => (
        <li key={`${finding.earlier} ${finding.later} ${finding.ground}`}>
          <span className="nb">
            <StatementNumber of={earlier} isAtIssue={props.isAtIssue} /> {facts.pair}{" "}
            <StatementNumber of={later} isAtIssue={props.isAtIssue} />
          </span>{" "}
          {facts.grounds[finding.ground]}
          {finding.amount === null ? null : (
            <>
              {facts.colon}
              <b>
                <ReadAmount amount={finding.amount} unit={finding.unit} />
              </b>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
