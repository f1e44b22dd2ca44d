import { type ReactElement, useEffect, useRef, useState } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { clausesIn, partsOf } from "./clauses.ts";

/** Words of the sentence that a reading stands in, and where they stand in the stored text. */
export interface Sentence {
  readonly raw: string;
  readonly start: number;
}

/**
 * 分成几条. The sentence with a cut between each two pauses; pressing one cuts there. Every part becomes a reading of its
 * own that waits; the one divided is kept and can be brought back.
 */
export function SplitForm(props: {
  readonly sentence: Sentence;
  readonly busy: boolean;
  readonly onSplit: (parts: readonly { start: number; end: number }[]) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { review } = useWords();
  const clauses = clausesIn(props.sentence.raw, props.sentence.start);
  const [cuts, setCuts] = useState<ReadonlySet<number>>(new Set());
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("button:not(:disabled)")?.focus(), []);
  const parts = partsOf(clauses, cuts);
  const toggle = (at: number): void => {
    const next = new Set(cuts);
    if (!next.delete(at)) next.add(at);
    setCuts(next);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc leaves the form, as in the others
    <div
      ref={place}
      className="split"
      role="group"
      aria-label={review.split.title}
      onKeyDown={(event) => (event.key === "Escape" ? props.onCancel() : undefined)}
    >
      <h3>{review.split.title}</h3>
      {clauses.length < 2 ? (
        <p className="t2">{review.split.whole}</p>
      ) : (
        <p className="t3 small">{review.split.hint}</p>
      )}
      <p className="split-words" lang={languageTag.zh}>
        {clauses.map(({ text, start }, index) => (
          <span key={start}>
            {index > 0 ? (
              <button
                type="button"
                className="cut"
                aria-pressed={cuts.has(index)}
                onClick={() => toggle(index)}
                aria-label={review.split.before(text)}
              >
                {cuts.has(index) ? "‖" : "¦"}
              </button>
            ) : null}
            {text.replaceAll(/\s+/gu, "")}
          </span>
        ))}
      </p>
      <div className="acts">
        <button
          type="button"
          className="btn main"
          disabled={props.busy || parts.length < 2}
          onClick={() => props.onSplit(parts)}
        >
          {review.split.do(parts.length)}
        </button>
        <button type="button" className="btn" onClick={props.onCancel}>
          {review.cancel}
        </button>
      </div>
    </div>
  );
}
