import { type ReactElement, useEffect, useState } from "react";
import { useWords } from "../words/use-words.ts";

/** 在取. The page's own lines without text, shown only when an answer takes longer than 300 ms. */
export function LoadingLines({
  lines,
  after = 300,
}: {
  readonly lines: number;
  readonly after?: number;
}): ReactElement | null {
  const { frame } = useWords();
  const [late, setLate] = useState(after === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  if (!late) return null;
  return (
    <div className="lines" aria-busy="true">
      <p className="vh" role="status">
        {frame.loading}
      </p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="line" />
      ))}
    </div>
  );
}
