import type { Output } from "@qipan/server/contract/client";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { termText } from "../format/value.ts";
import { Answer } from "../parts/answer.tsx";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { Title } from "../parts/title.tsx";
import { PlaceFacts } from "../place/place-facts.tsx";
import { nameOf } from "../place/place-name.tsx";
import { DivisionTable, NamesTable } from "../place/place-tables.tsx";
import { PlaceThen } from "../place/place-then.tsx";
import { PlaceAdd, PlacesBelow, PlaceWays } from "../place/place-ways.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useTitle } from "../shell/place.tsx";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/places/$code");

/** 地方. One place: its names, what it was called and where it lay on the day, and what is held that lies there. */
export function PlacePage(): ReactElement {
  const { code } = route.useParams();
  const { place } = useWords();
  const { asOf } = useDay();
  const missing = (
    <>
      <PageHead title={place.missing} quiet />
      <EmptyState
        title={place.missing}
        text={place.missingText(code)}
        action={<Link to="/registers">{place.missingAction}</Link>}
      />
    </>
  );
  return (
    <Answer of={useAsk("getPlace", { params: { code }, query: asOf ? { asOf } : {} })} lines={10} missing={missing}>
      {(shown) => <Place key={code} of={shown} />}
    </Answer>
  );
}

function Place({ of }: { readonly of: Output<"getPlace"> }): ReactElement {
  const { place: words } = useWords();
  const language = useLanguage();
  const { place } = of;
  useTitle(nameOf(place, language), words.title);
  return (
    <div className="entry-page place-page">
      <header className="entry-head">
        <p className="small t3">
          {words.title} · {termText(words.levels, place.level)}
        </p>
        <h1>
          <ConfidenceMark of={place.confidence === "recalled" ? "recalled" : "verified"}>
            <Title of={{ title: place.zh, titleEn: place.en }} />
          </ConfidenceMark>
        </h1>
        <PlaceAdd code={place.code} />
      </header>
      <div className="entry-cols">
        <div>
          <PlaceThen of={of} />
          <DivisionTable of={of.history} />
          <NamesTable of={of.names} />
        </div>
        <aside className="entry-side" aria-label={words.rows}>
          <PlaceFacts of={place} />
          <PlaceWays of={place} />
          <PlacesBelow code={place.code} />
        </aside>
      </div>
    </div>
  );
}
