import type { Evidence } from "@qipan/policy/records/evidence";
import { id } from "@qipan/policy/records/identity";
import { rangeOf, type TypedValue, valueOf } from "@qipan/policy/records/value";

const nothing = id.parse("00000000-0000-7000-8000-000000000000");

/** A sample of every kind of evidence; none of it is in a ledger. */
export const sampleEvidence: readonly Evidence[] = [
  { kind: "sentence", document: nothing, address: "p2.s1", start: 0, end: 2, quote: "样本" },
  {
    kind: "pack",
    pack: "sample",
    table: "observations",
    row: "r-1",
    source: "s-1",
    sourceTitle: "统计公报（样本）, 2024",
    confidence: "verified",
  },
  { kind: "attestation", officer: "样本", statement: "样本", attachment: null },
  {
    kind: "pack",
    pack: "sample",
    table: "observations",
    row: "r-2",
    source: "s-2",
    sourceTitle: "统计公报（样本）, 2019",
    confidence: "recalled",
  },
];

/** A value of every qualifier. */
export const sampleValues: readonly TypedValue[] = [
  valueOf(473),
  valueOf(1000, "about"),
  valueOf(9000, "over"),
  valueOf(3000, "under"),
  valueOf(85, "at-least"),
  valueOf(130, "at-most"),
  rangeOf(60, 70),
];

/** Invented yearly values of three places. */
export const sampleTrend = {
  "110000": [89, 80, 73, 58, 51, 42, 38].map((nominal, index) => point(2013 + index, nominal)),
  "120000": [96, 83, 70, 62, 52, 51, 48].map((nominal, index) => point(2013 + index, nominal)),
  "130000": [108, 95, 77, 65, 56, 50, 45].map((nominal, index) => point(2013 + index, nominal)),
};

function point(year: number, nominal: number): { period: string; year: number; nominal: number; confidence: string } {
  return { period: String(year), year, nominal, confidence: "verified" };
}
