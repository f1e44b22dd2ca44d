import type { Candidate } from "@qipan/policy/records/stored-reading";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { whyText } from "./why-text.ts";

/** 并入哪一条. Entries that may be the same thing, the likeliest first and chosen; each says why and can be opened. */
export function Candidates(props: {
  readonly of: readonly Candidate[];
  readonly chosen: string | undefined;
  readonly onChoose: (entry: string) => void;
}): ReactElement {
  const { review } = useWords();
  const name = useId();
  if (props.of.length === 0)
    return (
      <section className="block">
        <h3>{review.mergeInto}</h3>
        <p className="t3">{review.mergeNone}</p>
      </section>
    );
  return (
    <fieldset className="block candidates">
      <legend>{review.mergeInto}</legend>
      {props.of.map(({ entry, title, why }) => (
        <div key={entry} className="candidate">
          <label>
            <input
              type="radio"
              name={name}
              value={entry}
              checked={entry === props.chosen}
              onChange={() => props.onChoose(entry)}
            />
            <span className="doc" lang={languageTag.zh}>
              {title}
            </span>
          </label>
          <p className="small t3">
            {whyText(why, review)}{" "}
            <Link to="/entries/$id" params={{ id: entry }}>
              {review.mergeOpen}
              <span className="vh"> {title}</span>
            </Link>
          </p>
        </div>
      ))}
    </fieldset>
  );
}
