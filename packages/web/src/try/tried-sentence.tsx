import { refusalReasons } from "@qipan/policy/records/refusal";
import { memo, type ReactElement, useMemo, useState } from "react";
import type { Stretch } from "../reader/segments.ts";
import { addressText } from "../parts/source-sentence.tsx";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { TriedMention } from "./tried-mention.tsx";
import { TriedReading } from "./tried-reading.tsx";
import type { TriedRow } from "./tried-rows.ts";
import { TriedWords } from "./tried-words.tsx";

const noWashes: readonly Stretch[] = [];
const mostListed = 40;
const fewMentions = 12;

/** 试读一行. The sentence on its sheet, and beside it on the board what was read from it. */
export const TriedSentence = memo(function TriedSentence({ of }: { readonly of: TriedRow }): ReactElement {
  const { parts, tried } = useWords();
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const { sentence, readings, mentions, refusals } = of;
  const washes = useMemo(
    () => readings.find(({ key }) => key === lookedAt)?.spans.filter(({ address }) => address === sentence.address),
    [readings, lookedAt, sentence.address],
  );
  const isBare = readings.length + mentions.length + refusals.length === 0;
  return (
    <li className="tried-row">
      <div className="tried-sheet">
        <span className="t3 small">{addressText(sentence.address, parts)}</span>
        <TriedWords of={of} washes={washes ?? noWashes} />
      </div>
      <div className="tried-side">
        {isBare ? <p className="t3 small">{tried.nothing}</p> : null}
        {readings.map((reading) => (
          <TriedReading
            key={reading.key}
            of={reading}
            onLook={(isLookedAt) => setLookedAt(isLookedAt ? reading.key : null)}
          />
        ))}
        <Mentions of={of} />
        <Refusals of={of} />
      </div>
    </li>
  );
});

function Mentions({ of: { mentions } }: { readonly of: TriedRow }): ReactElement | null {
  const { tried } = useWords();
  if (mentions.length === 0) return null;
  return (
    <details open={mentions.length <= fewMentions}>
      <summary>{tried.mentions(mentions.length)}</summary>
      <ul className="tried-mentions">
        {mentions.slice(0, mostListed).map((mention) => (
          <TriedMention key={`${mention.start} ${mention.end} ${mention.recogniser} ${mention.text}`} of={mention} />
        ))}
      </ul>
      <Others n={mentions.length - mostListed} />
    </details>
  );
}

function Refusals({ of: { refusals } }: { readonly of: TriedRow }): ReactElement | null {
  const { tried } = useWords();
  const language = useLanguage();
  if (refusals.length === 0) return null;
  return (
    <details>
      <summary>{tried.refusals(refusals.length)}</summary>
      <ul className="tried-refusals">
        {refusals.slice(0, mostListed).map(({ start, end, text, by, reason }) => (
          <li key={`${start} ${end} ${by} ${reason}`}>
            <span className="doc" lang={languageTag.zh}>
              {text.replaceAll(/\s+/gu, "")}
            </span>{" "}
            <span className="t2">{refusalReasons[reason][language]}</span>{" "}
            <span className="t3 small" lang="en" title={tried.by}>
              {by}
            </span>
          </li>
        ))}
      </ul>
      <Others n={refusals.length - mostListed} />
    </details>
  );
}

function Others({ n }: { readonly n: number }): ReactElement | null {
  const { tried } = useWords();
  return n > 0 ? <p className="t3 small">{tried.others(n)}</p> : null;
}
