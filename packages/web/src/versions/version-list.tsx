import type { Output } from "@qipan/server/contract/client";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { count } from "../format/number.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

type Version = Output<"listVersions">["items"][number];

/** 各版. Every text of the document, oldest first; the older ones stay readable. */
export function VersionList({ of, shown }: { readonly of: readonly Version[]; readonly shown: string }): ReactElement {
  const { versions } = useWords();
  return (
    <section aria-labelledby="version-list">
      <h2 id="version-list">{versions.list}</h2>
      <ol className="version-list">
        {of.map(({ document, reason, current }, index) => (
          <li key={document.id} aria-current={document.id === shown ? "true" : undefined}>
            <b>{versions.number(index + 1)}</b>{" "}
            <Link to="/documents/$id" params={{ id: document.id }} lang={languageTag.zh}>
              {document.name}
            </Link>{" "}
            <span className="t3 small">
              <time dateTime={document.receivedAt}>{document.receivedAt.slice(0, 10)}</time> {document.receivedBy}{" "}
              {versions.sentences(count(document.sentenceCount))}
            </span>{" "}
            {current ? <span className="tag">{versions.current}</span> : null}
            {reason ? <p className="small t2">{reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
