import type { Output } from "@qipan/server/contract/client";
import { addressOf } from "@qipan/server/contract/client";
import { getRouteApi, Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { fieldsOf } from "../fields-of.ts";
import { placeText, provinces } from "../format/place.ts";
import { termText, unitText } from "../format/value.ts";
import { IndicatorPanel } from "../monitoring/indicator-panel.tsx";
import { ProvinceCells } from "../monitoring/province-cells.tsx";
import { RegionFigure } from "../monitoring/region-figure.tsx";
import { otherRegions } from "../monitoring/series-model.ts";
import { Answer } from "../parts/answer.tsx";
import { Seg } from "../parts/seg.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { titleText } from "../parts/title.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/monitoring/$key");

/** 指标. One indicator: the three places, one chart with its versions and target, every value with its evidence. */
export function IndicatorPage(): ReactElement {
  const { key } = route.useParams();
  const { monitoring } = useWords();
  const asked = useAsk("getIndicator", { params: { key }, query: useDay().query }, { keep: true });
  const missing = (
    <EmptyState
      title={monitoring.unknownTitle}
      text={key}
      action={<Link to="/monitoring">{monitoring.unknownAction}</Link>}
    />
  );
  return (
    <>
      {asked.data ? null : <PageHead title={monitoring.title} crumb={key} quiet />}
      <Answer of={asked} lines={12} missing={missing}>
        {(answer) => <Indicator answer={answer} />}
      </Answer>
    </>
  );
}

function Indicator({ answer }: { readonly answer: Output<"getIndicator"> }): ReactElement {
  const { sel, view = "chart" } = route.useSearch();
  const navigate = useNavigate();
  const region = useRegion(answer);
  const choose = (id: string | undefined): void =>
    void navigate({ to: ".", search: (held) => ({ ...held, sel: id }), replace: true, resetScroll: false });
  return (
    <div className="with-panel">
      <div className="l">
        <Head answer={answer} view={view} region={region} />
        <ProvinceCells answer={answer} region={region} />
        <OtherRegions answer={answer} region={region} />
        <RegionFigure answer={answer} region={region} view={view} selected={sel} onPick={choose} />
      </div>
      <IndicatorPanel answer={answer} region={region} selected={sel} onClose={() => choose(undefined)} />
    </div>
  );
}

/** The region drawn: the one in the address, the jurisdiction of the bar, else the first that has values. */
function useRegion({ row, observations }: Output<"getIndicator">): string {
  const { region } = route.useSearch();
  const { at } = useSearch({ from: "__root__" });
  return region ?? at ?? [...provinces, ...otherRegions(observations)].find((code) => row.latest[code]) ?? "110000";
}

function Head({
  answer,
  view,
  region,
}: {
  readonly answer: Output<"getIndicator">;
  readonly view: "chart" | "table";
  readonly region: string;
}): ReactElement {
  const { parts, terms } = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { indicator } = answer.row;
  const { unit, frequency, domain } = fieldsOf(indicator, "indicator");
  return (
    <PageHead
      title={titleText(indicator, language)}
      crumb={termText(terms.domains, domain)}
      note={[unitText(unit, terms), termText(terms.frequencies, frequency)]
        .filter(Boolean)
        .join(language === "zh" ? "，" : ", ")}
    >
      <Seg
        label={parts.figure}
        options={[
          { id: "chart", label: parts.figure },
          { id: "table", label: parts.table },
        ]}
        value={view}
        onChange={(next) =>
          void navigate({ to: ".", search: (held) => ({ ...held, view: next === "chart" ? undefined : next }) })
        }
      />
      <a
        className="btn small-btn"
        download
        href={addressOf("/api/observations.csv", {}, { indicator: indicator.key, region })}
      >
        {parts.download} CSV
      </a>
    </PageHead>
  );
}

function OtherRegions({
  answer,
  region,
}: {
  readonly answer: Output<"getIndicator">;
  readonly region: string;
}): ReactElement | null {
  const { monitoring, terms } = useWords();
  const language = useLanguage();
  const others = otherRegions(answer.observations);
  if (others.length === 0) return null;
  return (
    <nav className="others" aria-label={monitoring.other}>
      <span className="t3">{monitoring.other}</span>
      {others.map((code) => (
        <Link
          key={code}
          to="."
          search={(held) => ({ ...held, region: code, sel: undefined })}
          replace
          resetScroll={false}
          aria-current={code === region ? "true" : undefined}
        >
          {placeText(code, { names: answer.names, language, terms })}
        </Link>
      ))}
    </nav>
  );
}
