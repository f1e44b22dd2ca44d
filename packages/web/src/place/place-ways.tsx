import type { Place } from "@qipan/server/contract/places";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { nameOf, PlaceLink } from "./place-name.tsx";

const belowAtMost = 60;

/** 去处. Rows of each register that lie here, sentences that name it, and what can be added to what is held of it. */
export function PlaceWays({ of }: { readonly of: Place }): ReactElement {
  const { place: words } = useWords();
  const language = useLanguage();
  const heading = useId();
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{words.rows}</h2>
      <Answer of={useAsk("listRegisters", {})} lines={4}>
        {({ items }) => (
          <ul className="place-ways">
            {items
              .filter(({ fields }) => fields.some(({ control, refers }) => control === "place" || refers === "place"))
              .map(({ kind, plural }) => (
                <li key={kind}>
                  <Link to="/registers/$kind" params={{ kind }} search={{ region: of.code }}>
                    {plural[language]}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <p>
        <Link to="/search" search={{ q: of.zh }}>
          {words.search(nameOf(of, language))}
        </Link>
      </p>
    </section>
  );
}

/** 补充. Ways to the forms of another name and of a division at a date, with the place filled in. */
export function PlaceAdd({ code }: { readonly code: string }): ReactElement {
  const { place: words } = useWords();
  return (
    <p className="acts">
      <Link className="btn" to="/registers/$kind/new" params={{ kind: "alias" }} search={{ place: code }}>
        {words.addAlias}
      </Link>
      <Link className="btn" to="/registers/$kind/new" params={{ kind: "division" }} search={{ place: code }}>
        {words.addDivision}
      </Link>
    </p>
  );
}

/** 下辖. Places held directly below; nothing is shown where there are none. */
export function PlacesBelow({ code }: { readonly code: string }): ReactElement | null {
  const { place: words } = useWords();
  const heading = useId();
  const { data } = useAsk("listPlaces", { query: { parent: code, limit: belowAtMost } });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{words.below}</h2>
      <ul className="place-ways">
        {data.items.map((place) => (
          <li key={place.code}>
            <PlaceLink of={place} />
          </li>
        ))}
      </ul>
      {data.total > data.items.length ? (
        <p className="t3 small">{words.belowMore(data.total - data.items.length)}</p>
      ) : null}
    </section>
  );
}
