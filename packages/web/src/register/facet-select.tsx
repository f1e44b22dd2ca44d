import type { EntryKind } from "@qipan/policy/records/registers";
import type { Names } from "@qipan/server/contract/entries";
import { type ReactElement, useId } from "react";
import { useAsk } from "../ask.ts";
import { count } from "../format/number.ts";
import { placeText } from "../format/place.ts";
import { langOf } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { choiceWord } from "./choice-words.ts";
import type { FieldDescription } from "./field-text.ts";

const longest = 24; // characters of a value in the list

/** 分面. Narrows a list by one field; each value says how many rows it has. `value` undefined is all, empty is not stated. */
export function FacetSelect(props: {
  readonly kind: EntryKind;
  readonly field: FieldDescription;
  readonly value: string | undefined;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly onChange: (value: string | undefined) => void;
}): ReactElement | null {
  const { registers } = useWords();
  const language = useLanguage();
  const id = useId();
  const wordOf = useWordOf(props.field);
  const { data } = useAsk(
    "listFacets",
    { query: { kind: props.kind, field: props.field.name, ...props.query } },
    { keep: true },
  );
  // A comma separates filters in the address, so a value that holds one cannot stand there.
  const items = (data?.items ?? []).filter(({ value }) => !value?.includes(","));
  const isUseful = items.length > 1 || props.value !== undefined;
  if (!isUseful) return null;
  return (
    <div className="facet">
      <label htmlFor={id}>{props.field.label[language]}</label>
      <select
        id={id}
        value={props.value === undefined ? "*" : `=${props.value}`}
        onChange={(event) => props.onChange(event.target.value === "*" ? undefined : event.target.value.slice(1))}
      >
        <option value="*">{registers.any}</option>
        {withChosen(items, props.value).map(({ value, count: rows }) => {
          const word = wordOf(value, data?.names ?? {});
          return (
            <option key={value ?? ""} value={`=${value ?? ""}`} lang={langOf(word, language)}>
              {word}
              {rows === null ? "" : ` ${count(rows)}`}
            </option>
          );
        })}
      </select>
    </div>
  );
}

interface Item {
  readonly value: string | null;
  readonly count: number | null;
}

/** What is chosen stays in the list even when no row has it any more. */
function withChosen(items: readonly Item[], chosen: string | undefined): readonly Item[] {
  const isThere = chosen === undefined || items.some(({ value }) => (value ?? "") === chosen);
  return isThere ? items : [...items, { value: chosen === "" ? null : chosen, count: null }];
}

function useWordOf(field: FieldDescription): (value: string | null, names: Names) => string {
  const { registers, terms } = useWords();
  const language = useLanguage();
  return (value, names) => {
    if (value === null) return registers.notStated;
    if (field.control === "flag") return value === "true" ? registers.yes : registers.no;
    const word = choiceWord(field.name, value, terms) ?? placeText(value, { names, language, terms });
    return word.length > longest ? `${word.slice(0, longest)}…` : word;
  };
}
