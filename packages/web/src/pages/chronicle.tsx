import type { Output } from "@qipan/server/contract/client";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { BalanceFigure } from "../chronicle/balance-figure.tsx";
import { DomainFilter } from "../chronicle/domain-filter.tsx";
import { MonthSection } from "../chronicle/month-section.tsx";
import { monthsOf } from "../chronicle/months.ts";
import { YearRail } from "../chronicle/year-rail.tsx";
import { Answer } from "../parts/answer.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { Downloads } from "../register/downloads.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useDay } from "../shell/use-day.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/chronicle");
type Chronicle = Output<"getChronicle">;

/** 纪事. One year as a page of a book: months ruled, dates in their column; beside it fields, balance and the way out. */
export function ChroniclePage(): ReactElement {
  const { chronicle } = useWords();
  const { year, domain } = route.useSearch();
  const asked = useAsk("getChronicle", { query: { year, domain, ...useDay().query } }, { keep: true });
  return (
    <Answer of={asked} lines={14}>
      {(answer) =>
        answer.years.length === 0 ? <Nothing /> : <Book chronicle={answer} domain={domain} title={chronicle.title} />
      }
    </Answer>
  );
}

function Nothing(): ReactElement {
  const { chronicle } = useWords();
  return (
    <>
      <PageHead title={chronicle.title} />
      <EmptyState
        title={chronicle.nothing}
        text={chronicle.nothingText}
        action={<Link to="/documents">{chronicle.nothingAction}</Link>}
      />
    </>
  );
}

function Book(props: {
  readonly chronicle: Chronicle;
  readonly domain: string | undefined;
  readonly title: string;
}): ReactElement {
  const { chronicle: words } = useWords();
  const { chronicle, domain } = props;
  const name = chronicle.year === null ? "" : words.yearName(chronicle.year);
  const months = monthsOf(chronicle.events);
  return (
    <div className="bleed chronicle">
      <PageHead title={`${props.title} ${name}`} crumb={name} quiet />
      <YearRail years={chronicle.years} year={chronicle.year} />
      <article className="book">
        <p className="spine" aria-hidden="true">
          {name}
        </p>
        <div className="months">
          <div className="tags-on-phone">
            <DomainFilter domains={chronicle.domains} chosen={domain} />
          </div>
          {months.map((month) => (
            <MonthSection key={month.month ?? "year"} of={month} names={chronicle.names} />
          ))}
          {months.length === 0 ? <EmptyState title={domain ? words.noneDomain : words.none} /> : null}
        </div>
      </article>
      <Side chronicle={chronicle} domain={domain} name={name} />
    </div>
  );
}

function Side(props: {
  readonly chronicle: Chronicle;
  readonly domain: string | undefined;
  readonly name: string;
}): ReactElement {
  const { chronicle: words } = useWords();
  const { year, domains, places, events } = props.chronicle;
  const { query } = useDay();
  const days = year === null ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
  return (
    <aside className="chronicle-side" aria-label={words.domains}>
      <section className="block by-field" aria-labelledby="fields">
        <h2 id="fields">{words.domains}</h2>
        <DomainFilter domains={domains} chosen={props.domain} />
      </section>
      <BalanceFigure places={places} total={events.length} />
      <section className="block ways-out" aria-label={words.take}>
        <Downloads name={props.name} query={{ kind: "event", ...days, domain: props.domain, sort: "when", ...query }} />
        <button type="button" className="btn" onClick={() => window.print()}>
          {words.print}
        </button>
        <Link className="small" to="/registers/$kind" params={{ kind: "event" }} search={{ domain: props.domain }}>
          {words.table}
        </Link>
      </section>
    </aside>
  );
}
