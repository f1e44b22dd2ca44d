import { type ReactElement, type ReactNode, useState } from "react";
import { useWords } from "../words/use-words.ts";

/** 步. One line of a trace, its number in bold by the caller; steps below it led to it. Leaves carry evidence. */
export interface Step {
  readonly line: ReactNode;
  readonly steps?: readonly Step[];
}

/** 何以见得. The tree behind a result, rule on top, evidence at its leaves; folds away. */
export function WhyTrace({ of, open = true }: { readonly of: Step; readonly open?: boolean }): ReactElement {
  const { parts } = useWords();
  const [shown, setShown] = useState(open);
  return (
    <div className="why">
      <button type="button" className="btn plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {parts.why}
      </button>
      <p>{of.line}</p>
      {shown && of.steps ? <Steps of={of.steps} /> : null}
    </div>
  );
}

function Steps({ of }: { readonly of: readonly Step[] }): ReactElement {
  return (
    <ol>
      {of.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- steps of a finished trace never move
        <li key={index}>
          {step.line}
          {step.steps ? <Steps of={step.steps} /> : null}
        </li>
      ))}
    </ol>
  );
}
