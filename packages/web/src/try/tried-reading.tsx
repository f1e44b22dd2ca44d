import type { ReactElement } from "react";
import { termText } from "../format/value.ts";
import { HowRead } from "../review/how-read.tsx";
import { ReadingRows } from "../review/reading-rows.tsx";
import { readingTitle } from "../review/reading-title.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import type { Tried } from "./tried-rows.ts";

/** 试读读出. One reading with every field and its certainty, as the panel of review shows it; its words are washed while it is looked at. */
export function TriedReading(props: {
  readonly of: Tried["readings"][number];
  readonly onLook: (isLookedAt: boolean) => void;
}): ReactElement {
  const { reader, terms } = useWords();
  const { of, onLook } = props;
  const glosses: Readonly<Record<string, string>> = reader.glosses;
  return (
    <article
      className="tried-reading"
      onMouseEnter={() => onLook(true)}
      onMouseLeave={() => onLook(false)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
    >
      <p className="review-top small">
        <span className="gloss" aria-hidden="true">
          {glosses[of.type] ?? reader.glosses.other}
        </span>
        <b>{termText(terms.readingTypes, of.type)}</b>
      </p>
      <h3 className="doc" lang={languageTag.zh}>
        {readingTitle(of)}
      </h3>
      <ReadingRows of={of} />
      <HowRead of={of} />
    </article>
  );
}
