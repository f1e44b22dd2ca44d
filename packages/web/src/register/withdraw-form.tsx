import { type ReactElement, type SyntheticEvent, useState } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";
import { ReasonField, shortestReason } from "./reason-field.tsx";

/** 撤回与恢复. Takes an entry out of every list, or back in, with the reason; its history stays either way. */
export function WithdrawForm(props: {
  readonly id: string;
  readonly isWithdrawn: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { entry } = useWords();
  const withdraw = useAct("withdrawEntry");
  const restore = useAct("restoreEntry");
  const act = props.isWithdrawn ? restore : withdraw;
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim().length < shortestReason) return;
    act.mutate({ params: { id: props.id }, body: { reason: reason.trim() } }, { onSuccess: props.onDone });
  };
  const title = props.isWithdrawn ? entry.restoreTitle : entry.withdrawTitle;
  return (
    <form className="entry-form" aria-label={title} onSubmit={submit} noValidate>
      <h2>{title}</h2>
      {props.isWithdrawn ? null : <p className="t2">{entry.withdrawText}</p>}
      {act.error ? <ProblemState title={entry.failed} text={act.error.message} /> : null}
      <ReasonField value={reason} error={tried && reason.trim().length < shortestReason} onType={setReason} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={act.isPending}>
          {props.isWithdrawn ? entry.restoreDo : entry.withdrawDo}
        </button>
        <button type="button" className="btn" onClick={props.onCancel}>
          {entry.cancel}
        </button>
      </div>
    </form>
  );
}
