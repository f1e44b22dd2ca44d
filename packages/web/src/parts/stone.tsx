import type { ReactElement } from "react";

/** 子. States of a stone; `overdue` is a date passed without proof, `merged` a project that became part of another. */
export type StoneState = "done" | "recent" | "building" | "planned" | "near" | "overdue" | "merged";

/** Glyph of a stone, 15 px; a word beside it or a label on its link says the state. */
export function Stone({ state, size = 15 }: { readonly state: StoneState; readonly size?: number }): ReactElement {
  return (
    <svg className="stone" width={size} height={size} viewBox="0 0 15 15" aria-hidden="true">
      <StoneShape state={state} />
    </svg>
  );
}

/** The same glyph as shapes of an SVG, centred in a field of 15 by 15. */
export function StoneShape({ state }: { readonly state: StoneState }): ReactElement {
  switch (state) {
    case "done":
      return <circle cx="7.5" cy="7.5" r="5.5" fill="var(--text)" />;
    case "recent":
      return (
        <>
          <circle cx="7.5" cy="7.5" r="5.5" fill="var(--text)" />
          <circle cx="7.5" cy="7.5" r="2.1" fill="var(--seal)" stroke="var(--surface)" strokeWidth=".8" />
        </>
      );
    case "building":
      return <circle cx="7.5" cy="7.5" r="4.9" fill="var(--surface)" stroke="var(--text)" strokeWidth="1.2" />;
    case "near":
      return (
        <>
          <circle cx="7.5" cy="7.5" r="4.9" fill="var(--surface)" stroke="var(--text)" strokeWidth="1.2" />
          <circle cx="7.5" cy="7.5" r="2" fill="var(--near-fill)" />
        </>
      );
    case "overdue":
      return (
        <>
          <rect x=".8" y=".8" width="13.4" height="13.4" fill="none" stroke="var(--late)" strokeWidth="1.6" />
          <circle cx="7.5" cy="7.5" r="4.1" fill="var(--surface)" stroke="var(--text)" strokeWidth="1.2" />
        </>
      );
    case "merged":
      return <circle cx="7.5" cy="7.5" r="2.2" fill="var(--text-3)" />;
    case "planned":
      return (
        <circle
          cx="7.5"
          cy="7.5"
          r="4.9"
          fill="var(--ground)"
          stroke="var(--text-3)"
          strokeWidth="1.1"
          strokeDasharray="2.2 1.8"
        />
      );
  }
}
