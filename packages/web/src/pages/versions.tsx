import type { Document } from "@qipan/policy/records/document";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { DocumentHead } from "../reader/document-head.tsx";
import { MissingDocument } from "../reader/missing-document.tsx";
import { AffectedList } from "../versions/affected-list.tsx";
import { ClauseChanges } from "../versions/clause-changes.tsx";
import { HandInVersion } from "../versions/hand-in.tsx";
import { VersionList } from "../versions/version-list.tsx";

const route = getRouteApi("/documents/$id/versions");

/** 版本. Corrected texts of a document, what they change clause by clause, and what stands on sentences that changed. */
export function VersionsPage(): ReactElement {
  const { id } = route.useParams();
  return (
    <Answer of={useAsk("getDocument", { params: { id } })} lines={12} missing={<MissingDocument />}>
      {(document) => <Versions key={document.id} document={document} />}
    </Answer>
  );
}

function Versions({ document }: { readonly document: Document }): ReactElement {
  const { id } = document;
  return (
    <div className="entry-page versions-page">
      <DocumentHead of={document} />
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
