import type { Verdict } from "@qipan/server/contract/observations";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";

const shapes: Record<Verdict["outcome"], { readonly tone: string; readonly shape: ReactElement }> = {
  met: {
    tone: "met",
    shape: (
      <>
        <circle cx="7" cy="7" r="6.3" />
        <path d="M4 7.2 6.2 9.4 10.2 4.9" strokeWidth="1.5" />
      </>
    ),
  },
  "not-met": {
    tone: "unmet",
    shape: (
      <>
        <rect x=".7" y=".7" width="12.6" height="12.6" />
        <path d="M4.2 4.2l5.6 5.6M9.8 4.2 4.2 9.8" strokeWidth="1.5" />
      </>
    ),
  },
  "cannot-tell": {
    tone: "unknown",
    shape: (
      <>
        <path d="M7 .8 13.2 7 7 13.2 .8 7Z" />
        <path d="M5.2 5.6C5.2 4.5 6 3.9 7 3.9S8.8 4.5 8.8 5.5C8.8 6.6 7 6.6 7 8.1M7 9.3V10.2" />
      </>
    ),
  },
};

/** 判定. ✓ in a circle, ✕ in a square, ? in a diamond, always with the word; `children` replace the word, for example with what is missing. */
export function VerdictMark({
  outcome,
  children,
}: {
  readonly outcome: Verdict["outcome"];
  readonly children?: ReactNode;
}): ReactElement {
  const { parts } = useWords();
  const { tone, shape } = shapes[outcome];
  return (
    <span className={`verdict ${tone}`}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
      >
        {shape}
      </svg>
      {children ?? parts.verdicts[outcome]}
    </span>
  );
}
