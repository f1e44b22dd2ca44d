import type { Observation } from "@qipan/policy/records/observation";
import type { ReactElement } from "react";
import { periodText } from "../format/period.ts";
import { vintageText } from "../format/value.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { EvidenceChip } from "../parts/evidence-chip.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";

/** 观测表. Values one a line with period, version and evidence: the twin of the chart, and the place of values it cannot draw. */
export function ObservationTable({
  rows,
  caption,
}: {
  readonly rows: readonly Observation[];
  readonly caption: string;
}): ReactElement {
  const { monitoring, terms } = useWords();
  const language = useLanguage();
  const broken = rows.some((row) => row.series !== "");
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { id: "period", head: monitoring.period, render: (row) => periodText(row.period, language) },
        {
          id: "value",
          head: monitoring.value,
          number: true,
          render: (row) => (
            <ConfidenceMark of={row.confidence}>
              <IntervalValue value={row.value} />
            </ConfidenceMark>
          ),
        },
        { id: "version", head: monitoring.version, render: (row) => vintageText(row.vintage, terms) },
        ...(broken ? [{ id: "series", head: monitoring.series, render: (row: Observation) => row.series }] : []),
        {
          id: "evidence",
          head: monitoring.evidence,
          render: (row) => (
            <>
              {row.evidence ? <EvidenceChip of={row.evidence} confidence={row.confidence} /> : null}
              {row.note ? (
                <span className="small t3" lang="zh-CN">
                  {" "}
                  {row.note}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
