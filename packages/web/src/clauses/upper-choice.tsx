import type { TitleTarget } from "@qipan/server/contract/cards";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { FilterField } from "../register/filter-field.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

const offeredAtMost = 12;

/** 上位文件. What the card says the document implements, and any other text held, found by its name. */
export function UpperChoice(props: {
  readonly document: string;
  readonly upper: string | undefined;
  readonly named: readonly TitleTarget[];
}): ReactElement {
  const { clauses } = useWords();
  return (
    <>
      {props.named.some(({ document }) => document === null || document.id !== props.upper) ? (
        <>
          <p className="t3 small">{clauses.named}</p>
          <ul className="upper-named">
            {props.named.map(({ title, document }) => (
              <li key={title}>
                {document ? (
                  <ChooseLink id={document.id} title={title} isChosen={document.id === props.upper} />
                ) : (
                  <>
                    <span className="tick" aria-hidden="true" />
                    <span className="doc" lang={languageTag.zh}>
                      {title}
                    </span>{" "}
                    <span className="near small">{clauses.notHeld}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details className="upper-other" open={props.upper === undefined}>
        <summary>{clauses.otherUpper}</summary>
        <Others document={props.document} upper={props.upper} />
      </details>
    </>
  );
}

function ChooseLink(props: { readonly id: string; readonly title: string; readonly isChosen: boolean }): ReactElement {
  return (
    <Link
      to="."
      search={(held) => ({ ...held, upper: props.id })}
      aria-current={props.isChosen ? "true" : undefined}
      resetScroll={false}
    >
      <span className="tick held-tick" aria-hidden="true" />
      <span className="doc" lang={languageTag.zh}>
        {props.title}
      </span>
    </Link>
  );
}

function Others({ document, upper }: { readonly document: string; readonly upper: string | undefined }): ReactElement {
  const { clauses } = useWords();
  const [q, setQ] = useState("");
  const words = q.trim();
  const query = { limit: offeredAtMost, ...(words === "" ? {} : { q: words }) };
  return (
    <>
      <FilterField label={clauses.find} placeholder={clauses.findHint} value={q} onChange={setQ} />
      <Answer of={useAsk("listDocuments", { query }, { keep: true })} lines={4}>
        {({ items, total }) => {
          const others = items.filter(({ id }) => id !== document);
          return (
            <>
              {others.length === 0 ? <p className="t3 small">{clauses.noneFound(words)}</p> : null}
              <ul className="upper-named">
                {others.map(({ id, title, name }) => (
                  <li key={id}>
                    <ChooseLink id={id} title={title ?? name} isChosen={id === upper} />
                  </li>
                ))}
              </ul>
              {total > items.length ? <p className="t3 small">{clauses.moreFound(total - items.length)}</p> : null}
            </>
          );
        }}
      </Answer>
    </>
  );
}
