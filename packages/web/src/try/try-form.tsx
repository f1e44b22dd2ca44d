import { type ReactElement, useId, useRef } from "react";
import { isDay } from "../format/day.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { samples } from "./samples.ts";

/** 试读之稿. What is typed: a text, and the day it is of (empty: not said). */
export interface Draft {
  readonly text: string;
  readonly date: string;
}

/** 试读表. The sheet to type on, the day, examples, and a way to open a file. */
export function TryForm(props: {
  readonly draft: Draft;
  readonly onDraft: (next: Draft) => void;
  readonly onFile: (file: File) => void;
}): ReactElement {
  const { tried } = useWords();
  const id = useId();
  const { draft, onDraft } = props;
  return (
    <form className="try-form" onSubmit={(event) => event.preventDefault()}>
      <label className="vh" htmlFor={id}>
        {tried.text}
      </label>
      <textarea
        id={id}
        className="try-text"
        lang={languageTag.zh}
        rows={5}
        spellCheck={false}
        autoComplete="off"
        placeholder={tried.placeholder}
        value={draft.text}
        onChange={(event) => onDraft({ ...draft, text: event.target.value })}
      />
      <div className="try-tools">
        <DayField draft={draft} onDraft={onDraft} />
        <span className="push try-acts">
          <OpenFile onFile={props.onFile} />
          <button
            type="button"
            className="btn"
            disabled={draft.text === "" && draft.date === ""}
            onClick={() => onDraft({ text: "", date: "" })}
          >
            {tried.clear}
          </button>
        </span>
      </div>
      <div className="try-samples small">
        <span className="t3">{tried.samples}</span>
        {samples.map(({ name, text, date }) => (
          <button key={name} type="button" className="btn plain" onClick={() => onDraft({ text, date })}>
            {tried.sample[name]}
          </button>
        ))}
        <span className="t3">{tried.samplesNote}</span>
      </div>
    </form>
  );
}

function DayField({
  draft,
  onDraft,
}: {
  readonly draft: Draft;
  readonly onDraft: (next: Draft) => void;
}): ReactElement {
  const { tried, frame } = useWords();
  const id = useId();
  const isWrong = draft.date !== "" && !isDay(draft.date);
  return (
    <span className="try-day">
      <label htmlFor={id}>{tried.date}</label>
      <input
        id={id}
        value={draft.date}
        maxLength={10}
        placeholder="2018-12-31"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onDraft({ ...draft, date: event.target.value.trim() })}
      />
      <span id={`${id}-hint`} className={isWrong ? "field-wrong small" : "t3 small"}>
        {isWrong ? frame.dayWrong(draft.date) : tried.dateHint}
      </span>
    </span>
  );
}

function OpenFile({ onFile }: { readonly onFile: (file: File) => void }): ReactElement {
  const { tried } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        {tried.open}
      </button>
      <input
        ref={input}
        type="file"
        accept=".txt,.md,text/*"
        hidden
        aria-label={tried.open}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = ""; // the same file may be chosen again
        }}
      />
    </>
  );
}
