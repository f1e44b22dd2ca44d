import type { RegisterDescription } from "@qipan/server/contract/registers";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, type SyntheticEvent, useId, useState } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";
import { FieldControls } from "./field-controls.tsx";
import { useEntryForm } from "./use-entry-form.ts";
import type { Initial } from "./use-initial.ts";

const visibilities = ["draft", "shared", "public"] as const;

/** 手录. A new row of a register, on the word of an officer, who is named. */
export function NewEntryForm({
  register,
  initial,
}: {
  readonly register: RegisterDescription;
  readonly initial: Initial;
}): ReactElement {
  const { entry: words } = useWords();
  const form = useEntryForm(register, initial.fields);
  const [officer, setOfficer] = useState("");
  const [statement, setStatement] = useState("");
  const [visibility, setVisibility] = useState<(typeof visibilities)[number]>("draft");
  const [tried, setTried] = useState(false);
  const create = useAct("createEntry");
  const navigate = useNavigate();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    const fields = form.read();
    if (!fields || !officer.trim() || !statement.trim()) return;
    const evidence = [{ kind: "attestation", officer: officer.trim(), statement: statement.trim(), attachment: null }];
    create.mutate(
      { body: { kind: register.kind, fields, visibility, evidence } },
      { onSuccess: ({ id }) => void navigate({ to: "/entries/$id", params: { id } }), onError: form.refuse },
    );
  };
  return (
    <form className="entry-form" onSubmit={submit} noValidate>
      {create.error ? <ProblemState title={words.failed} text={create.error.message} /> : null}
      <FieldControls register={register} form={form} names={initial.names} />
      <Attested label={words.officer} value={officer} wrong={tried && !officer.trim()} onType={setOfficer} />
      <Attested
        label={words.statement}
        hint={words.statementHint}
        value={statement}
        wrong={tried && !statement.trim()}
        onType={setStatement}
      />
      <VisibilityField value={visibility} onChange={setVisibility} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={create.isPending}>
          {words.create}
        </button>
      </div>
    </form>
  );
}

function Attested(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onType: (text: string) => void;
}): ReactElement {
  const { entry: words } = useWords();
  const id = useId();
  const note = props.wrong ? words.errors.required : props.hint;
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        value={props.value}
        maxLength={2000}
        required
        autoComplete="off"
        aria-invalid={props.wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onType(event.target.value)}
      />
      {note ? (
        <p id={`${id}-hint`} className={props.wrong ? "field-wrong small" : "t3 small"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

type Visibility = (typeof visibilities)[number];

function VisibilityField({
  value,
  onChange,
}: {
  readonly value: Visibility;
  readonly onChange: (next: Visibility) => void;
}): ReactElement {
  const { entry: words, terms } = useWords();
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{words.visibility}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(visibilities.find((known) => known === event.target.value) ?? "draft")}
      >
        {visibilities.map((visibility) => (
          <option key={visibility} value={visibility}>
            {terms.visibilities[visibility]}
          </option>
        ))}
      </select>
    </div>
  );
}
