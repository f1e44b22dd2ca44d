import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { count } from "../format/number.ts";
import { termText } from "../format/value.ts";
import { useWords } from "../words/use-words.ts";

/** 领域. The fields of the year with their counts; one narrows the page, all is the first. */
export function DomainFilter(props: {
  readonly domains: readonly { readonly value: string | null; readonly count: number }[];
  readonly chosen: string | undefined;
}): ReactElement {
  const { chronicle, terms } = useWords();
  const all = props.domains.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav className="tags" aria-label={chronicle.domains}>
      <Choice domain={undefined} word={chronicle.allDomains} count={all} isChosen={props.chosen === undefined} />
      {props.domains
        .filter(({ value }) => value !== null)
        .toSorted((a, b) => b.count - a.count)
        .map(({ value, count }) => (
          <Choice
            key={value}
            domain={value ?? undefined}
            word={termText(terms.domains, value)}
            count={count}
            isChosen={value === props.chosen}
          />
        ))}
    </nav>
  );
}

function Choice(props: {
  readonly domain: string | undefined;
  readonly word: string;
  readonly count: number;
  readonly isChosen: boolean;
}): ReactElement {
  return (
    <Link
      className={props.isChosen ? "tag on" : "tag"}
      to="."
      search={(held) => ({ ...held, domain: props.domain })}
      resetScroll={false}
      aria-current={props.isChosen ? "true" : undefined}
    >
      {props.word} <b>{count(props.count)}</b>
    </Link>
  );
}
