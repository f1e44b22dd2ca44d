import { type ReactElement, useId } from "react";
import { useWords } from "../words/use-words.ts";

/** Shortest reason that the routes take, in characters. */
export const shortestReason = 2;

/** 原因栏. The reason that will stand in the audit record; `error` when it was too short. */
export function ReasonField(props: {
  readonly value: string;
  readonly error: boolean;
  readonly onType: (text: string) => void;
}): ReactElement {
  const { entry } = useWords();
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{entry.reason}</label>
      <input
        id={id}
        value={props.value}
        maxLength={500}
        required
        autoComplete="off"
        aria-invalid={props.error}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onType(event.target.value)}
      />
      <p id={`${id}-hint`} className={props.error ? "field-wrong small" : "t3 small"}>
        {props.error ? entry.errors.reason : entry.reasonHint}
      </p>
    </div>
  );
}
