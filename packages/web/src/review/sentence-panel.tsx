import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { Observation } from "@qipan/policy/records/observation";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { periodText } from "../format/period.ts";
import { placeText } from "../format/place.ts";
import { termText, unitText } from "../format/value.ts";
import { Answer } from "../parts/answer.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { addressText } from "../parts/source-sentence.tsx";
import { Title } from "../parts/title.tsx";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { readingTitle } from "./reading-title.ts";
import { SentenceErrata } from "./sentence-errata.tsx";

/** 句栏. What stands on one sentence: entries, values, and readings that wait or were decided. */
export function SentencePanel({
  document,
  address,
}: {
  readonly document: string;
  readonly address: string;
}): ReactElement {
  const { review, parts, terms } = useWords();
  const asked = useAsk("getSentence", { params: { id: document, address } });
  return (
    <Answer of={asked} lines={5} missing={null}>
      {({ readings, entries, observations }) => (
        <>
          <h2 className="review-title">
            {review.sentence} <span className="t3 small">{addressText(address, parts)}</span>
          </h2>
          {entries.length > 0 ? (
            <section className="block">
              <h3>{review.sentenceEntries}</h3>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <Link to="/entries/$id" params={{ id: entry.id }}>
                      <Title of={entry} />
                    </Link>{" "}
                    <span className="t3 small">{termText(terms.kinds, entry.kind)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <Values of={observations} />
          <Readings of={readings} />
          <SentenceErrata document={document} address={address} />
        </>
      )}
    </Answer>
  );
}

function Values({ of }: { readonly of: readonly Observation[] }): ReactElement | null {
  const { review, terms } = useWords();
  const language = useLanguage();
  if (of.length === 0) return null;
  return (
    <section className="block">
      <h3>{review.sentenceValues}</h3>
      <ul>
        {of.map((observation) => (
          <li key={observation.id}>
            <Link to="/monitoring/$key" params={{ key: observation.indicator }} search={{ sel: observation.id }}>
              <IntervalValue value={observation.value} /> {unitText(observation.unit, terms)}
            </Link>{" "}
            <span className="t3 small">
              {placeText(observation.region, { language, terms })} {periodText(observation.period, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Readings({ of }: { readonly of: readonly StoredReading[] }): ReactElement {
  const { review, terms } = useWords();
  if (of.length === 0) return <p className="t3">{review.sentenceNothing}</p>;
  return (
    <section className="block">
      <h3>{review.sentenceReadings}</h3>
      <ul>
        {of.map((stored) => (
          <li key={stored.id}>
            <Link
              to="."
              search={(held) => ({ ...held, sel: stored.address, reading: stored.id })}
              resetScroll={false}
              replace
            >
              <span className="doc" lang={languageTag.zh}>
                {readingTitle(stored.reading)}
              </span>
            </Link>{" "}
            <span className="t3 small">
              {termText(terms.readingTypes, stored.type)} · {termText(terms.readingStates, stored.state)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
