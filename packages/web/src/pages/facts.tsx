import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useAsk } from "../ask.ts";
import { Clusters } from "../facts/clusters.tsx";
import { Answer } from "../parts/answer.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/facts");
const few = 50;
const most = 500; // what the operation gives at once

/** 事实核对. What several documents state of one fact, side by side with a verdict on each pair; nothing is chosen here. */
export function FactsPage(): ReactElement {
  const { facts } = useWords();
  const { verdict, document } = route.useSearch();
  const [limit, setLimit] = useState(few);
  const asked = useAsk("listFacts", { query: { verdict, document, limit } }, { keep: true });
  return (
    <div className="facts-page">
      <PageHead title={facts.title} note={facts.note} />
      <p className="facts-rule small t2">{facts.rule}</p>
      {document ? <OnlyOf document={document} /> : null}
      <Answer of={asked} lines={12}>
        {(desk) =>
          Object.values(desk.counts).some((n) => n > 0) ? (
            <Clusters
              of={desk}
              verdict={verdict}
              onMore={limit < most ? () => setLimit(Math.min(most, limit + 100)) : undefined}
            />
          ) : (
            <Nothing isOfDocument={document !== undefined} />
          )
        }
      </Answer>
    </div>
  );
}

/** The document that narrows the list, and the way back to all. */
function OnlyOf({ document }: { readonly document: string }): ReactElement {
  const { facts } = useWords();
  const { data } = useAsk("getDocument", { params: { id: document } });
  return (
    <p className="facts-only small">
      {facts.onlyOf}
      <Link to="/documents/$id" params={{ id: document }} lang={languageTag.zh}>
        {data?.title ?? data?.name ?? document}
      </Link>{" "}
      <Link to="/facts" search={(held) => ({ ...held, document: undefined })}>
        {facts.allDocuments}
      </Link>
    </p>
  );
}

function Nothing({ isOfDocument }: { readonly isOfDocument: boolean }): ReactElement {
  const { facts } = useWords();
  return (
    <EmptyState
      title={isOfDocument ? facts.noneOfDocument : facts.none}
      text={facts.noneText}
      action={<Link to="/documents">{facts.noneAction}</Link>}
    />
  );
}
