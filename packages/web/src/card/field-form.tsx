import type { CardField } from "@qipan/policy/records/card";
import type { ShownCard } from "@qipan/server/contract/cards";
import { type ReactElement, type SyntheticEvent, useId, useState } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { ReasonField, shortestReason } from "../register/reason-field.tsx";
import { useWords } from "../words/use-words.ts";
import { choicesOf, readTyped, takesLines, typedText, valueText } from "./field-words.ts";

interface Setting {
  readonly of: ShownCard;
  readonly field: CardField;
  readonly label: string;
  readonly onDone: () => void;
}

/** 人工设定. One field of the card with the reason that will stand beside it; what was read stays in the history. */
export function FieldForm({ of, field, label, onDone }: Setting): ReactElement {
  const { card: words, entry } = useWords();
  const [typed, setTyped] = useState(() => typedText(of.card, field));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const save = useAct("changeCard");
  const values = readTyped(field, typed);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!values || reason.trim().length < shortestReason) return;
    save.mutate(
      { params: { id: of.document }, body: { expectedVersion: of.version, values, reason: reason.trim() } },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      className="entry-form"
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => (event.key === "Escape" ? onDone() : undefined)}
    >
      {save.error ? <ProblemState title={entry.failed} text={save.error.message} /> : null}
      <ValueField field={field} label={label} typed={typed} wrong={tried && values === null} onType={setTyped} />
      <ReasonField value={reason} error={tried && reason.trim().length < shortestReason} onType={setReason} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={save.isPending}>
          {words.save}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {entry.cancel}
        </button>
      </div>
    </form>
  );
}

function ValueField(props: {
  readonly field: CardField;
  readonly label: string;
  readonly typed: string;
  readonly wrong: boolean;
  readonly onType: (text: string) => void;
}): ReactElement {
  const { card: words, parts, terms } = useWords();
  const id = useId();
  const { field, typed, onType } = props;
  const choices = choicesOf(field);
  const common = { id, value: typed, "aria-invalid": props.wrong, "aria-describedby": `${id}-hint` };
  const hint = props.wrong ? words.wrong[field] : words.hints[field];
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      {choices ? (
        <select {...common} onChange={(event) => onType(event.target.value)}>
          <option value="">{parts.notStated}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {valueText(field, choice, terms)}
            </option>
          ))}
        </select>
      ) : takesLines(field) ? (
        <textarea {...common} rows={3} onChange={(event) => onType(event.target.value)} />
      ) : (
        <input {...common} autoComplete="off" onChange={(event) => onType(event.target.value)} />
      )}
      <p id={`${id}-hint`} className={props.wrong ? "field-wrong small" : "t3 small"}>
        {hint}
      </p>
    </div>
  );
}
