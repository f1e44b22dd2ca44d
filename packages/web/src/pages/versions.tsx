import type { Document } from "@qipan/policy/records/document";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { AffectedList } from "../versions/affected-list.tsx";
import { ClauseChanges } from "../versions/clause-changes.tsx";
import { HandInVersion } from "../versions/hand-in.tsx";
import { VersionList } from "../versions/version-list.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/documents/$id/versions");

/** 版本. Corrected texts of a document, what they change clause by clause, and what stands on sentences that changed. */
export function VersionsPage(): ReactElement {
  const { id } = route.useParams();
  const { reader } = useWords();
  const missing = (
    <>
      <PageHead title={reader.missing} quiet />
      <EmptyState
        title={reader.missing}
        text={reader.missingText}
        action={<Link to="/documents">{reader.missingAction}</Link>}
      />
    </>
  );
  return (
    <Answer of={useAsk("getDocument", { params: { id } })} lines={12} missing={missing}>
      {(document) => <Versions key={document.id} document={document} />}
    </Answer>
  );
}

function Versions({ document }: { readonly document: Document }): ReactElement {
  const { card } = useWords();
  const { id } = document;
  const title = document.title ?? document.name;
  return (
    <div className="entry-page versions-page">
      <PageHead title={title} crumb={title} quiet />
      <header className="entry-head">
        <p className="small t3">
          <Link to="/documents/$id" params={{ id }}>
            {card.toText}
          </Link>
        </p>
        <p className="card-title doc" aria-hidden="true" lang={languageTag.zh}>
          {title}
        </p>
      </header>
      <Answer of={useAsk("listVersions", { params: { id } })} lines={4}>
        {({ items }) => {
          const newest = items.at(-1)?.document ?? document;
          return (
            <>
              <VersionList of={items} shown={id} />
              <HandInVersion document={newest} />
              {items.length > 1 ? (
                <>
                  <AffectedList document={newest.id} />
                  <ClauseChanges document={id} isFirst={items[0]?.document.id === id} />
                </>
              ) : null}
            </>
          );
        }}
      </Answer>
    </div>
  );
}
