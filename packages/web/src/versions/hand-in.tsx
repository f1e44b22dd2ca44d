import type { Document } from "@qipan/policy/records/document";
import { type ReactElement, type SyntheticEvent, useRef, useState } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { UploadLine } from "../reader/upload-line.tsx";
import { ReasonField, shortestReason } from "../register/reason-field.tsx";
import { useWords } from "../words/use-words.ts";

/** 交更正稿. The corrected file and why; it becomes the next version and the text that is there stays readable. */
export function HandInVersion({ document }: { readonly document: Document }): ReactElement {
  const { versions, entry } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [isHidden, setIsHidden] = useState(false);
  const send = useAct("uploadVersion");
  const isShort = reason.trim().length < shortestReason;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!file || isShort) return;
    setIsHidden(false);
    send.mutate({
      params: { id: document.id },
      query: { name: file.name, reason: reason.trim() },
      bytes: file,
    });
  };
  return (
    <details className="hand-in">
      <summary>{versions.handIn}</summary>
      <form className="entry-form" onSubmit={submit} noValidate>
        {send.error ? <ProblemState title={entry.failed} text={send.error.message} /> : null}
        <p className="t3 small">{versions.handInNote}</p>
        <div className="form-field">
          <button type="button" className="btn" onClick={() => input.current?.click()}>
            {versions.choose}
          </button>{" "}
          <span className={tried && !file ? "field-wrong small" : "small"}>{file?.name ?? versions.noFile}</span>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={versions.choose}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </div>
        <ReasonField value={reason} error={tried && isShort} onType={setReason} />
        <div className="acts">
          <button type="submit" className="btn main" disabled={send.isPending}>
            {versions.send}
          </button>
        </div>
      </form>
      {send.data && !isHidden ? (
        <ul className="upload-list" aria-live="polite">
          <UploadLine
            upload={{
              key: send.data.job.id,
              name: send.data.job.subject,
              state: "handed",
              job: send.data.job.id,
            }}
            onDismiss={() => setIsHidden(true)}
          />
        </ul>
      ) : null}
    </details>
  );
}
