import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { type ReactElement, useId } from "react";
import { useLanguage, useWords } from "../words/use-words.ts";
import { FieldControl } from "./field-control.tsx";
import { type EntryForm, useKnowers } from "./use-entry-form.ts";

/** 全部栏. A control for every field of a register, with a summary of what is wrong on top. */
export function FieldControls(props: {
  readonly register: RegisterDescription;
  readonly form: EntryForm;
  readonly names: Names;
}): ReactElement {
  const id = useId();
  const { form, register } = props;
  const knower = useKnowers(form.know);
  return (
    <>
      <Summary register={register} errors={form.errors} id={id} />
      {register.fields.map((field) => (
        <FieldControl
          key={field.name}
          kind={register.kind}
          field={field}
          id={`${id}-${field.name}`}
          text={form.textIn(field.name)}
          error={form.errors[field.name]}
          names={props.names}
          onLookup={knower(field.name)}
          onType={(text) => form.type(field.name, text)}
        />
      ))}
    </>
  );
}

function Summary(props: {
  readonly register: RegisterDescription;
  readonly errors: EntryForm["errors"];
  readonly id: string;
}): ReactElement | null {
  const { entry } = useWords();
  const language = useLanguage();
  const wrong = Object.entries(props.errors);
  if (wrong.length === 0) return null;
  return (
    <div className="state problem" role="alert">
      <div className="said">
        <b>{entry.invalid(wrong.length)}</b>
        <ul>
          {wrong.map(([name, message]) => (
            <li key={name}>
              <button
                type="button"
                className="link"
                onClick={() => document.getElementById(`${props.id}-${name}`)?.focus()}
              >
                {props.register.fields.find((field) => field.name === name)?.label[language] ?? name}
              </button>
              ：{message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
