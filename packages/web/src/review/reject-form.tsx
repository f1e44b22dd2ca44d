import { readingTypes } from "@qipan/policy/records/reading-types";
import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef, useState } from "react";
import { useAsk } from "../ask.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const shortest = 2; // characters, as the route asks

/** 不收. Asks for the reason: one of the usual ones by its number, or any other words. Esc leaves the reading as it is. */
export function RejectForm(props: {
  readonly type: string;
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
      <Reasons type={props.type} busy={props.busy} isEmpty={reason === ""} onChoose={props.onReject} />
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

const mostReasons = 9; // one a digit key

/** The usual reasons and those used most, each with its digit; the digit chooses while nothing is typed. */
function Reasons(props: {
  readonly type: string;
  readonly busy: boolean;
  readonly isEmpty: boolean;
  readonly onChoose: (reason: string) => void;
}): ReactElement | null {
  const { review } = useWords();
  const language = useLanguage();
  const type = readingTypes.find((known) => known === props.type);
  const { data } = useAsk("listReasons", { query: type ? { type } : {} });
  const suggested = data?.suggested.map((reason) => reason[language]) ?? [];
  const reasons = [...new Set([...suggested, ...(data?.used.map(({ reason }) => reason) ?? [])])].slice(0, mostReasons);
  const { isEmpty, busy, onChoose } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const reason = /^[1-9]$/u.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
      if (!reason || !isEmpty || busy || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onChoose(reason);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  if (reasons.length === 0) return null;
  return (
    <ol className="reasons" aria-label={review.reasons}>
      {reasons.map((reason, index) => (
        <li key={reason}>
          <button type="button" className="btn plain" disabled={busy} onClick={() => onChoose(reason)}>
            <kbd aria-hidden="true">{index + 1}</kbd> {reason}
          </button>
        </li>
      ))}
    </ol>
  );
}
