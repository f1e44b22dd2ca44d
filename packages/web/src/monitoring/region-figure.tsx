import type { Output } from "@qipan/server/contract/client";
import type { ReactElement } from "react";
import { fieldsOf } from "../fields-of.ts";
import { placeText } from "../format/place.ts";
import { valueText } from "../format/value.ts";
import { EmptyState } from "../parts/state-boxes.tsx";
import { titleText } from "../parts/title.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { ChartSection } from "./chart-section.tsx";
import { ObservationTable } from "./observation-table.tsx";
import { regionOf } from "./row-view.ts";
import { type RegionSeries, seriesOf } from "./series-model.ts";

type Answer = Output<"getIndicator">;

/** 一地数列. Title, key, chart and versions of one region, then the values a yearly line cannot hold. As a table: every value. */
export function RegionFigure(props: {
  readonly answer: Answer;
  readonly region: string;
  readonly view: "chart" | "table";
  readonly selected: string | undefined;
  readonly onPick: (id: string) => void;
}): ReactElement {
  const { answer, region } = props;
  const { monitoring, terms } = useWords();
  const language = useLanguage();
  const place = placeText(region, { names: answer.names, language, terms });
  const series = seriesOf(answer.observations, region);
  const targets = answer.row.verdicts
    .filter((verdict) => regionOf(verdict) === region)
    .map((verdict) => fieldsOf(verdict.target, "target"));
  const rows = answer.observations.filter((row) => row.region === region);
  if (rows.length === 0)
    return <EmptyState title={`${place}${language === "zh" ? "：" : ": "}${monitoring.noValues}`} />;
  if (props.view === "table") return <ObservationTable rows={newestFirst(rows)} caption={place} />;
  return (
    <>
      <FigureHead place={place} series={series} targeted={targets.length > 0} />
      {series.years.length > 0 ? (
        <ChartSection
          {...props}
          series={series}
          targets={targets}
          label={summaryOf(answer, { place, series, language, words: { monitoring, terms } })}
        />
      ) : (
        <p className="small t3">{monitoring.noYears}</p>
      )}
      {series.lines.length > 1 ? <p className="small t3 rule">{monitoring.displayRule}</p> : null}
      {series.others.length > 0 ? (
        <section className="spans">
          <h3>{monitoring.spans}</h3>
          <ObservationTable rows={series.others} caption={monitoring.spans} />
        </section>
      ) : null}
    </>
  );
}

function FigureHead({
  place,
  series,
  targeted,
}: {
  readonly place: string;
  readonly series: RegionSeries;
  readonly targeted: boolean;
}): ReactElement {
  const { monitoring } = useWords();
  const [first, last] = [series.years[0], series.years.at(-1)];
  const recalled = series.lines.some((line) => line.points.some((point) => point.held.confidence === "recalled"));
  return (
    <div className="ch">
      <h2>{first && last ? monitoring.chartTitle(place, String(first), String(last)) : place}</h2>
      <ul className="push keys">
        <li>
          <svg width="12" height="12" aria-hidden="true">
            <circle cx="6" cy="6" r="4" fill="var(--text)" />
          </svg>
          {monitoring.verified}
        </li>
        {recalled ? (
          <li>
            <svg width="12" height="12" aria-hidden="true">
              <circle cx="6" cy="6" r="3.6" fill="none" stroke="var(--text)" strokeWidth="1.4" />
            </svg>
            {monitoring.recalled}
          </li>
        ) : null}
        {targeted ? (
          <li>
            <svg width="14" height="12" aria-hidden="true">
              <path d="M1 11 11 1M6 12 14 4M-2 8 7 -1" stroke="var(--control-border)" strokeWidth=".8" />
            </svg>
            {monitoring.beyond}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function summaryOf(
  answer: Answer,
  by: {
    readonly place: string;
    readonly series: RegionSeries;
    readonly language: "zh" | "en";
    readonly words: Pick<ReturnType<typeof useWords>, "monitoring" | "terms">;
  },
): string {
  const { monitoring, terms } = by.words;
  const points = by.series.lines[0]?.points ?? [];
  const [first, last] = [points[0]?.held, points.at(-1)?.held];
  const said = (held: typeof first): string =>
    held ? monitoring.pointAt(held.period, valueText(held.value, terms)) : "";
  return monitoring.summary(by.place, titleText(answer.row.indicator, by.language), said(first), said(last));
}

function newestFirst(rows: Answer["observations"]): Answer["observations"] {
  return rows.toSorted((a, b) => b.periodEnd.localeCompare(a.periodEnd) || a.vintage.localeCompare(b.vintage));
}
