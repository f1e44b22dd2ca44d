import type { Observation } from "@qipan/policy/records/observation";
import type { ReactElement } from "react";
import { signed } from "../format/number.ts";
import { vintageText } from "../format/value.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { useWords } from "../words/use-words.ts";
import type { ChartFrame } from "./chart-frame.ts";
import { type RegionSeries, type VintageLine, valueIn } from "./series-model.ts";

interface Picking {
  readonly series: RegionSeries;
  readonly selected: string | undefined;
  readonly onPick: (id: string) => void;
}

/** 版本表. Values of each version under the years of the chart; a press opens the evidence of a value. */
export function YearsAcross({ series, frame, ...picking }: Picking & { readonly frame: ChartFrame }): ReactElement {
  const { monitoring } = useWords();
  return (
    <table className="vt" style={{ width: frame.width - frame.right }}>
      <caption className="vh">{monitoring.versions}</caption>
      <colgroup>
        <col style={{ width: frame.left }} />
        {frame.columns.map((year) => (
          <col key={year} style={{ width: frame.columnWidth }} />
        ))}
      </colgroup>
      <thead className="vh-rows">
        <tr>
          <th scope="col">{monitoring.version}</th>
          {frame.columns.map((year) => (
            <th scope="col" key={year}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.lines.map((line) => (
          <tr key={line.vintage}>
            <Head of={line} />
            {frame.columns.map((year) => (
              <td key={year} className="num">
                <Value of={valueIn(line, year)} {...picking} />
              </td>
            ))}
          </tr>
        ))}
        <ChangeRow lines={series.lines} years={frame.columns} />
      </tbody>
    </table>
  );
}

/** The same table with its years as rows, newest first, where columns would be too narrow. */
export function YearsDown({ series, ...picking }: Picking): ReactElement {
  const { monitoring, terms } = useWords();
  const lines = series.lines.slice(0, 3);
  return (
    <table className="vt down">
      <caption className="vh">{monitoring.versions}</caption>
      <thead>
        <tr>
          <th scope="col">{monitoring.year}</th>
          {lines.map((line) => (
            <th scope="col" key={line.vintage} className="num">
              {vintageText(line.vintage, terms)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.years.toReversed().map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {lines.map((line) => (
              <td key={line.vintage} className="num">
                <Value of={valueIn(line, year)} {...picking} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ of }: { readonly of: VintageLine }): ReactElement {
  const { terms } = useWords();
  return <th scope="row">{vintageText(of.vintage, terms)}</th>;
}

function Value({
  of,
  selected,
  onPick,
}: Omit<Picking, "series"> & { readonly of: Observation | undefined }): ReactElement {
  const { parts } = useWords();
  if (!of)
    return (
      <span className="t3">
        <span aria-hidden="true">·</span>
        <span className="vh">{parts.notHeld}</span>
      </span>
    );
  return (
    <button type="button" className="v-open" aria-pressed={of.id === selected} onClick={() => onPick(of.id)}>
      <ConfidenceMark of={of.confidence}>
        <IntervalValue value={of.value} />
      </ConfidenceMark>
    </button>
  );
}

/** How the second version differs from the first, year by year; shown only where the two share a year. */
function ChangeRow({
  lines: [first, second],
  years,
}: {
  readonly lines: readonly VintageLine[];
  readonly years: readonly number[];
}): ReactElement | null {
  const { monitoring, parts } = useWords();
  const change = (year: number): number | null => {
    const [a, b] = [first && valueIn(first, year), second && valueIn(second, year)];
    return a && b && a.value.qualifier === "exact" && b.value.qualifier === "exact"
      ? a.value.nominal - b.value.nominal
      : null;
  };
  if (!years.some((year) => change(year) !== null)) return null;
  return (
    <tr className="df">
      <th scope="row">{monitoring.change}</th>
      {years.map((year) => {
        const difference = change(year);
        return (
          <td key={year} className="num">
            {difference === null ? (
              <span className="t3">
                <span aria-hidden="true">·</span>
                <span className="vh">{parts.notHeld}</span>
              </span>
            ) : (
              signed(Number(difference.toPrecision(8)))
            )}
          </td>
        );
      })}
    </tr>
  );
}
