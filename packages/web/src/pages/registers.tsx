import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";

/** 登记. Every register with what stands in it and how many rows it has. */
export function RegistersPage(): ReactElement {
  const { registers } = useWords();
  const language = useLanguage();
  return (
    <div className="registers-page">
      <PageHead title={registers.title} note={registers.note} />
      <Answer of={useAsk("listRegisters", {})} lines={8}>
        {({ items }) => (
          <ul className="registers">
            {items.map(({ kind, plural, gloss, count }) => (
              <li key={kind}>
                <Link to="/registers/$kind" params={{ kind }}>
                  <span className="doc">{plural[language]}</span>
                </Link>
                <span className="t2">{gloss[language]}</span>
                <span className="num">{registers.rows(count)}</span>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </div>
  );
}
