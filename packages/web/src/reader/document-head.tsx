import type { Document } from "@qipan/policy/records/document";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { PageHead } from "../shell/page-head.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 文件页首. Title of a document above a page about it, with the way back to its text. */
export function DocumentHead({ of }: { readonly of: Document }): ReactElement {
  const { card } = useWords();
  const title = of.title ?? of.name;
  return (
    <>
      <PageHead title={title} crumb={title} quiet />
      <header className="entry-head">
        <p className="small t3">
          <Link to="/documents/$id" params={{ id: of.id }}>
            {card.toText}
          </Link>
        </p>
        <p className="card-title doc" aria-hidden="true" lang={languageTag.zh}>
          {title}
        </p>
      </header>
    </>
  );
}
