import type { Reading } from "@qipan/policy/records/reading";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

/** 怎样读出. Which recogniser found the reading, what refined it, what a person should know; folded away. */
export function HowRead({ of }: { readonly of: Reading }): ReactElement {
  const { review } = useWords();
  return (
    <details className="block how">
      <summary>{review.how}</summary>
      <dl>
        <div>
          <dt>{review.recogniser}</dt>
          <dd>{of.recogniser}</dd>
        </div>
        <div>
          <dt>{review.refinements}</dt>
          <dd>{of.refinements.length > 0 ? of.refinements.join(", ") : review.nothing}</dd>
        </div>
        {of.diagnostics.map(({ code, message }) => (
          <div key={code}>
            <dt>{review.diagnostics}</dt>
            <dd lang="en">{message}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
