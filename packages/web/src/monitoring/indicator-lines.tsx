import type { Observation } from "@qipan/policy/records/observation";
import type { MonitoringRow } from "@qipan/server/contract/observations";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fieldsOf } from "../fields-of.ts";
import { periodText } from "../format/period.ts";
import { placeText, type Province, provinces } from "../format/place.ts";
import { unitText } from "../format/value.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { Spark } from "../parts/spark.tsx";
import { Title } from "../parts/title.tsx";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { commonPeriod, foremost, lineRegions } from "./row-view.ts";
import { TargetText, VerdictShort } from "./target-text.tsx";

/** 指标行. One line an indicator: three equal places, the joint space, trend, target, verdict. The number leads to its evidence. */
export function IndicatorLines({
  rows,
  caption,
}: {
  readonly rows: readonly MonitoringRow[];
  readonly caption: string;
}): ReactElement {
  const { board, terms } = useWords();
  return (
    <table className="ind">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{board.indicator}</span>
          </th>
          {lineRegions.map((region) => (
            <th key={region} scope="col" className="num">
              <abbr title={terms.placesLong[region]}>{terms.places[region]}</abbr>
            </th>
          ))}
          <th scope="col">{board.trend}</th>
          <th scope="col">{board.target}</th>
          <th scope="col">{board.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.indicator.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { readonly row: MonitoringRow }): ReactElement {
  const { board, terms } = useWords();
  const language = useLanguage();
  const { shown } = useDay();
  const period = commonPeriod(row.latest);
  const target = foremost(row.verdicts, shown);
  const unit = unitText(fieldsOf(row.indicator, "indicator").unit, terms);
  return (
    <tr>
      <th scope="row">
        <Link to="/monitoring/$key" params={{ key: row.indicator.key }}>
          <Title of={row.indicator} />
        </Link>{" "}
        <span className="micro t3 nb">
          {unit} {period ? periodText(period, language) : null}
        </span>
      </th>
      <Values row={row} period={period} />
      <td className="spk">
        <Spark trend={row.trend} />
      </td>
      <td className="small t2 goal">
        {target ? <TargetText of={target} /> : <span className="absent">{board.noTarget}</span>}
      </td>
      <td className="verdict-cell">{target ? <VerdictShort of={target} /> : <span className="t3">—</span>}</td>
    </tr>
  );
}

function Values({ row, period }: { readonly row: MonitoringRow; readonly period: string | null }): ReactElement {
  const { terms } = useWords();
  if (period === null) return <OtherValues row={row} />;
  return (
    <>
      {lineRegions.map((region) => (
        <td key={region} className={region === "JJJ" ? "num j" : "num"} data-head={terms.places[region]}>
          <LineValue row={row} region={region} period={period} />
        </td>
      ))}
    </>
  );
}

/** An indicator of no whole province: its first values elsewhere, each with its place and period. */
function OtherValues({ row }: { readonly row: MonitoringRow }): ReactElement {
  const { parts, terms } = useWords();
  const language = useLanguage();
  const held = Object.values(row.latest).slice(0, 2);
  return (
    <td colSpan={lineRegions.length} className="others-cell">
      {held.length === 0 ? <span className="absent micro">{parts.notHeld}</span> : null}
      {held.map((value) => (
        <span key={value.id} className="nb">
          <span className="pv">{placeText(value.region, { language, terms })}</span>{" "}
          <span className="micro t3">{periodText(value.period, language)} </span>
          <ValueLink of={value} indicatorKey={row.indicator.key} />
        </span>
      ))}
    </td>
  );
}

function LineValue(props: {
  readonly row: MonitoringRow;
  readonly region: Province | "JJJ";
  readonly period: string | null;
}): ReactElement {
  const { parts } = useWords();
  const language = useLanguage();
  const held = props.row.latest[props.region];
  if (!held) return <span className="absent micro">{parts.notHeld}</span>;
  return (
    <>
      {held.period === props.period ? null : (
        <span className={held.period.length > 4 ? "micro t3 when-long" : "micro t3"}>
          {periodText(held.period, language)}{" "}
        </span>
      )}
      <ValueLink of={held} indicatorKey={props.row.indicator.key} />
    </>
  );
}

/** 数. A value as a link to the page of its indicator with its evidence open. */
export function ValueLink({
  of,
  indicatorKey,
}: {
  readonly of: Observation;
  readonly indicatorKey: string;
}): ReactElement {
  const province = provinces.find((place) => place === of.region);
  return (
    <Link
      className="v"
      to="/monitoring/$key"
      params={{ key: indicatorKey }}
      search={(held) => ({
        ...held,
        at: province ?? held.at,
        region: province ? undefined : of.region,
        sel: of.id,
        view: undefined,
      })}
    >
      <ConfidenceMark of={of.confidence}>
        <IntervalValue value={of.value} />
      </ConfidenceMark>
    </Link>
  );
}
