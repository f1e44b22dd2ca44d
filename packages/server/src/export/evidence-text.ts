import type { Evidence, VisibleEvidence } from "@qipan/policy/records/evidence";

/** 依据文字. Evidence in one cell, a line each, with what the caller may not see counted. */
export function evidenceText({ shown, hidden, purged }: VisibleEvidence): string {
  const counted = [hidden > 0 ? `+${hidden} not visible` : "", purged > 0 ? `${purged} purged` : ""].filter(Boolean);
  return [...shown.map(oneEvidenceText), ...counted].join("\n");
}

/** One piece of evidence as a line of text. */
export function oneEvidenceText(evidence: Evidence): string {
  switch (evidence.kind) {
    case "sentence":
      return `“${evidence.quote}” ${evidence.document} ${evidence.address}`;
    case "cell":
      return `“${evidence.quote}” ${evidence.document} ${evidence.sheet}!${evidence.range}`;
    case "pack":
      return `${evidence.sourceTitle} (${evidence.pack} ${evidence.table}/${evidence.row})`;
    case "decision":
      return `${evidence.note} (${evidence.decision})`;
    case "attestation":
      break;
  }
  return `${evidence.officer}: ${evidence.statement}`;
}
