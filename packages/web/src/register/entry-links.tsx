import type { Output } from "@qipan/server/contract/client";
import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { termText } from "../format/value.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

type Links = Output<"getEntry">["links"];

/** 相连. Entries that this one names, and those that name it, each with how. */
export function EntryLinks(props: {
  readonly of: Links;
  readonly names: Names;
  readonly registers: readonly RegisterDescription[];
}): ReactElement {
  const { of, registers } = props;
  const { entry, terms } = useWords();
  const language = useLanguage();
  const heading = useId();
  const labelOf = (relation: string): string =>
    registers.flatMap(({ fields }) => fields).find(({ name }) => name === relation)?.label[language] ?? relation;
  const nameOf = (id: string, title: string): string => {
    const named = Object.values(props.names).find((name) => name.id === id);
    return language === "en" ? (named?.en ?? title) : title;
  };
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{entry.links}</h2>
      {of.length === 0 ? <p className="t3">{entry.linksNone}</p> : null}
      <ul className="links">
        {of.map(({ relation, entry: id, title, kind, direction }) => (
          <li key={`${direction} ${relation} ${id}`}>
            <span className="t3 small">
              {entry.relation[direction]} · {labelOf(relation)}
            </span>
            <Link
              className="doc"
              to="/entries/$id"
              params={{ id }}
              lang={isChinese(nameOf(id, title), language) ? "zh-CN" : undefined}
            >
              {nameOf(id, title)}
            </Link>
            <span className="t3 small">{termText(terms.kinds, kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether a name in an English page is Chinese and has to say so. */
function isChinese(text: string, language: "zh" | "en"): boolean {
  return language === "en" && /\p{Script=Han}/u.test(text);
}
