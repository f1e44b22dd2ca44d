import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { ClauseName } from "./clause-name.tsx";
import type { Suggestion } from "./clause-rows.ts";
import { placeOfSuggestion } from "./suggestion-focus.ts";
import type { ClauseActs } from "./use-clause-acts.ts";

/** 拟对应一对. A likely pair with how alike it is; one press links it and goes on to the next. */
export function SuggestionLine(props: {
  readonly of: Suggestion;
  readonly mayLink: boolean;
  readonly acts: ClauseActs;
}): ReactElement {
  const { clauses } = useWords();
  const { of, acts } = props;
  const { lower, upper, likeness } = of;
  const { isPending, problem } = acts.confirming(of);
  return (
    <li className="suggestion">
      <span className="tick" aria-hidden="true" />
      <ClauseName of={lower} />{" "}
      <span className="t3 small">
        {clauses.suggestion} · {clauses.likeness(Math.round(likeness * 100))}
      </span>{" "}
      {props.mayLink ? (
        <button
          type="button"
          className="btn"
          data-suggestion
          disabled={isPending}
          aria-label={`${clauses.link} ${clauses.linkThis(lower.title, upper.title)}`}
          onClick={(event) => acts.confirm(of, placeOfSuggestion(event.currentTarget))}
        >
          {clauses.link}
        </button>
      ) : null}
      {problem ? (
        <span className="field-wrong small" role="alert">
          {clauses.failed}：{problem}
        </span>
      ) : null}
    </li>
  );
}
