import type { Output } from "@qipan/server/contract/client";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { proseDay } from "../format/day.ts";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { PlaceLink } from "./place-name.tsx";

type Shown = Output<"getPlace">;
export type PastDivision = Shown["onDay"][number];

/** 当日. What the place was called and where it lay on the day; several answers are no answer, and it says so. */
export function PlaceThen({ of }: { readonly of: Shown }): ReactElement {
  const { place: words } = useWords();
  const language = useLanguage();
  const heading = useId();
  const { onDay, history, asOf } = of;
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>
        {words.thenTitle} <time dateTime={asOf}>{proseDay(asOf, language)}</time>
      </h2>
      {onDay.length > 1 ? (
        <p className="cannot-tell">
          <span aria-hidden="true">◇</span> {words.cannotTell(onDay.length)}
        </p>
      ) : null}
      {onDay.length === 0 ? (
        <p className="t2">{history.length === 0 ? words.thenNever : words.thenNone}</p>
      ) : (
        <ul className="place-then">
          {onDay.map((row) => (
            <li key={row.entry}>
              <Then of={row} today={of.place} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Then({ of, today }: { readonly of: PastDivision; readonly today: Shown["place"] }): ReactElement {
  const { place: words, parts } = useWords();
  const isAsNow = of.name === today.zh && (of.parent === null || of.parent.code === today.parent);
  return (
    <>
      <b className="doc" lang={languageTag.zh}>
        {of.name}
      </b>{" "}
      <span>
        {words.parent} {of.parent ? <PlaceLink of={of.parent} /> : <span className="absent">{parts.notStated}</span>}
      </span>{" "}
      {isAsNow ? <span className="t3 small">{words.sameAsNow}</span> : null}{" "}
      <Link className="small" to="/entries/$id" params={{ id: of.entry }} aria-label={words.openEvidence(of.name)}>
        {words.evidence}
      </Link>
    </>
  );
}
