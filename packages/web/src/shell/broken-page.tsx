import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ProblemState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";

/** 画不出来. A fault of this app while drawing a page: the rest of the app stays, the message names the fault. */
export function BrokenPage({ error, reset }: ErrorComponentProps): ReactElement {
  const { frame } = useWords();
  return (
    <ProblemState
      title={frame.brokenTitle}
      text={`${frame.brokenKept} ${error instanceof Error ? error.message : String(error)}`}
      action={
        <button type="button" className="btn plain" onClick={reset}>
          {frame.brokenAction}
        </button>
      }
    />
  );
}
