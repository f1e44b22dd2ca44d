import type { Entry } from "@qipan/policy/records/entry";
import { Refused } from "@qipan/server/contract/client";
import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, type SyntheticEvent, useState } from "react";
import { useAct, useAsk } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";
import { FieldControls } from "./field-controls.tsx";
import { ReasonField, shortestReason } from "./reason-field.tsx";
import { useEntryForm } from "./use-entry-form.ts";
import { isSame } from "./version-changes.ts";

interface Changing {
  readonly entry: Entry;
  readonly names: Names;
  readonly register: RegisterDescription;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/**
 * 改. The fields of an entry as its register describes them. They are saved on the version that was seen; when
 * somebody was faster nothing is lost: what was not typed here follows the new version, the form says who and when, and
 * saves on it when told to.
 */
export function ChangeForm({ entry, names, register, onDone, onCancel }: Changing): ReactElement {
  const { entry: words } = useWords();
  const form = useEntryForm(register, entry.fields);
  const [seen, setSeen] = useState(entry.version);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [unchanged, setUnchanged] = useState(false);
  const save = useAct("changeEntry");
  const cache = useQueryClient();
  const send = (version: number): void => {
    setTried(true);
    const read = form.read();
    if (!read || reason.trim().length < shortestReason) return;
    const isUnchanged = Object.entries(read).every(([name, value]) => isSame(value, entry.fields[name]));
    setUnchanged(isUnchanged);
    if (isUnchanged) return;
    setSeen(version);
    save.mutate(
      { params: { id: entry.id }, body: { expectedVersion: version, fields: read, reason: reason.trim() } },
      {
        onSuccess: onDone,
        onError: (error) => {
          form.refuse(error);
          void cache.invalidateQueries();
        },
      },
    );
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    send(seen);
  };
  return (
    <form className="entry-form" aria-label={words.changeTitle} onSubmit={submit} noValidate>
      <h2>{words.changeTitle}</h2>
      {save.error ? (
        <Problem error={save.error} entry={entry} onSeen={entry.version === seen ? null : () => send(entry.version)} />
      ) : null}
      <FieldControls register={register} form={form} names={names} />
      <ReasonField value={reason} error={tried && reason.trim().length < shortestReason} onType={setReason} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={save.isPending}>
          {words.save}
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          {words.cancel}
        </button>
        {unchanged ? <span role="status">{words.unchanged}</span> : null}
      </div>
    </form>
  );
}

/** `onSeen` is null until the newer version has been fetched: nobody saves over what is not yet on the page. */
function Problem({
  error,
  entry,
  onSeen,
}: {
  readonly error: Error;
  readonly entry: Entry;
  readonly onSeen: (() => void) | null;
}): ReactElement {
  const { entry: words } = useWords();
  const history = useAsk("getHistory", { params: { id: entry.id } });
  const isConflict = error instanceof Refused && error.problem.code === "conflict";
  if (!isConflict) return <ProblemState title={words.failed} text={error.message} />;
  const newest = history.data?.items.find(({ version }) => version === entry.version);
  const at = newest?.recordedAt.slice(0, 16).replace("T", " ") ?? "";
  return (
    <ProblemState
      title={words.conflict}
      text={newest && onSeen ? words.conflictText(newest.version, newest.actor, at) : error.message}
      action={
        onSeen ? (
          <button type="button" className="btn plain" onClick={onSeen}>
            {words.conflictOn}
          </button>
        ) : null
      }
    />
  );
}
