import type { Document } from "@qipan/policy/records/document";
import type { ShownCard } from "@qipan/server/contract/cards";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { ClauseBoard } from "../clauses/clause-board.tsx";
import { UpperChoice } from "../clauses/upper-choice.tsx";
import { Answer } from "../parts/answer.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { MissingDocument } from "../reader/missing-document.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/documents/$id/clauses");

/** 条款对应. The clauses of a document against those of the one it implements. */
export function ClausesPage(): ReactElement {
  const { id } = route.useParams();
  return (
    <Answer of={useAsk("getDocument", { params: { id } })} lines={12} missing={<MissingDocument />}>
      {(document) => <Clauses key={document.id} document={document} />}
    </Answer>
  );
}

function Clauses({ document }: { readonly document: Document }): ReactElement {
  const { clauses } = useWords();
  const { id } = document;
  return (
    <div className="clauses-page">
      <PageHead title={clauses.title} crumb={clauses.title} note={clauses.note} />
      <Answer of={useAsk("getCard", { params: { id } })} lines={10}>
        {(card) => <Against document={document} card={card} />}
      </Answer>
    </div>
  );
}

/** The document that the address names; without one the first of those that the card names and that is held. */
function useUpper(card: ShownCard): string | undefined {
  const { upper } = route.useSearch();
  return upper ?? card.implements.find(({ document }) => document !== null)?.document?.id;
}

function Against({ document, card }: { readonly document: Document; readonly card: ShownCard }): ReactElement {
  const { clauses } = useWords();
  const upper = useUpper(card);
  return (
    <>
      <dl className="clauses-pair">
        <div>
          <dt>{clauses.lower}</dt>
          <dd>
            <DocumentName of={document} />{" "}
            <Link className="small" to="/documents/$id/card" params={{ id: document.id }}>
              {clauses.toCard}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{clauses.upper}</dt>
          <dd>
            {upper ? <Upper id={upper} /> : <NoUpper isNamed={card.implements.length > 0} />}
            <UpperChoice key={upper} document={document.id} upper={upper} named={card.implements} />
          </dd>
        </div>
      </dl>
      {upper ? <ClauseBoard key={upper} lower={document.id} upper={upper} mayLink={card.mayChange} /> : null}
    </>
  );
}

function DocumentName({ of }: { readonly of: Document }): ReactElement {
  return (
    <Link className="clauses-title" to="/documents/$id" params={{ id: of.id }} lang={languageTag.zh}>
      {of.title ?? of.name}
    </Link>
  );
}

function Upper({ id }: { readonly id: string }): ReactElement {
  const { reader, clauses } = useWords();
  return (
    <Answer of={useAsk("getDocument", { params: { id } })} lines={1} missing={<EmptyState title={reader.missing} />}>
      {(document) => (
        <p>
          <DocumentName of={document} />{" "}
          <Link className="small" to="/documents/$id/schemes" params={{ id }}>
            {clauses.schemes}
          </Link>
        </p>
      )}
    </Answer>
  );
}

function NoUpper({ isNamed }: { readonly isNamed: boolean }): ReactElement {
  const { clauses } = useWords();
  return (
    <EmptyState
      title={isNamed ? clauses.noUpper : clauses.noUpperStated}
      text={isNamed ? clauses.noUpperNamed : clauses.noUpperUnnamed}
      action={<Link to="/documents">{clauses.handIn}</Link>}
    />
  );
}
