import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { type ReactElement, type SyntheticEvent, useEffect, useRef } from "react";
import { FieldControls } from "../register/field-controls.tsx";
import { useEntryForm } from "../register/use-entry-form.ts";
import { useWords } from "../words/use-words.ts";

const noNames: Names = {};

/** 改好再收录. The proposed fields as a form; what is accepted is what stands in it. */
export function EditForm(props: {
  readonly register: RegisterDescription;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly busy: boolean;
  readonly onAccept: (fields: Record<string, unknown>) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { review } = useWords();
  const form = useEntryForm(props.register, props.fields);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const fields = form.read();
    if (fields) props.onAccept(fields);
  };
  return (
    <form
      ref={place}
      className="edit"
      aria-label={review.editTitle}
      onSubmit={submit}
      onKeyDown={(event) => (event.key === "Escape" ? props.onCancel() : undefined)}
      noValidate
    >
      <h3>{review.editTitle}</h3>
      <FieldControls register={props.register} form={form} names={noNames} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={props.busy}>
          {review.editAccept}
        </button>
        <button type="button" className="btn" onClick={props.onCancel}>
          {review.cancel}
        </button>
      </div>
    </form>
  );
}
