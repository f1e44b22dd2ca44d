import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";

const shortest = 2; // characters, as the route asks

/** 不收. Asks for the reason and nothing else; Esc leaves the reading as it is. */
export function RejectForm(props: {
  readonly onReject: (reason: string) => void;
  readonly onCancel: () => void;
  readonly busy: boolean;
}): ReactElement {
  const { review } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < shortest;
  useEffect(() => field.current?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort) props.onReject(reason.trim());
  };
  return (
    <form
      className="reject"
      onSubmit={submit}
      onKeyDown={(event) => (event.key === "Escape" ? props.onCancel() : undefined)}
      noValidate
    >
      <label htmlFor={id}>{review.rejectReason}</label>
      <input
        id={id}
        ref={field}
        value={reason}
        maxLength={500}
        required
        autoComplete="off"
        aria-invalid={tried && isShort}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}-hint`} className={tried && isShort ? "field-wrong small" : "t3 small"}>
        {tried && isShort ? review.rejectShort : review.rejectHint}
      </p>
      <div className="acts">
        <button type="submit" className="btn main" disabled={props.busy}>
          {review.acts.reject}
        </button>
        <button type="button" className="btn" onClick={props.onCancel}>
          {review.cancel}
        </button>
      </div>
    </form>
  );
}
