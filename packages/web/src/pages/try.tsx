import { Refused } from "@qipan/server/contract/client";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useAsk } from "../ask.ts";
import { isDay } from "../format/day.ts";
import { Answer } from "../parts/answer.tsx";
import { EmptyState, ProblemState } from "../parts/state-boxes.tsx";
import { useDrop } from "../reader/use-drop.ts";
import { PageHead } from "../shell/page-head.tsx";
import { textOfFile } from "../try/text-of-file.ts";
import { type Draft, TryForm } from "../try/try-form.tsx";
import { TriedResult } from "../try/tried-result.tsx";
import { useSettled } from "../try/use-settled.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";

const mostCharacters = 200_000; // what the operation takes
const pauseMs = 300;

/** 试读. A text is typed, pasted or dropped and read at once; neither ledger nor address keep anything of it. */
export function TryPage(): ReactElement {
  const { tried } = useWords();
  const [draft, setDraft] = useState<Draft>({ text: "", date: "" });
  const [fault, setFault] = useState<string | null>(null);
  const change = (next: Draft): void => {
    setFault(null);
    setDraft(next);
  };
  const open = (file: File): void =>
    void textOfFile(file).then((found) => {
      if ("text" in found) change({ ...draft, text: found.text });
      else setFault((found.fault === "too-big" ? tried.tooBig : tried.notText)(file.name));
    });
  const isOver = useDrop(([file]) => (file ? open(file) : undefined));
  return (
    <div className="try-page">
      <PageHead title={tried.title} note={tried.note} />
      <p className="small t2 try-kept">{tried.kept}</p>
      <TryForm draft={draft} onDraft={change} onFile={open} />
      {fault === null ? null : <ProblemState title={fault} action={<Link to="/documents">{tried.toDocuments}</Link>} />}
      <Read draft={draft} />
      {isOver ? (
        <p className="drop" role="status">
          {tried.drop}
        </p>
      ) : null}
    </div>
  );
}

function Read({ draft }: { readonly draft: Draft }): ReactElement {
  const { tried } = useWords();
  const { text, date } = useSettled(draft, pauseMs);
  const isEmpty = draft.text.trim() === "";
  const isTooLong = draft.text.length > mostCharacters;
  const body = isDay(date) ? { text, date } : { text };
  const enabled = !isEmpty && text.trim() !== "" && text.length <= mostCharacters;
  const asked = useAsk("tryReading", { body }, { enabled, keep: true, forget: true });
  if (isEmpty) return <EmptyState title={tried.emptyTitle} text={tried.emptyText} />;
  if (isTooLong)
    return (
      <ProblemState
        title={tried.tooLong(draft.text.length, mostCharacters)}
        action={<Link to="/documents">{tried.toDocuments}</Link>}
      />
    );
  const said = refusalWords(asked.error, tried);
  if (said) return <ProblemState {...said} action={<Retry onRetry={() => void asked.refetch()} />} />;
  return (
    <Answer of={asked} lines={6}>
      {(answer) => <TriedResult of={answer} />}
    </Answer>
  );
}

function Retry({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { frame } = useWords();
  return (
    <button type="button" className="btn plain" onClick={onRetry}>
      {frame.retry}
    </button>
  );
}

/** What to say where the server refuses to read this very text; null for any other trouble. */
function refusalWords(error: unknown, tried: Words["tried"]): { readonly title: string; readonly text: string } | null {
  if (!(error instanceof Refused)) return null;
  if (error.problem.code === "timed-out") return { title: tried.late, text: tried.lateText };
  if (error.problem.code === "too-many") return { title: tried.crowded, text: tried.crowdedText };
  if (error.problem.code === "too-large") return { title: tried.heavy, text: tried.heavyText };
  return null;
}
