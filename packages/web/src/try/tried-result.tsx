import { type ReactElement, useMemo, useState } from "react";
import { Seg } from "../parts/seg.tsx";
import { type Mark, marks } from "../reader/mention-text.ts";
import { PlaceNamesContext } from "../review/place-names.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { type Tried, triedRows } from "./tried-rows.ts";
import { TriedSentence } from "./tried-sentence.tsx";

const sorts: readonly Mark[] = ["date", "quantity", "body", "title"];
const few = 50;

/** 读到的. How much was found, what the head of the text says, and every sentence with what was read from it. */
export function TriedResult({ of }: { readonly of: Tried }): ReactElement {
  const { tried } = useWords();
  const [show, setShow] = useState<"all" | "read">("all");
  const [most, setMost] = useState(few);
  const rows = useMemo(() => triedRows(of), [of]);
  const fitting = show === "read" ? rows.filter(({ readings }) => readings.length > 0) : rows;
  return (
    <PlaceNamesContext value={of.places}>
      <section aria-labelledby="tried-result">
        <h2 id="tried-result" className="vh">
          {tried.result}
        </h2>
        <div className="tried-line">
          <p className="small" role="status">
            {tried.counts(of.sentences.length, of.found.mentions, of.found.readings)}
            {of.cut ? <span className="near"> {tried.cut}</span> : null}
          </p>
          <Legend />
          <Seg
            label={tried.show}
            options={[
              { id: "all", label: tried.shows.all },
              { id: "read", label: tried.shows.read },
            ]}
            value={show}
            onChange={setShow}
          />
        </div>
        <Head of={of.profile} />
        {fitting.length === 0 ? <p className="t2">{tried.noneRead}</p> : null}
        <ol className="tried-rows">
          {fitting.slice(0, most).map((row) => (
            <TriedSentence key={row.sentence.address} of={row} />
          ))}
        </ol>
        {fitting.length > most ? (
          <p className="more-rows">
            <button type="button" className="btn" onClick={() => setMost(most + 2 * few)}>
              {tried.more(fitting.length - most)}
            </button>
          </p>
        ) : null}
      </section>
    </PlaceNamesContext>
  );
}

function Legend(): ReactElement {
  const { reader } = useWords();
  return (
    <ul className="span-legend push" aria-label={reader.legend}>
      {sorts.map((sort) => (
        <li key={sort} title={reader.spanNames[sort]}>
          <span className={marks[sort]}>{reader.spans[sort]}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the head of the text says of itself; nothing where it says nothing. */
function Head({ of }: { readonly of: Tried["profile"] }): ReactElement | null {
  const { tried } = useWords();
  const facts = (["title", "issuer", "number", "date"] as const).flatMap((name) => {
    const fact = of[name];
    return fact ? [{ name, value: fact.value }] : [];
  });
  if (facts.length === 0) return null;
  return (
    <dl className="tried-head">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{tried.of[name]}</dt>
          <dd className="doc" lang={languageTag.zh}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
