import type { RegisterDescription } from "@qipan/server/contract/registers";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useDeferredValue } from "react";
import { useAskPages } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { LoadingLines } from "../parts/loading-lines.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { Downloads } from "../register/downloads.tsx";
import { FacetSelect } from "../register/facet-select.tsx";
import { FilterField } from "../register/filter-field.tsx";
import { MoreRows } from "../register/more-rows.tsx";
import { PagesAnswer } from "../register/pages-answer.tsx";
import { RegisterTable } from "../register/register-table.tsx";
import { useRegister } from "../register/use-register.ts";
import { readWhere, writeWhere } from "../register/where.ts";
import { PageHead } from "../shell/page-head.tsx";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/registers/$kind");
const frame = getRouteApi("__root__");
const sorts = ["when", "-when", "title", "-title"] as const;
type Sort = (typeof sorts)[number];

/** 台账. One register as a table that can be searched, narrowed, ordered and taken away. */
export function RegisterPage(): ReactElement {
  const { kind } = route.useParams();
  const { registers } = useWords();
  const { asked, register } = useRegister(kind);
  return (
    <Answer of={asked} lines={12}>
      {() =>
        register ? (
          <Register key={kind} register={register} />
        ) : (
          <>
            <PageHead title={registers.missing(kind)} quiet />
            <EmptyState
              title={registers.missing(kind)}
              action={<Link to="/registers">{registers.missingAction}</Link>}
            />
          </>
        )
      }
    </Answer>
  );
}

interface Asked {
  readonly q: string | undefined;
  readonly where: string | undefined;
  readonly region: string | undefined;
  readonly asOf: string | undefined;
  readonly knownOn: string | undefined;
}

/** What the list is narrowed by: words, filters of fields, the place of the bar, the day. */
function useAsked(): Asked & { readonly sort: Sort | undefined } {
  const search = route.useSearch();
  const { at } = frame.useSearch();
  const where = writeWhere({ ...readWhere(search.where), ...(search.domain ? { domain: search.domain } : {}) });
  return {
    q: useDeferredValue(search.q?.trim() || undefined),
    where,
    region: search.region ?? at,
    sort: sorts.find((sort) => sort === search.sort),
    ...useDay().query,
  };
}

function Register({ register }: { readonly register: RegisterDescription }): ReactElement {
  const { registers } = useWords();
  const language = useLanguage();
  const plural = register.plural[language];
  const { sort = register.when ? "-when" : "title", ...narrowed } = useAsked();
  const query = { kind: register.kind, sort, ...narrowed };
  const asked = useAskPages("listEntries", { query }, { keep: true });
  return (
    <div className="register-page">
      <PageHead title={plural} crumb={plural} note={register.gloss[language]}>
        <Link className="btn" to="/registers/$kind/new" params={{ kind: register.kind }}>
          {registers.add}
        </Link>
      </PageHead>
      <Narrow register={register} narrowed={narrowed} />
      {asked.isPending ? <LoadingLines lines={12} /> : null}
      <PagesAnswer of={asked}>
        {(rows, page) => (
          <>
            <p className="register-line">
              <span className="t3 small" role="status">
                {registers.total(page.total, page.totalIsExact)}
              </span>
              <Downloads name={plural} query={query} />
            </p>
            {rows.length > 0 ? (
              <RegisterTable
                register={register}
                rows={rows}
                names={Object.assign({}, ...(asked.data?.pages ?? []).map(({ names }) => names))}
                sort={sort}
              />
            ) : (
              <NoRows plural={plural} isNarrowed={register.count > 0} />
            )}
            <MoreRows of={asked} left={page.totalIsExact ? page.total - rows.length : null} />
          </>
        )}
      </PagesAnswer>
    </div>
  );
}

function NoRows({ plural, isNarrowed }: { readonly plural: string; readonly isNarrowed: boolean }): ReactElement {
  const { registers } = useWords();
  return isNarrowed ? (
    <EmptyState title={registers.noneFound} />
  ) : (
    <EmptyState title={registers.none(plural)} text={registers.noneText} />
  );
}

function Narrow({
  register,
  narrowed,
}: {
  readonly register: RegisterDescription;
  readonly narrowed: Asked;
}): ReactElement {
  const { registers } = useWords();
  const navigate = useNavigate();
  const { q = "" } = route.useSearch();
  const where = readWhere(narrowed.where);
  const change = (next: { readonly q?: string | undefined; readonly where?: string | undefined }): void =>
    void navigate({
      to: ".",
      search: (held) => ({ ...held, domain: undefined, where: narrowed.where, ...next }),
      replace: true,
      resetScroll: false,
    });
  const isNarrowed = q !== "" || Object.keys(where).length > 0;
  return (
    <div className="narrow" role="search" aria-label={registers.filters}>
      <FilterField
        label={registers.filterLabel}
        placeholder={registers.filter}
        value={q}
        onChange={(next) => change({ q: next || undefined })}
      />
      {register.filters
        .flatMap((name) => register.fields.filter((field) => field.name === name))
        .map((field) => {
          const { [field.name]: value, ...others } = where;
          return (
            <FacetSelect
              key={field.name}
              kind={register.kind}
              field={field}
              value={value}
              query={{ ...narrowed, where: writeWhere(others) }}
              onChange={(next) => change({ where: writeWhere({ ...others, [field.name]: next }) })}
            />
          );
        })}
      {isNarrowed ? (
        <button type="button" className="btn plain" onClick={() => change({ q: undefined, where: undefined })}>
          {registers.clear}
        </button>
      ) : null}
    </div>
  );
}
