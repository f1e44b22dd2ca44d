import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { ClauseName } from "./clause-name.tsx";
import { type ClauseRow, depthOf } from "./clause-rows.ts";
import { LinkLine } from "./link-line.tsx";
import { SuggestionLine } from "./suggestion-line.tsx";
import type { ClauseActs } from "./use-clause-acts.ts";

/** 对应表. A clause of the upper document a row, beside it the clauses that serve it and those that are likely to. */
export function ClauseTable(props: {
  readonly rows: readonly ClauseRow[];
  readonly mayLink: boolean;
  readonly acts: ClauseActs;
}): ReactElement {
  const { clauses } = useWords();
  return (
    <table className="clause-table">
      <caption className="vh">{clauses.table}</caption>
      <thead>
        <tr>
          <th scope="col">{clauses.upperClause}</th>
          <th scope="col">{clauses.lowerClauses}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.upper.address}>
            <th scope="row" className={`depth-${depthOf(row.upper)}`}>
              <ClauseName of={row.upper} />
            </th>
            <td>
              <Serving of={row} mayLink={props.mayLink} acts={props.acts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Serving(props: {
  readonly of: ClauseRow;
  readonly mayLink: boolean;
  readonly acts: ClauseActs;
}): ReactElement {
  const { clauses } = useWords();
  const { links, suggestions, isUnserved } = props.of;
  return (
    <>
      {isUnserved ? (
        <span className="t2 small">
          <span className="tick" aria-hidden="true" />
          {clauses.unservedHere}
        </span>
      ) : null}
      {!isUnserved && links.length === 0 ? <span className="t3 small">{clauses.servedBelow}</span> : null}
      <ul>
        {links.map((link) => (
          <LinkLine key={link.id} of={link} mayUnlink={props.mayLink} acts={props.acts} />
        ))}
        {suggestions.map((suggestion) => (
          <SuggestionLine key={suggestion.lower.address} of={suggestion} mayLink={props.mayLink} acts={props.acts} />
        ))}
      </ul>
    </>
  );
}
