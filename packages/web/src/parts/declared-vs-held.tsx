import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";

const pitch = 4;

/** 申明与收录. One tick an item: solid is held, hollow is only declared. `children` say why the rest is missing. */
export function DeclaredVsHeld(props: {
  readonly declared: number;
  readonly held: number;
  readonly children?: ReactNode;
}): ReactElement {
  const { parts } = useWords();
  const { declared, held } = props;
  return (
    <div className="held">
      <p>
        <b>{parts.declared(declared)}</b> <b>{parts.held(held)}</b> {parts.unheld(declared - held)} {props.children}
      </p>
      <svg
        className="ticks"
        viewBox={`0 0 ${declared * pitch} 12`}
        width={declared * pitch}
        height="12"
        role="img"
        aria-label={parts.ticks(declared, held)}
      >
        {Array.from({ length: declared }, (_, item) => (
          <rect
            key={item}
            x={item * pitch + 0.5}
            y=".5"
            width="2.4"
            height="11"
            fill={item < held ? "var(--text)" : "none"}
            stroke={item < held ? "var(--text)" : "var(--control-border)"}
            strokeWidth=".8"
          />
        ))}
      </svg>
    </div>
  );
}
