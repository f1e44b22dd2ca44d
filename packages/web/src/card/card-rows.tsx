import { type CardField, cardFields, cardValues } from "@qipan/policy/records/card";
import type { ShownCard, TitleTarget } from "@qipan/server/contract/cards";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { placeText } from "../format/place.ts";
import { addressText } from "../parts/source-sentence.tsx";
import { PlaceOfCode } from "../place/place-name.tsx";
import { CertaintyMark } from "../review/certainty-mark.tsx";
import { languageTag } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { FieldForm } from "./field-form.tsx";
import { factsOf, valueText } from "./field-words.ts";

/** 卡片各行. What the document says of itself, field by field, each with the words it was read in or who set it. */
export function CardRows({ of }: { readonly of: ShownCard }): ReactElement {
  const [changing, setChanging] = useState<CardField | null>(null);
  return (
    <dl className="entry-fields card-rows">
      {cardFields.map((field) => (
        <Row
          key={field}
          of={of}
          field={field}
          isChanging={changing === field}
          onChange={(next) => setChanging(next ? field : null)}
        />
      ))}
    </dl>
  );
}

function Row(props: {
  readonly of: ShownCard;
  readonly field: CardField;
  readonly isChanging: boolean;
  readonly onChange: (changing: boolean) => void;
}): ReactElement {
  const { card: words } = useWords();
  const language = useLanguage();
  const { of, field, isChanging, onChange } = props;
  const label = cardValues.shape[field].meta()?.[language] ?? field;
  return (
    <div>
      <dt>
        {label}
        {of.mayChange && !isChanging ? (
          <button type="button" className="link small" onClick={() => onChange(true)}>
            {words.set}
            <span className="vh"> {label}</span>
          </button>
        ) : null}
      </dt>
      <dd>
        {isChanging ? (
          <FieldForm of={of} field={field} label={label} onDone={() => onChange(false)} />
        ) : (
          <Values of={of} field={field} />
        )}
      </dd>
    </div>
  );
}

function Values({ of, field }: { readonly of: ShownCard; readonly field: CardField }): ReactElement {
  const { terms, parts, card: words } = useWords();
  const facts = factsOf(of.card, field);
  if (facts.length === 0) return <span className="absent">{parts.notStated}</span>;
  return (
    <ul className="card-values">
      {facts.map(({ value, basis }) => {
        const text = valueText(field, value, terms);
        return (
          <li key={`${text} ${basis.how}`}>
            <Leading of={of} field={field} text={text} />{" "}
            {basis.how === "read" ? (
              <span className="t3 small">
                <CertaintyMark of={basis.certainty} />{" "}
                <Link
                  to="/documents/$id"
                  params={{ id: of.document }}
                  search={{ sel: basis.address }}
                  title={basis.quote}
                >
                  {addressText(basis.address, parts)}
                </Link>
              </span>
            ) : (
              <span className="t3 small">{words.setBy(basis.by, basis.at.slice(0, 10), basis.reason)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const placeCode = /^(?:\d{6}|[A-Za-z][\w-]*)$/u; // what is no code of a place is a name as written

/** A title leads to the plan or the document it names; one that is not held says so. */
function Leading({
  of,
  field,
  text,
}: {
  readonly of: ShownCard;
  readonly field: CardField;
  readonly text: string;
}): ReactElement {
  const { lineage } = useWords();
  const { terms } = useWords();
  const language = useLanguage();
  const place = field === "scope" ? placeText(text, { names: {}, language, terms }) : text;
  const name = <span lang={languageTag.zh}>{place}</span>;
  if (field === "scope" && placeCode.test(text)) return <PlaceOfCode code={text} />;
  if (field === "source") return <SourceName of={of} text={text} />;
  if (field === "plan" && of.plan)
    return (
      <Link to="/entries/$id" params={{ id: of.plan.id }} lang={languageTag.zh}>
        {of.plan.title}
      </Link>
    );
  const target = (field === "implements" ? of.implements : field === "replaces" ? of.replaces : []).find(
    ({ title }) => title === text,
  );
  if (!target) return name;
  if (target.document)
    return (
      <Link to="/documents/$id" params={{ id: target.document.id }}>
        {name}
      </Link>
    );
  return <NamedOnly target={target} note={lineage.notHeld} />;
}

function NamedOnly({ target, note }: { readonly target: TitleTarget; readonly note: string }): ReactElement {
  const name = <span lang={languageTag.zh}>{target.title}</span>;
  return (
    <>
      {target.plan ? (
        <Link to="/entries/$id" params={{ id: target.plan.id }}>
          {name}
        </Link>
      ) : (
        name
      )}{" "}
      <span className="t3 small">{note}</span>
    </>
  );
}

function SourceName({ of, text }: { readonly of: ShownCard; readonly text: string }): ReactElement {
  const { card: words } = useWords();
  const { state, listed } = of.source;
  if (listed)
    return (
      <>
        <Link to="/entries/$id" params={{ id: listed.id }} lang={languageTag.zh}>
          {listed.title}
        </Link>{" "}
        <span className="t3 small">{words.rank(listed.rank, listed.dataAuthority)}</span>
      </>
    );
  return (
    <>
      <span lang={languageTag.zh}>{text}</span>
      {state === "unlisted" ? <span className="near small"> {words.unlisted}</span> : null}
    </>
  );
}
