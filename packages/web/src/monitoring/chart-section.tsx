import type { TargetFields } from "@qipan/policy/records/target";
import { type KeyboardEvent, type ReactElement, useId, useState } from "react";
import { vintageText, valueText } from "../format/value.ts";
import { Measured } from "../parts/measured.tsx";
import { useWords } from "../words/use-words.ts";
import { frameOf, narrowestColumn } from "./chart-frame.ts";
import { stepFrom } from "./chart-steps.ts";
import { SeriesChart } from "./series-chart.tsx";
import type { RegionSeries } from "./series-model.ts";
import { YearsAcross, YearsDown } from "./version-table.tsx";

/** 图与版本表. The chart, stepped through by arrow keys and read out below, with the values of each version under their years. */
export function ChartSection(props: {
  readonly series: RegionSeries;
  readonly targets: readonly TargetFields[];
  readonly label: string;
  readonly selected: string | undefined;
  readonly onPick: (id: string) => void;
}): ReactElement {
  const { series } = props;
  const [pointed, setPointed] = useState<string | undefined>();
  const { parts } = useWords();
  const current = pointed ?? props.selected;
  const hint = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepFrom(series, current, event.key);
    if (next) setPointed(next);
    else if (event.key === "Enter" && current) props.onPick(current);
    else return;
    event.preventDefault();
  };
  return (
    <Measured>
      {(width) => {
        const frame = frameOf(series, props.targets, width);
        return (
          <>
            <div
              role="group"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the group is stepped through by arrow keys
              tabIndex={0}
              aria-label={props.label}
              aria-describedby={hint}
              className="chart-steps"
              onKeyDown={onKeyDown}
            >
              <SeriesChart {...props} frame={frame} current={current} onPoint={setPointed} />
            </div>
            <p className="chart-read" role="status">
              <Read series={series} id={current} />
            </p>
            <p id={hint} className="vh">
              {parts.chartKeys}
            </p>
            {frame.columnWidth < narrowestColumn ? <YearsDown {...props} /> : <YearsAcross {...props} frame={frame} />}
          </>
        );
      }}
    </Measured>
  );
}

function Read({ series, id }: { readonly series: RegionSeries; readonly id: string | undefined }): ReactElement | null {
  const { monitoring, terms } = useWords();
  const held = series.lines.flatMap((line) => line.points).find((point) => point.held.id === id)?.held;
  if (!held) return null;
  return (
    <>
      {monitoring.point(held.period, valueText(held.value, terms), vintageText(held.vintage, terms))}
      {held.confidence === "recalled" ? <span className="chk near">{monitoring.recalled}</span> : null}
    </>
  );
}
