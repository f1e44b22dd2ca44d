import type { ClausePlace } from "@qipan/policy/records/clause-link";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { languageTag } from "../words/language.ts";

/** 条款名. Its place in the outline and its heading; a press opens the reader there. */
export function ClauseName({ of }: { readonly of: ClausePlace }): ReactElement {
  return (
    <Link
      className="clause-name"
      to="/documents/$id"
      params={{ id: of.document }}
      search={{ sel: of.address }}
      resetScroll={false}
    >
      <span className="t3 small">{of.path}</span>{" "}
      <span className="doc" lang={languageTag.zh}>
        {of.title}
      </span>
    </Link>
  );
}
