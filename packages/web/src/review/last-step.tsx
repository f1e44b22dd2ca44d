import { type ReactElement, useEffect, useRef } from "react";
import { ProblemState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";
import type { Decisions } from "./use-decisions.ts";

/** 上一步. What was done last, in words, with the way back; a refusal stands in its place and comes into sight. */
export function LastStep({ decisions }: { readonly decisions: Decisions }): ReactElement {
  const { review } = useWords();
  const { last, problem } = decisions;
  const undo = last?.undo ?? null;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (problem ? place.current?.scrollIntoView({ block: "nearest" }) : undefined), [problem]);
  return (
    <div ref={place} className="last-act" role="status">
      {problem ? <ProblemState title={review.failed} text={problem.message} /> : null}
      {last ? (
        <p className="small">
          {last.said}{" "}
          {undo ? (
            <button type="button" className="link" disabled={decisions.busy} onClick={() => decisions.undo(undo)}>
              {review.acts.undo}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
