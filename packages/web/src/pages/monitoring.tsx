import { domains } from "@qipan/policy/records/domain";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { useAskPages } from "../ask.ts";
import { IndicatorLines } from "../monitoring/indicator-lines.tsx";
import { Answer } from "../parts/answer.tsx";
import { MoreButton } from "../parts/more-button.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useDay } from "../shell/use-day.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/monitoring");
const perPage = 60;

/** 指标目录. One line an indicator: three values, trend, target, verdict; narrowed by field and words. */
export function MonitoringPage(): ReactElement {
  const { monitoring } = useWords();
  const { domain, q } = route.useSearch();
  const asked = useAskPages(
    "listMonitoring",
    { query: { domain, q, limit: perPage, ...useDay().query } },
    { keep: true },
  );
  const rows = asked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={monitoring.catalogue} note={monitoring.catalogueNote} />
      <Filter />
      <Answer of={asked} lines={16}>
        {(answer) =>
          rows.length === 0 ? (
            <EmptyState
              title={q ? monitoring.none(q) : monitoring.noneHere}
              action={<Link to="/monitoring">{monitoring.clear}</Link>}
            />
          ) : (
            <>
              <IndicatorLines rows={rows} caption={monitoring.catalogue} />
              <MoreButton of={asked} shown={rows.length} total={answer.pages[0]?.total ?? rows.length} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Filter(): ReactElement {
  const { monitoring, terms } = useWords();
  const { domain, q } = route.useSearch();
  const navigate = useNavigate();
  const id = useId();
  return (
    <div className="filter" role="search">
      <label className="vh" htmlFor={id}>
        {monitoring.filterLabel}
      </label>
      <input
        id={id}
        type="search"
        className="filter-words"
        placeholder={monitoring.filter}
        value={q ?? ""}
        onChange={(event) =>
          void navigate({ to: ".", search: (held) => ({ ...held, q: event.target.value || undefined }), replace: true })
        }
      />
      <nav className="chips" aria-label={monitoring.domains}>
        <Link
          to="/monitoring"
          search={{ q }}
          activeOptions={{ exact: true }}
          aria-current={domain ? undefined : "true"}
        >
          {monitoring.allDomains}
        </Link>
        {domains
          .filter((name) => name !== "other")
          .map((name) => (
            <Link
              key={name}
              to="/monitoring"
              search={{ domain: name, q }}
              activeOptions={{ exact: true }}
              aria-current={name === domain ? "true" : undefined}
            >
              {terms.domains[name]}
            </Link>
          ))}
      </nav>
    </div>
  );
}
