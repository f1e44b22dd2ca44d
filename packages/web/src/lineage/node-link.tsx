import type { LineageNode } from "@qipan/policy/records/lineage";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { termText } from "../format/value.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 谱系一项. Title with a tick: solid where a text is held, hollow where the title is all that is known. */
export function NodeLink({ of }: { readonly of: LineageNode }): ReactElement {
  const { lineage } = useWords();
  const mark = <span className={of.held ? "tick held-tick" : "tick"} aria-hidden="true" />;
  const said = of.held ? lineage.held : lineage.notHeld;
  const [text] = of.documents;
  const name = <span lang={languageTag.zh}>{of.title}</span>;
  if (text)
    return (
      <Link to="/documents/$id" params={{ id: text.id }} title={of.title}>
        {mark}
        {name}
        <span className="vh"> {said}</span>
      </Link>
    );
  if (of.plan)
    return (
      <Link to="/entries/$id" params={{ id: of.plan.id }} title={of.title}>
        {mark}
        {name}
        <span className="vh"> {said}</span>
      </Link>
    );
  return (
    <span title={of.title}>
      {mark}
      {name}
      <span className="vh"> {said}</span>
    </span>
  );
}

/** 文种与日期. What sort of text, from when, and whether it is in force. */
export function NodeFacts({ of }: { readonly of: LineageNode }): ReactElement {
  const { terms, lineage } = useWords();
  const sort = of.plan ? termText(terms.planKinds, of.plan.planKind) : of.genre ? terms.genres[of.genre] : null;
  const standing = of.standing && of.standing !== "in-force" ? terms.standings[of.standing] : null;
  return (
    <span className="t3 small">
      {[sort, of.date, standing, of.held ? null : lineage.notHeld].filter(Boolean).join(" · ")}
    </span>
  );
}
