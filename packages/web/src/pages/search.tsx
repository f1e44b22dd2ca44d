import type { Output } from "@qipan/server/contract/client";
import type { Hit } from "@qipan/server/contract/search";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, type SyntheticEvent, useId, useState } from "react";
import { useAskPages } from "../ask.ts";
import { count } from "../format/number.ts";
import { termText } from "../format/value.ts";
import { LoadingLines } from "../parts/loading-lines.tsx";
import { Marked } from "../parts/marked.tsx";
import { Seg } from "../parts/seg.tsx";
import { addressText } from "../parts/source-sentence.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { Title } from "../parts/title.tsx";
import { MoreRows } from "../register/more-rows.tsx";
import { PagesAnswer } from "../register/pages-answer.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/search");
const scopes = ["all", "entries", "sentences"] as const;
type EntryHit = Extract<Hit, { type: "entry" }>;
type SentenceHit = Extract<Hit, { type: "sentence" }>;

/** 搜索. Words in entries and sentences, marked where they stand; kinds narrow the entries. */
export function SearchPage(): ReactElement {
  const { search } = useWords();
  const { q = "" } = route.useSearch();
  return (
    <div className="search-page">
      <PageHead title={search.title} crumb={q} quiet={q !== ""} />
      <Words key={q} asked={q} />
      {q.trim() === "" ? <EmptyState title={search.start} text={search.startText} /> : <Results q={q.trim()} />}
    </div>
  );
}

function Words({ asked }: { readonly asked: string }): ReactElement {
  const { search } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const [words, setWords] = useState(asked);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void navigate({ to: ".", search: (held) => ({ ...held, q: words.trim() || undefined, kind: undefined }) });
  };
  return (
    <form className="search-words" role="search" onSubmit={submit}>
      <label htmlFor={id} className="vh">
        {search.label}
      </label>
      <input
        id={id}
        type="search"
        value={words}
        maxLength={100}
        autoComplete="off"
        placeholder={search.label}
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit" className="btn main">
        {search.submit}
      </button>
    </form>
  );
}

function Results({ q }: { readonly q: string }): ReactElement {
  const { search } = useWords();
  const { scope = "all", kind, literal } = route.useSearch();
  const query = { q, scope, kind, ...(literal ? { literal } : {}), limit: 50 };
  const asked = useAskPages("searchAll", { query }, { keep: true });
  return (
    <>
      {asked.isPending ? <LoadingLines lines={10} /> : null}
      <PagesAnswer of={asked}>
        {(hits, page) => (
          <>
            <Narrow page={page} scope={scope} kind={kind} />
            <OtherNames of={page.alsoSearched} isLiteral={literal !== undefined} />
            {hits.length > 0 ? (
              <Hits of={hits} />
            ) : (
              <EmptyState
                title={search.none(q)}
                text={search.noneText}
                action={<Link to="/documents">{search.noneAction}</Link>}
              />
            )}
            <MoreRows of={asked} left={page.totalIsExact ? page.total - hits.length : null} />
          </>
        )}
      </PagesAnswer>
    </>
  );
}

function Narrow(props: {
  readonly page: Output<"searchAll">;
  readonly scope: (typeof scopes)[number];
  readonly kind: string | undefined;
}): ReactElement {
  const { search, terms } = useWords();
  const navigate = useNavigate();
  const { page, scope, kind } = props;
  const kinds = page.facets.kind.filter(({ value }) => value in terms.kinds);
  return (
    <div className="search-narrow">
      <p role="status">
        <b>{search.results(page.total, page.totalIsExact)}</b>
      </p>
      <Seg
        label={search.scope}
        options={scopes.map((id) => ({ id, label: search.scopes[id] }))}
        value={scope}
        onChange={(next) =>
          void navigate({
            to: ".",
            search: (held) => ({ ...held, scope: next === "all" ? undefined : next, kind: undefined }),
            replace: true,
          })
        }
      />
      {kinds.length > 0 ? (
        <nav className="tags" aria-label={search.kinds}>
          {kinds.map(({ value, count: hits }) => (
            <Link
              key={value}
              className={value === kind ? "tag on" : "tag"}
              to="."
              search={(held) => ({ ...held, kind: value === kind ? undefined : value })}
              aria-current={value === kind ? "true" : undefined}
              replace
            >
              {termText(terms.kinds, value)} <b>{count(hits)}</b>
            </Link>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

/** The other names that were searched, and the way to the words alone and back. */
function OtherNames({
  of,
  isLiteral,
}: {
  readonly of: readonly string[];
  readonly isLiteral: boolean;
}): ReactElement | null {
  const { search } = useWords();
  if (of.length === 0 && !isLiteral) return null;
  return (
    <p className="t2 small">
      {isLiteral ? null : (
        <>
          {search.also}
          <span lang={languageTag.zh}>{of.join("、")}</span>{" "}
        </>
      )}
      <Link to="." search={(held) => ({ ...held, literal: isLiteral ? undefined : "true" })} replace>
        {isLiteral ? search.widen : search.literal}
      </Link>
    </p>
  );
}

function Hits({ of }: { readonly of: readonly Hit[] }): ReactElement {
  const { search } = useWords();
  const entries = of.filter((hit) => hit.type === "entry");
  const sentences = of.filter((hit) => hit.type === "sentence");
  return (
    <>
      {entries.length > 0 ? (
        <section aria-labelledby="found-entries">
          <h2 id="found-entries">{search.entries}</h2>
          <ul className="hits">
            {entries.map((hit) => (
              <EntryLine key={hit.id} hit={hit} />
            ))}
          </ul>
        </section>
      ) : null}
      {sentences.length > 0 ? (
        <section aria-labelledby="found-sentences">
          <h2 id="found-sentences">{search.sentences}</h2>
          <ul className="hits">
            {sentences.map((hit) => (
              <SentenceLine key={`${hit.document} ${hit.address}`} hit={hit} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Marks stand in the title where the words are there; what else was searched is quoted below it. */
function EntryLine({ hit }: { readonly hit: EntryHit }): ReactElement {
  const { terms } = useWords();
  const isEnglish = useLanguage() === "en" && hit.titleEn !== null;
  const inTitle =
    isEnglish || !hit.text.startsWith(hit.title) ? [] : hit.marks.filter(([, end]) => end <= hit.title.length);
  return (
    <li>
      <Link to="/entries/$id" params={{ id: hit.id }} lang={isEnglish ? undefined : languageTag.zh}>
        {inTitle.length > 0 ? <Marked text={hit.title} marks={inTitle} /> : <Title of={hit} />}
      </Link>{" "}
      <span className="t3 small">{termText(terms.kinds, hit.kind)}</span>
      {hit.marks.length > inTitle.length ? (
        <p className="hit-text" lang={languageTag.zh}>
          <Marked text={hit.text} marks={hit.marks} />
        </p>
      ) : null}
    </li>
  );
}

function SentenceLine({ hit }: { readonly hit: SentenceHit }): ReactElement {
  const { parts } = useWords();
  return (
    <li>
      <Link
        className="hit-sentence"
        to="/documents/$id"
        params={{ id: hit.document }}
        search={{ sel: hit.address }}
        lang={languageTag.zh}
      >
        <Marked text={hit.text} marks={hit.marks} />
      </Link>
      <p className="t3 small">
        <span lang={languageTag.zh}>{hit.documentName}</span> {addressText(hit.address, parts)}
      </p>
    </li>
  );
}
