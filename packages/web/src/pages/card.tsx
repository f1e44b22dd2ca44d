import type { Document } from "@qipan/policy/records/document";
import type { ShownCard } from "@qipan/server/contract/cards";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { CardHistory } from "../card/card-history.tsx";
import { CardRows } from "../card/card-rows.tsx";
import { Errata } from "../card/errata.tsx";
import { LineageList } from "../lineage/list.tsx";
import { treeOf } from "../lineage/tree.ts";
import { Answer } from "../parts/answer.tsx";
import { DocumentHead } from "../reader/document-head.tsx";
import { MissingDocument } from "../reader/missing-document.tsx";
import { useDay } from "../shell/use-day.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/documents/$id/card");

/** 文件卡片. What a document says of itself and who says otherwise, what it serves, and what is wrong in it. */
export function CardPage(): ReactElement {
  const { id } = route.useParams();
  return (
    <Answer of={useAsk("getDocument", { params: { id } })} lines={12} missing={<MissingDocument />}>
      {(document) => <Card document={document} />}
    </Answer>
  );
}

function Card({ document }: { readonly document: Document }): ReactElement {
  const { card: words } = useWords();
  const { id } = document;
  return (
    <div className="entry-page">
      <DocumentHead of={document} />
      <Answer of={useAsk("getCard", { params: { id } })} lines={10}>
        {(shown) => (
          <div className="entry-cols">
            <div>
              <Notices of={shown} />
              <div className="sheet entry-sheet">
                <CardRows of={shown} />
              </div>
              <Errata document={id} mayAdd={shown.mayChange} />
            </div>
            <aside className="entry-side" aria-label={words.title}>
              <Around document={id} />
              <CardHistory document={id} />
            </aside>
          </div>
        )}
      </Answer>
    </div>
  );
}

/** What the card means for the ledger: a text that binds nobody, a source that is not listed, a newer text. */
function Notices({ of }: { readonly of: ShownCard }): ReactElement {
  const { card: words, terms } = useWords();
  const binding = of.standingToday && of.standingToday !== "in-force" ? of.standingToday : null;
  return (
    <ul className="card-notices small">
      {binding ? <li className="near">{words.standingNote(terms.standings[binding])}</li> : null}
      {of.barred.length > 0 ? <li className="near">{words.barred}</li> : null}
      {of.source.state === "unlisted" ? <li className="near">{words.unlistedNote}</li> : null}
      {of.source.state === "unknown" ? <li className="t2">{words.unknownNote}</li> : null}
      {of.replacedBy.map(({ id, name, title }) => (
        <li key={id} className="near">
          {words.replacedBy}{" "}
          <Link to="/documents/$id" params={{ id }} lang={languageTag.zh}>
            {title ?? name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Around({ document }: { readonly document: string }): ReactElement {
  const { clauses, facts, lineage, card: words } = useWords();
  const { asOf } = useDay().query;
  const asked = useAsk("getDocumentLineage", { params: { id: document }, query: asOf ? { asOf } : {} });
  const tree = useMemo(() => (asked.data ? treeOf(asked.data) : []), [asked.data]);
  return (
    <section className="block" aria-labelledby="around">
      <h2 id="around" className="h3">
        {lineage.title}
      </h2>
      <Answer of={asked} lines={4} missing={<p className="t3 small">{words.laterThanDay}</p>}>
        {() => (tree.length > 0 ? <LineageList of={tree} /> : <p className="t3 small">{words.alone}</p>)}
      </Answer>
      <p className="small">
        <Link to="/lineage" search={{ root: document }}>
          {words.inLineage}
        </Link>
      </p>
      <p className="small">
        <Link to="/documents/$id/clauses" params={{ id: document }}>
          {clauses.title}
        </Link>
        {" · "}
        <Link to="/documents/$id/schemes" params={{ id: document }}>
          {clauses.schemes}
        </Link>
        {" · "}
        <Link to="/facts" search={{ document }}>
          {facts.ofDocument}
        </Link>
      </p>
    </section>
  );
}
