import { Link } from "@tanstack/react-router";
import { Fragment, type ReactElement } from "react";
import { placeText } from "../format/place.ts";
import { termText } from "../format/value.ts";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { ClauseName } from "./clause-name.tsx";
import { depthOf } from "./clause-rows.ts";
import { isGap, type Scheme, type SchemeCell, type SchemeRow, servedBy } from "./scheme-rows.ts";

/** 方案对照表. Clauses down, schemes across; on a phone each clause is a card with a line a scheme. */
export function SchemeMatrix(props: {
  readonly upper: string;
  readonly schemes: readonly Scheme[];
  /** Every clause, for the counts above the columns. */
  readonly rows: readonly SchemeRow[];
  readonly shown: readonly SchemeRow[];
}): ReactElement {
  const { clauses } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus
    <div className="scheme-matrix" role="region" aria-label={clauses.matrix} tabIndex={0}>
      <table>
        <caption className="vh">{clauses.schemes}</caption>
        <thead>
          <tr>
            <th scope="col">{clauses.clause}</th>
            {props.schemes.map((scheme) => (
              <th key={scheme.document} scope="col">
                <SchemeHead
                  of={scheme}
                  upper={props.upper}
                  served={servedBy(props.rows, scheme)}
                  total={props.rows.length}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.shown.map(({ clause, cells }) => (
            <tr key={clause.address}>
              <th scope="row" className={`depth-${depthOf(clause)}`}>
                <ClauseName of={clause} />
              </th>
              {cells.map((cell) => (
                <td key={cell.scheme.document} className={isGap(cell) ? "gap" : undefined}>
                  <span className="scheme-name small t3" aria-hidden="true">
                    <SchemeIssuer of={cell.scheme} />
                  </span>
                  <Cell of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SchemeHead(props: {
  readonly of: Scheme;
  readonly upper: string;
  readonly served: number;
  readonly total: number;
}): ReactElement {
  const { clauses, terms } = useWords();
  const { document, title, level } = props.of;
  return (
    <>
      <b>
        <SchemeIssuer of={props.of} />
      </b>
      <Link to="/documents/$id" params={{ id: document }} className="doc" lang={languageTag.zh}>
        {title}
      </Link>
      {level ? <span className="t3">{termText(terms.levels, level)}</span> : null}
      <span className="t2">
        {clauses.servedOf(props.served, props.total)}{" "}
        <Link
          to="/documents/$id/clauses"
          params={{ id: document }}
          search={{ upper: props.upper }}
          aria-label={clauses.oneByOneOf(title)}
        >
          {clauses.oneByOne}
        </Link>
      </span>
    </>
  );
}

/** Who issued a scheme; the places it holds for where its issuer is not stated. */
function SchemeIssuer({ of }: { readonly of: Scheme }): ReactElement {
  const { parts, terms } = useWords();
  const language = useLanguage();
  if (of.issuer) return <span lang={languageTag.zh}>{of.issuer}</span>;
  if (of.scope.length === 0) return <span className="absent">{parts.notStated}</span>;
  return (
    <>
      {of.scope.map((code, index) => {
        const text = placeText(code, { language, terms });
        return (
          <Fragment key={code}>
            {index > 0 ? " " : null}
            <span lang={/\p{Script=Han}/u.test(text) ? languageTag.zh : undefined}>{text}</span>
          </Fragment>
        );
      })}
    </>
  );
}

function Cell({ of }: { readonly of: SchemeCell }): ReactElement {
  const { clauses } = useWords();
  if (of.clauses.length === 0) {
    const word = of.isServedBelow ? clauses.servedBelow : clauses.notServed;
    return (
      <span className={of.isServedBelow ? "t3 small" : "t2 small"}>
        <span className={of.isServedBelow ? "tick half-tick" : "tick"} aria-hidden="true" />
        {word}
      </span>
    );
  }
  return (
    <ul>
      {of.clauses.map((clause) => (
        <li key={clause.address}>
          <span className="tick held-tick" aria-hidden="true" />
          <ClauseName of={clause} />
        </li>
      ))}
    </ul>
  );
}
