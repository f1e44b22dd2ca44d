import type { Names } from "@qipan/server/contract/entries";
import type { EventFields } from "@qipan/policy/records/event";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { placeText } from "../format/place.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { EvidenceChip } from "../parts/evidence-chip.tsx";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { EventDate } from "./event-date.tsx";
import type { Told } from "./months.ts";

/** 一事. One event of the chronicle: its date, its words in Song with the chip glued to the last of them, field and place. */
export function EventLine({
  of,
  above,
  names,
}: {
  readonly of: Told;
  readonly above: EventFields | null;
  readonly names: Names;
}): ReactElement {
  const { chronicle, terms } = useWords();
  const language = useLanguage();
  const { entry, fields } = of;
  return (
    <li className="event">
      <EventDate of={fields} above={above} />
      <div>
        <p className="event-title">
          <EventTitle of={of} />
        </p>
        <p className="event-about">
          {fields.domain ? <span>{terms.domains[fields.domain]}</span> : null}
          {fields.place ? <span>{placeText(fields.place, { names, language, terms })}</span> : null}
          {entry.confidence === "recalled" ? (
            <ConfidenceMark of={entry.confidence}>{terms.confidences.recalled}</ConfidenceMark>
          ) : null}
          {fields.cut ? <span className="near">{chronicle.cut}</span> : null}
        </p>
      </div>
    </li>
  );
}

/** The chip never stands alone on a line: it is held together with the last character or word. */
function EventTitle({ of: { entry } }: { readonly of: Told }): ReactElement {
  const language = useLanguage();
  const isEnglish = language === "en" && entry.titleEn !== null;
  const title = isEnglish ? (entry.titleEn ?? entry.title) : entry.title;
  const last = isEnglish ? (/\S+$/u.exec(title)?.[0] ?? "") : (Array.from(title).at(-1) ?? "");
  const proof = entry.evidence.shown.find(({ kind }) => kind === "sentence") ?? entry.evidence.shown[0];
  const link = { to: "/entries/$id", params: { id: entry.id }, className: "event-link" } as const;
  const lang = language === "en" && !isEnglish ? languageTag.zh : undefined;
  return (
    <>
      <Link {...link} lang={lang}>
        {title.slice(0, title.length - last.length)}
        <span className="nb">{last}</span>
      </Link>
      {proof ? (
        <span className="nb">
          &#8288;
          <EvidenceChip of={proof} confidence={entry.confidence} />
        </span>
      ) : null}
    </>
  );
}
