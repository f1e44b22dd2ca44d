import type { Output } from "@qipan/server/contract/client";
import { getRouteApi, Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { Clock } from "../board/clock.tsx";
import { Holdings } from "../board/holdings.tsx";
import { Legend } from "../board/legend.tsx";
import { NewestEvents } from "../board/newest-events.tsx";
import { StoneMap } from "../board/stone-map.tsx";
import { StoneTable } from "../board/stone-table.tsx";
import { Stones } from "../board/stones.tsx";
import { IndicatorLines } from "../monitoring/indicator-lines.tsx";
import { Answer } from "../parts/answer.tsx";
import { Seg } from "../parts/seg.tsx";
import { ProvinceMarker } from "../parts/spark.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { provinces } from "../format/place.ts";
import { PageHead } from "../shell/page-head.tsx";
import { useDay } from "../shell/use-day.ts";
import { useWords } from "../words/use-words.ts";

type Board = Output<"getBoard">;
const route = getRouteApi("/");

/** 总览. The programme on one page as of a day: the clock, the board of stones, what is held and waits, indicators, events. */
export function BoardPage(): ReactElement {
  const { board } = useWords();
  const asked = useAsk("getBoard", { query: useDay().query }, { keep: true });
  return (
    <>
      <PageHead title={board.title} quiet />
      <Answer of={asked} lines={16}>
        {(answer) => (
          <>
            <Clock board={answer} />
            <div className="cols">
              <div className="col">
                <StonesSection board={answer} />
                <IndicatorsSection board={answer} />
              </div>
              <div className="col">
                <Holdings board={answer} />
                <EventsSection board={answer} />
              </div>
            </div>
          </>
        )}
      </Answer>
    </>
  );
}

function StonesSection({ board }: { readonly board: Board }): ReactElement {
  const { board: words } = useWords();
  const { view = "stones" } = route.useSearch();
  const { at } = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const stones = board.stones.filter((stone) => !at || stone.column === at || stone.column === "across");
  return (
    <section aria-labelledby="stones">
      <div className="head">
        <h2 id="stones">{words.stones}</h2>
        <span className="note">{words.stonesNote(stones.length)}</span>
        <span className="push head-end">
          <Legend stones={stones} />
          <Seg
            label={words.stones}
            className="quiet"
            options={[
              { id: "stones", label: words.asStones },
              { id: "table", label: words.asTable },
            ]}
            value={view}
            onChange={(next) =>
              void navigate({ to: ".", search: (held) => ({ ...held, view: next === "stones" ? undefined : next }) })
            }
          />
        </span>
      </div>
      {stones.length === 0 ? (
        <EmptyState title={words.noStones} />
      ) : view === "table" ? (
        <StoneTable stones={stones} />
      ) : (
        <Stones stones={stones} />
      )}
    </section>
  );
}

function IndicatorsSection({ board }: { readonly board: Board }): ReactElement {
  const { board: words, terms } = useWords();
  const recalled = board.headlines.reduce((sum, row) => sum + row.recalled, 0);
  return (
    <section aria-labelledby="indicators">
      <div className="head">
        <h2 id="indicators">{words.indicators}</h2>
        <span className="note">{words.indicatorsNote}</span>
        <span className="push note lines-key">
          {provinces.map((place) => (
            <span key={place}>
              <svg width="11" height="9" aria-hidden="true">
                <ProvinceMarker place={place} x={5} y={5} />
              </svg>
              {terms.places[place]}
            </span>
          ))}
          {recalled > 0 ? <span className="chk near">{words.toCheck(recalled)}</span> : null}
          <Link to="/monitoring">{words.allIndicators}</Link>
        </span>
      </div>
      <IndicatorLines rows={board.headlines} caption={words.indicators} />
    </section>
  );
}

function EventsSection({ board }: { readonly board: Board }): ReactElement {
  const { board: words } = useWords();
  return (
    <section aria-labelledby="events">
      <div className="head">
        <h2 id="events">{words.events}</h2>
        <span className="push small">
          <Link to="/chronicle">{words.chronicle}</Link>
        </span>
      </div>
      <div className="events-map">
        <NewestEvents events={board.events} />
        <StoneMap stones={board.stones} />
      </div>
    </section>
  );
}
