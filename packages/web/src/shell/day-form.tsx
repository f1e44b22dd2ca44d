import { calendarDate } from "@qipan/policy/records/identity";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useId, useState } from "react";
import { stages } from "../board/programme.ts";
import { useWords } from "../words/use-words.ts";
import type { Day } from "./use-day.ts";

/** Form for both days. What is not a day is said beside its field and nothing is lost. */
export function DayForm({ day, onDone }: { readonly day: Day; readonly onDone: () => void }): ReactElement {
  const { frame, board } = useWords();
  const [asOf, setAsOf] = useState<string>(day.shown ?? "");
  const [known, setKnown] = useState<string>(day.knownOn ?? "");
  const navigate = useNavigate();
  const wrong = { asOf: isWrong(asOf), known: isWrong(known) };

  const show = (asof: string, knownOn: string): void => {
    onDone();
    const [day1, day2] = [calendarDate.safeParse(asof), calendarDate.safeParse(knownOn)];
    const next = {
      asof: day1.success && asof !== day.today ? day1.data : undefined,
      known: day2.success ? day2.data : undefined,
    };
    void navigate({ to: ".", search: (held) => ({ ...held, ...next }) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!wrong.asOf && !wrong.known) show(asOf, known);
  };

  return (
    <form className="day-form" onSubmit={submit} noValidate>
      <DayField label={frame.dayAsOf} value={asOf} onChange={setAsOf} wrong={wrong.asOf} autoFocus />
      <DayField
        label={frame.dayKnownOn}
        value={known}
        onChange={setKnown}
        wrong={wrong.known}
        hint={frame.dayKnownEmpty}
      />
      <button type="submit" className="btn main">
        {frame.dayApply}
      </button>
      <p className="small t3">{frame.dayStages}</p>
      <ul>
        {stages.map((stage) => (
          <li key={stage.day}>
            <button type="button" className="btn plain" onClick={() => show(stage.day, known)}>
              {stage.day} <span className="t3">{board.stages[stage.year]}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: boolean;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}): ReactElement {
  const { frame } = useWords();
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value.trim())}
        inputMode="numeric"
        autoComplete="off"
        placeholder={props.hint ?? "2018-12-31"}
        aria-invalid={props.wrong}
        aria-describedby={props.wrong ? `${id}-wrong` : undefined}
        autoFocus={props.autoFocus ?? false}
      />
      {props.wrong ? (
        <span id={`${id}-wrong`} className="field-wrong">
          {frame.dayWrong(props.value)}
        </span>
      ) : null}
    </p>
  );
}

const isWrong = (text: string): boolean => text !== "" && !calendarDate.safeParse(text).success;
