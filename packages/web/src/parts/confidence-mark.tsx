import type { Confidence } from "@qipan/policy/records/provenance";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";

/** 待核. A value from memory is underlined by dashes and says so; a checked one stands as it is. */
export function ConfidenceMark({
  of,
  children,
}: {
  readonly of: Confidence;
  readonly children: ReactNode;
}): ReactElement {
  const { parts } = useWords();
  if (of === "verified") return <>{children}</>;
  return (
    <span className="chk" title={`${parts.check}：${parts.checkWhy}`}>
      {children}
      <span className="vh"> {parts.check}</span>
    </span>
  );
}
