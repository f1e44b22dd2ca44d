import type { Entry } from "@qipan/policy/records/entry";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { termText } from "../format/value.ts";
import { Answer } from "../parts/answer.tsx";
import { addressText } from "../parts/source-sentence.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 勘误. What is wrong in the document and what it should be; the printed words stay readable. */
export function Errata({ document, mayAdd }: { readonly document: string; readonly mayAdd: boolean }): ReactElement {
  const { card: words } = useWords();
  return (
    <section className="block" aria-labelledby="errata">
      <h2 id="errata" className="h3">
        {words.errata}
      </h2>
      <Answer of={useAsk("listErrata", { params: { id: document } })} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="t3 small">{words.noErrata}</p>
          ) : (
            <ul className="errata">
              {items.map((entry) => (
                <Erratum key={entry.id} entry={entry} document={document} />
              ))}
            </ul>
          )
        }
      </Answer>
      {mayAdd ? (
        <p className="small">
          <Link to="/registers/$kind/new" params={{ kind: "erratum" }} search={{ document }}>
            {words.addErratum}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

/** 勘误一条. The printed words struck, the right ones beside them, why, and the entry that says so. */
export function Erratum({ entry, document }: { readonly entry: Entry; readonly document: string }): ReactElement {
  const { card: words, parts, terms } = useWords();
  const { fields } = entry;
  const text = (name: string): string | null => (typeof fields[name] === "string" ? fields[name] : null);
  const address = text("address");
  return (
    <li>
      <p lang={languageTag.zh}>
        <del>{text("wrong")}</del> <ins>{text("right") ?? words.noRight}</ins>
      </p>
      <p className="t3 small">
        {termText(terms.erratumStates, text("erratumState") ?? "")}{" "}
        {address ? (
          <Link to="/documents/$id" params={{ id: document }} search={{ sel: address }}>
            {addressText(address, parts)}
          </Link>
        ) : null}{" "}
        <span lang={languageTag.zh}>{text("ground")}</span>{" "}
        <Link to="/entries/$id" params={{ id: entry.id }}>
          {words.openErratum}
        </Link>
      </p>
    </li>
  );
}
