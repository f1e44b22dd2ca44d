import type { ClausePlace } from "@qipan/policy/records/clause-link";
import { type ReactElement, useId } from "react";
import { count } from "../format/number.ts";
import { useWords } from "../words/use-words.ts";
import { ClauseName } from "./clause-name.tsx";

/** 落单条款. Clauses that serve nothing, or that nothing serves; each can be taken into the form below. */
export function LooseClauses(props: {
  readonly title: string;
  readonly note: string;
  readonly none: string;
  readonly of: readonly ClausePlace[];
  readonly onPick: ((place: ClausePlace) => void) | null;
}): ReactElement {
  const { clauses } = useWords();
  const id = useId();
  const { of, onPick } = props;
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>
        {props.title} <span className="t3">{count(of.length)}</span>
      </h2>
      <p className="t3 small">{of.length > 0 ? props.note : props.none}</p>
      <ul className="loose-clauses">
        {of.map((place) => (
          <li key={place.address}>
            <span className="tick" aria-hidden="true" />
            <ClauseName of={place} />{" "}
            {onPick ? (
              <button
                type="button"
                className="link small"
                aria-label={`${clauses.pick} ${clauses.pickFor(place.title)}`}
                onClick={() => onPick(place)}
              >
                {clauses.pick}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
