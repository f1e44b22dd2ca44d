import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { SchemeMatrix } from "../clauses/scheme-matrix.tsx";
import { inPlaceOrder, type Matrix, schemeRows } from "../clauses/scheme-rows.ts";
import { Answer } from "../parts/answer.tsx";
import { Seg } from "../parts/seg.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { MissingDocument } from "../reader/missing-document.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const route = getRouteApi("/documents/$id/schemes");

/** 各地方案对照. The clauses of a document against the schemes of each place: who serves what, and what nobody does. */
export function SchemesPage(): ReactElement {
  const { id } = route.useParams();
  return (
    <Answer of={useAsk("compareSchemes", { query: { upper: id } })} lines={12} missing={<MissingDocument />}>
      {(matrix) => <Schemes of={inPlaceOrder(matrix)} />}
    </Answer>
  );
}

function Schemes({ of }: { readonly of: Matrix }): ReactElement {
  const { clauses } = useWords();
  const { upper, schemes } = of;
  return (
    <div className="schemes-page">
      <PageHead title={clauses.schemes} crumb={clauses.schemes} note={clauses.schemesNote} />
      <dl className="clauses-pair">
        <div>
          <dt>{clauses.schemesOf}</dt>
          <dd>
            <Link className="clauses-title" to="/documents/$id" params={{ id: upper.document }} lang={languageTag.zh}>
              {upper.title}
            </Link>{" "}
            <Link className="small" to="/documents/$id/card" params={{ id: upper.document }}>
              {clauses.toCard}
            </Link>
          </dd>
        </div>
      </dl>
      {schemes.length === 0 ? (
        <EmptyState
          title={clauses.noSchemes}
          text={clauses.noSchemesText}
          action={<Link to="/documents">{clauses.handIn}</Link>}
        />
      ) : (
        <Compared of={of} />
      )}
    </div>
  );
}

function Compared({ of }: { readonly of: Matrix }): ReactElement {
  const { clauses } = useWords();
  const { show = "all" } = route.useSearch();
  const navigate = useNavigate();
  const rows = useMemo(() => schemeRows(of), [of]);
  const gaps = rows.filter(({ hasGap }) => hasGap);
  if (rows.length === 0) return <EmptyState title={clauses.noClauses} text={clauses.noClausesText} />;
  const shown = show === "gaps" ? gaps : rows;
  return (
    <>
      <div className="schemes-line">
        <p className="t3 small" role="status">
          {clauses.matrixCounts(rows.length, of.schemes.length, gaps.length)}
        </p>
        <Seg
          label={clauses.show}
          options={[
            { id: "all", label: clauses.shows.all },
            { id: "gaps", label: clauses.shows.gaps },
          ]}
          value={show}
          onChange={(next) =>
            void navigate({
              to: ".",
              search: (held) => ({ ...held, show: next === "all" ? undefined : next }),
              replace: true,
            })
          }
        />
      </div>
      {shown.length > 0 ? (
        <SchemeMatrix upper={of.upper.document} schemes={of.schemes} rows={rows} shown={shown} />
      ) : (
        <p className="t2">{clauses.noGaps}</p>
      )}
    </>
  );
}
