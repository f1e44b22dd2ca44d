import type { ClauseLink } from "@qipan/policy/records/clause-link";
import { type ReactElement, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { ProblemState } from "../parts/state-boxes.tsx";
import { ReasonField, shortestReason } from "../register/reason-field.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { ClauseName } from "./clause-name.tsx";
import type { ClauseActs } from "./use-clause-acts.ts";

interface Line {
  readonly of: ClauseLink;
  readonly acts: ClauseActs;
}

/** 对应一条. A clause that serves, who said so and why; it is taken back with a reason. */
export function LinkLine({ of, mayUnlink, acts }: Line & { readonly mayUnlink: boolean }): ReactElement {
  const { clauses } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const close = (): void => {
    setIsOpen(false);
    line.current?.querySelector("a")?.focus();
  };
  return (
    <li ref={line}>
      <span className="tick held-tick" aria-hidden="true" />
      <ClauseName of={of.lower} />{" "}
      <span className="t3 small">
        {clauses.linkedBy(of.linkedBy, of.linkedAt.slice(0, 10))}
        {of.reason ? <Because reason={of.reason} /> : null}
      </span>{" "}
      {mayUnlink && !isOpen ? (
        <button
          type="button"
          className="link small"
          aria-label={`${clauses.unlink} ${clauses.unlinkThis(of.lower.title, of.upper.title)}`}
          onClick={() => setIsOpen(true)}
        >
          {clauses.unlink}
        </button>
      ) : null}
      {isOpen ? <Unlink of={of} acts={acts} onClose={close} /> : null}
    </li>
  );
}

function Because({ reason }: { readonly reason: string }): ReactElement {
  const { clauses } = useWords();
  return (
    <>
      {" "}
      {clauses.because}
      <span lang={/\p{Script=Han}/u.test(reason) ? languageTag.zh : undefined}>{reason}</span>
    </>
  );
}

function Unlink({ of, acts, onClose }: Line & { readonly onClose: () => void }): ReactElement {
  const { clauses } = useWords();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { isPending, problem } = acts.unlinking(of);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const isShort = reason.trim().length < shortestReason;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort) acts.unlink(of, reason.trim());
  };
  return (
    <form
      ref={form}
      className="unlink"
      aria-label={clauses.unlinkThis(of.lower.title, of.upper.title)}
      onSubmit={submit}
      onKeyDown={(event) => (event.key === "Escape" ? onClose() : undefined)}
      noValidate
    >
      {problem ? <ProblemState title={clauses.failed} text={problem} /> : null}
      <ReasonField value={reason} error={tried && isShort} onType={setReason} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={isPending}>
          {clauses.unlinkDo}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {clauses.keep}
        </button>
      </div>
    </form>
  );
}
