import type { Names } from "@qipan/server/contract/entries";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { numeral } from "../format/number.ts";
import { placeText } from "../format/place.ts";
import { unitText } from "../format/value.ts";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { choiceWord } from "./choice-words.ts";
import { DocumentName } from "./document-name.tsx";
import { type FieldDescription, plainText } from "./field-text.ts";

const identifier = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u; // a document is referred to by its id, or written by name

interface Valued {
  readonly field: FieldDescription;
  readonly value: unknown;
  readonly names: Names;
}

/** 栏值. A value of a field as a table or a page prints it: by its control, references by name, not stated in brackets. */
export function FieldValue({ field, value, names }: Valued): ReactElement {
  const { registers } = useWords();
  if (value === null || value === undefined || value === "") return <NotStated />;
  switch (field.control) {
    case "date":
      return <DateWithPrecision start={plainText(value)} />;
    case "number":
      return <>{numberText(field.name, Number(value))}</>;
    case "flag":
      return <>{value === true ? registers.yes : registers.no}</>;
    case "place":
      return <PlaceName code={plainText(value)} names={names} />;
    case "reference":
      if (field.refers === "document" && identifier.test(plainText(value)))
        return <DocumentName id={plainText(value)} />;
      return <Reference to={plainText(value)} names={names} />;
    case "references":
    case "lines":
      return <Several field={field} values={Array.isArray(value) ? value.map(plainText) : []} names={names} />;
    default:
      return <Words field={field.name} text={plainText(value)} />;
  }
}

function NotStated(): ReactElement {
  return <span className="absent">{useWords().parts.notStated}</span>;
}

/** Years and degrees are names of points, not counts, and take no comma. */
function numberText(field: string, value: number): string {
  return field === "periodStart" || field === "periodEnd" ? String(value) : numeral(value);
}

function Words({ field, text }: { readonly field: string; readonly text: string }): ReactElement {
  const { terms } = useWords();
  const isEnglish = useLanguage() === "en";
  const word = choiceWord(field, text, terms);
  if (word !== undefined) return <>{word}</>;
  if (field === "unit") return <>{unitText(text, terms) || text}</>;
  return <span lang={isEnglish && /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined}>{text}</span>;
}

/** A held place is a link to its page; a name that is not held stands as written. */
function PlaceName({ code, names }: { readonly code: string; readonly names: Names }): ReactElement {
  const { terms } = useWords();
  const language = useLanguage();
  const text = placeText(code, { names, language, terms });
  const lang = language === "en" && /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined;
  if (names[code]?.kind !== "place") return <span lang={lang}>{text}</span>;
  return (
    <Link to="/places/$code" params={{ code }} lang={lang}>
      {text}
    </Link>
  );
}

/** A held entry is a link to it; a name that is not held stands as written. */
function Reference({ to, names }: { readonly to: string; readonly names: Names }): ReactElement {
  const isEnglish = useLanguage() === "en";
  const named = names[to];
  const text = (isEnglish ? (named?.en ?? named?.zh) : named?.zh) ?? to;
  const lang = isEnglish && /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined;
  if (!named?.id) return <span lang={lang}>{text}</span>;
  return (
    <Link to="/entries/$id" params={{ id: named.id }} lang={lang}>
      {text}
    </Link>
  );
}

function Several(props: {
  readonly field: FieldDescription;
  readonly values: readonly string[];
  readonly names: Names;
}): ReactElement {
  const isEnglish = useLanguage() === "en";
  if (props.values.length === 0) return <NotStated />;
  const one = (value: string): ReactNode => {
    if (props.field.refers === "place") return <PlaceName code={value} names={props.names} />;
    return props.field.refers === null ? value : <Reference to={value} names={props.names} />;
  };
  return (
    <>
      {props.values.map((value, index) => (
        <Fragment key={value}>
          {index > 0 ? (isEnglish ? ", " : "、") : null}
          {one(value)}
        </Fragment>
      ))}
    </>
  );
}
