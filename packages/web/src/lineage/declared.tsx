import type { Declaration } from "@qipan/server/contract/lineage";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { DeclaredVsHeld } from "../parts/declared-vs-held.tsx";
import { addressText } from "../parts/source-sentence.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 宣布与收录. Each number of parts that a document declares, with the sentence, and which of them are held. */
export function Declared({ of }: { readonly of: readonly Declaration[] }): ReactElement {
  const { lineage, parts } = useWords();
  if (of.length === 0) return <p className="t3 small">{lineage.nothingDeclared}</p>;
  return (
    <ul className="declared-list">
      {of.map((declared) => {
        const { evidence, what, count, held, known, unnamed } = declared;
        return (
          <li key={`${evidence.document} ${evidence.address} ${what} ${count}`}>
            <h3>
              <span lang={languageTag.zh}>{declared.of.title}</span>
              <span className="t3 small">
                {" "}
                {count} <span lang={languageTag.zh}>{what}</span>
              </span>
            </h3>
            {held === null ? (
              <p className="near small">{lineage.notCounted}</p>
            ) : (
              <DeclaredVsHeld declared={count} held={Math.min(held, count)}>
                {known === null ? null : lineage.known(known, unnamed ?? 0)}
              </DeclaredVsHeld>
            )}
            <p className="small">
              <q lang={languageTag.zh}>{evidence.quote}</q>{" "}
              <Link
                to="/documents/$id"
                params={{ id: evidence.document }}
                search={evidence.address ? { sel: evidence.address } : {}}
              >
                <span lang={languageTag.zh}>{evidence.documentName}</span>{" "}
                {evidence.address ? addressText(evidence.address, parts) : null}
              </Link>
            </p>
            <Parts of={declared} />
          </li>
        );
      })}
    </ul>
  );
}

function Parts({ of }: { readonly of: Declaration }): ReactElement | null {
  const { lineage } = useWords();
  if (of.parts.length === 0) return null;
  return (
    <ul className="declared-parts small">
      {of.parts.map((part) => (
        <li key={part.id}>
          <span className={part.held ? "tick held-tick" : "tick"} aria-hidden="true" />
          <Link to="/entries/$id" params={{ id: part.id }} lang={languageTag.zh}>
            <ConfidenceMark of={part.confidence}>{part.title}</ConfidenceMark>
          </Link>{" "}
          <span className="t3">{part.held ? lineage.held : lineage.notHeld}</span>
        </li>
      ))}
    </ul>
  );
}
