import type { Evidence } from "@qipan/policy/records/evidence";
import type { Confidence } from "@qipan/policy/records/provenance";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useWords } from "../words/use-words.ts";
import { EvidenceText } from "./evidence-text.tsx";

/**
 * 依据. What kind of proof stands behind a value: 句 sentence, 表 data row or cell, 证 attestation, 定 decision. A sentence
 * opens in the reader; the others say in place what they are. Dashed ochre is 待核.
 */
export function EvidenceChip({
  of,
  confidence = "verified",
}: {
  readonly of: Evidence;
  readonly confidence?: Confidence;
}): ReactElement {
  const { parts } = useWords();
  const { glyph, name } = parts.evidence[of.kind];
  const check = confidence === "recalled" || (of.kind === "pack" && of.confidence === "recalled");
  const look = { className: check ? "ev check" : "ev", "aria-label": parts.evidenceLabel(name, 1, check) };
  if (of.kind === "sentence")
    return (
      <Link {...look} to="/documents/$id" params={{ id: of.document }} search={{ sel: of.address }} title={of.quote}>
        {glyph}
      </Link>
    );
  return (
    <DialogTrigger>
      <Button {...look}>{glyph}</Button>
      <Popover className="pop" placement="bottom end">
        <Dialog aria-label={name}>
          <EvidenceText of={of} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
