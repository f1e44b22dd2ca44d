import type { EntryKind } from "@qipan/policy/records/registers";
import type { Names } from "@qipan/server/contract/entries";
import { type ReactElement, useEffect, useId } from "react";
import { useLanguage, useWords } from "../words/use-words.ts";
import { choiceWord } from "./choice-words.ts";
import { type FieldDescription, refers, takesPartialDates } from "./field-text.ts";
import type { Lookup } from "./reference-lookup.ts";
import { useLookup } from "./use-lookup.ts";

/** What stands beside a control. */
interface Control {
  readonly kind: EntryKind;
  readonly field: FieldDescription;
  readonly id: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onType: (text: string) => void;
}

/** 栏. One field of a form: label, the control that its register names, hint or error. */
export function FieldControl(
  props: Control & { readonly names: Names; readonly onLookup: (lookup: Lookup) => void },
): ReactElement {
  const { entry } = useWords();
  const language = useLanguage();
  const lookup = useLookup(props.field, props.names);
  const { onLookup } = props;
  useEffect(() => onLookup(lookup), [lookup, onLookup]);
  const hint = props.error ?? hintFor(props.kind, props.field, entry);
  return (
    <div className="form-field">
      <label htmlFor={props.id}>
        {props.field.label[language]} <span className="t3 small">{mayBeEmpty(props.field) ? entry.optional : ""}</span>
      </label>
      <Input {...props} lookup={lookup} />
      {hint ? (
        <p id={`${props.id}-hint`} className={props.error ? "field-wrong small" : "t3 small"}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** A list may be empty even where it is never "not stated". */
function mayBeEmpty({ control, required }: FieldDescription): boolean {
  return !required || control === "references" || control === "lines";
}

function hintFor(kind: EntryKind, field: FieldDescription, words: ReturnType<typeof useWords>["entry"]): string | null {
  if (field.control === "date") return takesPartialDates(kind, field.name) ? words.partialDateHint : words.dateHint;
  if (field.control === "references" || field.control === "lines") return words.onePerLine;
  return refers(field) ? words.referenceHint : null;
}

function Input(props: Control & { readonly lookup: Lookup }): ReactElement {
  const { field, id, text, onType } = props;
  const list = useId();
  const common = {
    id,
    required: field.required,
    "aria-invalid": props.error !== undefined,
    "aria-describedby": `${id}-hint`,
  };
  switch (field.control) {
    case "choice":
      return <Choice {...props} />;
    case "flag":
      return (
        <input
          {...common}
          required={false}
          type="checkbox"
          checked={text === "true"}
          onChange={(event) => onType(event.target.checked ? "true" : "")}
        />
      );
    case "text":
    case "references":
    case "lines":
      return (
        <textarea
          {...common}
          required={false}
          rows={field.control === "text" ? 4 : 3}
          value={text}
          onChange={(event) => onType(event.target.value)}
        />
      );
    default:
      return (
        <>
          <input
            {...common}
            type="text"
            inputMode={field.control === "number" ? "decimal" : undefined}
            list={refers(field) ? list : undefined}
            autoComplete="off"
            value={text}
            onChange={(event) => onType(event.target.value)}
          />
          {refers(field) ? (
            <datalist id={list}>
              {props.lookup.offered.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </datalist>
          ) : null}
        </>
      );
  }
}

function Choice({ field, id, text, error, onType }: Control): ReactElement {
  const { terms, entry, parts } = useWords();
  return (
    <select
      id={id}
      required={field.required}
      aria-invalid={error !== undefined}
      aria-describedby={`${id}-hint`}
      value={text}
      onChange={(event) => onType(event.target.value)}
    >
      <option value="">{field.required ? entry.choose : parts.notStated}</option>
      {(field.choices ?? []).map((choice) => (
        <option key={choice} value={choice}>
          {choiceWord(field.name, choice, terms) ?? choice}
        </option>
      ))}
    </select>
  );
}
