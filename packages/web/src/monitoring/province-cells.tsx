import type { Output } from "@qipan/server/contract/client";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fieldsOf } from "../fields-of.ts";
import { numeral, signed } from "../format/number.ts";
import { periodText } from "../format/period.ts";
import { type Province, provinces } from "../format/place.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { VerdictMark } from "../parts/verdict-mark.tsx";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { LoneSpark } from "./lone-spark.tsx";
import { foremost, regionOf } from "./row-view.ts";
import { changeSince } from "./series-model.ts";

type Answer = Output<"getIndicator">;

/** First year of the programme: the base that changes are told against. */
const baseYear = 2014;

/** 三地选择. The three places as equal cells that also choose whose line is drawn. */
export function ProvinceCells({ answer, region }: { readonly answer: Answer; readonly region: string }): ReactElement {
  const { monitoring } = useWords();
  return (
    <nav className="trip-pick" aria-label={monitoring.regions}>
      {provinces.map((place) => (
        <Link
          key={place}
          to="."
          search={(held) => ({ ...held, at: place, region: undefined, sel: undefined })}
          replace
          resetScroll={false}
          className="tc"
          aria-current={place === region ? "true" : undefined}
        >
          <CellContent answer={answer} place={place} />
        </Link>
      ))}
    </nav>
  );
}

function CellContent({ answer, place }: { readonly answer: Answer; readonly place: Province }): ReactElement {
  const { monitoring, parts, terms } = useWords();
  const language = useLanguage();
  const held = answer.row.latest[place];
  const change = changeSince(answer.observations, place, baseYear);
  return (
    <>
      <span className="pv">
        <abbr title={terms.placesLong[place]}>{terms.places[place]}</abbr>
      </span>
      <span className="fig">
        {held ? (
          <ConfidenceMark of={held.confidence}>
            <IntervalValue value={held.value} />
          </ConfidenceMark>
        ) : (
          <span className="absent">{parts.notHeld}</span>
        )}
      </span>
      <span className="small t3">
        {held ? periodText(held.period, language) : null}
        {change === null ? null : <span className="since">{monitoring.since(String(baseYear), signed(change))}</span>}
      </span>
      <span className="small">
        <CellVerdict answer={answer} place={place} />
      </span>
      <LoneSpark points={answer.row.trend[place] ?? []} />
    </>
  );
}

function CellVerdict({ answer, place }: { readonly answer: Answer; readonly place: Province }): ReactElement {
  const { monitoring, parts, terms } = useWords();
  const { shown } = useDay();
  const own = answer.row.verdicts.filter((verdict) => regionOf(verdict) === place);
  const verdict = foremost(own, shown);
  if (!verdict) return <span className="absent">{monitoring.noTarget}</span>;
  const { due, comparator, value } = fieldsOf(verdict.target, "target");
  const name = due
    ? monitoring.targetOf(due.slice(0, 4))
    : `${monitoring.target} ${terms.comparators[comparator]} ${numeral(value)}`;
  return (
    <VerdictMark outcome={verdict.outcome}>
      <span>
        <span className="yr">{name} </span>
        {parts.verdicts[verdict.outcome]}
      </span>
    </VerdictMark>
  );
}
