import type { FactVerdict } from "@qipan/policy/records/statement";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

const shapes: Record<FactVerdict, { readonly tone: string; readonly shape: ReactElement }> = {
  conflicts: {
    tone: "unmet",
    shape: (
      <>
        <rect x=".7" y=".7" width="12.6" height="12.6" />
        <path d="M4.2 4.2l5.6 5.6M9.8 4.2 4.2 9.8" strokeWidth="1.5" />
      </>
    ),
  },
  stale: {
    tone: "near",
    shape: (
      <>
        <path d="M7 1 13.4 12.6H.6Z" />
        <path d="M7 5v3.8M7 10v1.2" />
      </>
    ),
  },
  refines: {
    tone: "met",
    shape: (
      <>
        <circle cx="7" cy="7" r="6.3" />
        <circle cx="7" cy="7" r="2.4" fill="currentColor" stroke="none" />
      </>
    ),
  },
  agrees: {
    tone: "met",
    shape: (
      <>
        <circle cx="7" cy="7" r="6.3" />
        <path d="M4 5.6h6M4 8.4h6" strokeWidth="1.5" />
      </>
    ),
  },
  "other-scope": {
    tone: "unknown",
    shape: (
      <>
        <path d="M7 .8 13.2 7 7 13.2 .8 7Z" />
        <path d="M4.6 5.8h4.8M4.6 8.2h4.8M8.4 4.2 5.6 9.8" />
      </>
    ),
  },
};

/** 判定灯. ✕ in a square, ! in a triangle, a point in a circle, = in a circle, ≠ in a diamond, always with the word. */
export function VerdictLight({ of }: { readonly of: FactVerdict }): ReactElement {
  const { facts } = useWords();
  const { tone, shape } = shapes[of];
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
      {facts.verdicts[of]}
    </span>
  );
}
