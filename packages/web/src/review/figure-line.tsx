import { type ReactElement, type ReactNode, useId } from "react";

/** What ties a control to its label and to the hint or error under it. */
export interface Described {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

/** 栏行. A label over a control, with its hint or what is wrong under it. */
export function FigureLine(props: {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly children: (described: Described) => ReactNode;
}): ReactElement {
  const id = useId();
  const below = props.error ?? props.hint;
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children({
        id,
        "aria-invalid": props.error !== undefined,
        "aria-describedby": below ? `${id}-below` : undefined,
      })}
      {below ? (
        <p id={`${id}-below`} className={props.error ? "field-wrong small" : "t3 small"}>
          {below}
        </p>
      ) : null}
    </div>
  );
}
