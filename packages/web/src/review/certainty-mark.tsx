import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

/** 确定程度. Stated ●, implied ◐, not stated ○, always with the word. */
export function CertaintyMark({ of }: { readonly of: "stated" | "implied" | null }): ReactElement {
  const { terms, parts } = useWords();
  return (
    <span className={of === null ? "certainty t3" : "certainty"}>
      <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
        <circle cx="5.5" cy="5.5" r="4.2" fill={of === "stated" ? "currentColor" : "none"} stroke="currentColor" />
        {of === "implied" ? <path d="M5.5 1.3a4.2 4.2 0 0 0 0 8.4Z" fill="currentColor" /> : null}
      </svg>
      {of === null ? parts.notStated : terms.certainties[of]}
    </span>
  );
}
