import type { ReactElement } from "react";
import { periodOfDays } from "../format/days.ts";
import { periodText } from "../format/period.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/** First and last day that are told of; `due` when they are a limit. */
interface Told {
  readonly start: string | null;
  readonly end: string | null;
  readonly due: boolean;
}

/** 所说之时. The day or period that a statement tells of, as short as it can be written; what is due says so. */
export function ReadDays({ of: { start, end, due } }: { readonly of: Told }): ReactElement {
  const { parts } = useWords();
  const language = useLanguage();
  if (start === null && end === null) return <span className="t3">{parts.noDay}</span>;
  const day = due ? (end ?? start) : null;
  if (day !== null)
    return (
      <>
        <span className="t3 small">{parts.due}</span> <time dateTime={day}>{day}</time>
      </>
    );
  if (start === null || end === null)
    return (
      <>
        <time dateTime={start ?? end ?? ""}>{start ?? end}</time>{" "}
        <span className="t3 small">{start === null ? parts.untilEnd : parts.openEnd}</span>
      </>
    );
  return <>{periodText(periodOfDays(start, end), language)}</>;
}
