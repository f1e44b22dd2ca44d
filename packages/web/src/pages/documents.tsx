import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useDeferredValue } from "react";
import { useAskPages } from "../ask.ts";
import { LoadingLines } from "../parts/loading-lines.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { Batches } from "../reader/batches.tsx";
import { DocumentList } from "../reader/document-list.tsx";
import { Upload } from "../reader/upload.tsx";
import { FilterField } from "../register/filter-field.tsx";
import { MoreRows } from "../register/more-rows.tsx";
import { PagesAnswer } from "../register/pages-answer.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/documents");

/** 文件. Every file held, newest first, and the place where files are handed in. */
export function DocumentsPage(): ReactElement {
  const { documents } = useWords();
  return (
    <div className="documents-page">
      <PageHead title={documents.title} note={documents.note}>
        <Link to="/lineage">{documents.lineage}</Link>
      </PageHead>
      <Upload />
      <Batches />
      <Held />
    </div>
  );
}

function Held(): ReactElement {
  const { documents } = useWords();
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  const words = useDeferredValue(q.trim());
  const asked = useAskPages("listDocuments", { query: words === "" ? {} : { q: words } }, { keep: true });
  const find = (next: string): void =>
    void navigate({ to: ".", search: (held) => ({ ...held, q: next || undefined }), replace: true });
  return (
    <>
      <FilterField label={documents.filterLabel} placeholder={documents.filter} value={q} onChange={find} />
      {asked.isPending ? <LoadingLines lines={8} /> : null}
      <PagesAnswer of={asked}>
        {(rows, page) => (
          <>
            <p className="t3 small total" role="status">
              {documents.total(page.total, page.totalIsExact)}
            </p>
            {rows.length > 0 ? <DocumentList of={rows} /> : <NoneHeld words={words} />}
            <MoreRows of={asked} left={page.totalIsExact ? page.total - rows.length : null} />
          </>
        )}
      </PagesAnswer>
    </>
  );
}

function NoneHeld({ words }: { readonly words: string }): ReactElement {
  const { documents } = useWords();
  return words === "" ? (
    <EmptyState title={documents.none} text={documents.noneText} />
  ) : (
    <EmptyState title={documents.noneFound(words)} />
  );
}
