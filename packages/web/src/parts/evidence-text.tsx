import type { Evidence } from "@qipan/policy/records/evidence";
import type { ReactElement } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { SourceSentence } from "./source-sentence.tsx";

/** 依据全文. One piece of evidence in full: the sentence on its sheet, the data row with the source it names, who attested what. */
export function EvidenceText({ of }: { readonly of: Evidence }): ReactElement {
  switch (of.kind) {
    case "sentence":
      return <SourceSentence of={of} />;
    case "pack":
      return <PackRow of={of} />;
    case "cell":
      return <Sheet quote={of.quote} from={`${of.sheet} ${of.range}`} />;
    case "attestation":
      return <Sheet quote={of.statement} from={of.officer} />;
    case "decision":
      return <Sheet quote={of.note} from={of.decision} />;
  }
}

function PackRow({ of }: { readonly of: Extract<Evidence, { kind: "pack" }> }): ReactElement {
  const { parts } = useWords();
  return (
    <div className="src">
      <p className="quote" lang={languageTag.zh}>
        {of.sourceTitle}
      </p>
      <p className="from">
        <span>{of.pack}</span>
        <span>{parts.packRow(of.table, of.row)}</span>
        {of.confidence === "recalled" ? (
          <span className="near">
            {parts.check}：{parts.checkWhy}
          </span>
        ) : null}
      </p>
    </div>
  );
}

function Sheet({ quote, from }: { readonly quote: string; readonly from: string }): ReactElement {
  return (
    <div className="src">
      <q>{quote}</q>
      <p className="from">{from}</p>
    </div>
  );
}
