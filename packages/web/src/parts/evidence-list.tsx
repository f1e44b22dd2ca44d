import type { VisibleEvidence } from "@qipan/policy/records/evidence";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { EvidenceText } from "./evidence-text.tsx";

/** 全部依据. Every piece that may be shown, then how many more lie in closed documents or went with a purged one. */
export function EvidenceList({ of }: { readonly of: VisibleEvidence }): ReactElement {
  const { parts } = useWords();
  return (
    <div className="evidence-list">
      {of.shown.map((piece) => (
        <EvidenceText key={JSON.stringify(piece)} of={piece} />
      ))}
      {of.hidden > 0 ? <p className="small t3">{parts.evidenceHidden(of.hidden)}</p> : null}
      {of.purged > 0 ? <p className="small t3">{parts.evidencePurged(of.purged)}</p> : null}
    </div>
  );
}
