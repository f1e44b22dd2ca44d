import type { Names } from "@qipan/server/contract/entries";
import { type ReactElement, useId } from "react";
import { useWords } from "../words/use-words.ts";
import { EventLine } from "./event-line.tsx";
import type { Month } from "./months.ts";

/** 一月. The events of a month under a ruled head. */
export function MonthSection({ of, names }: { readonly of: Month; readonly names: Names }): ReactElement {
  const { chronicle } = useWords();
  const id = useId();
  return (
    <section className="month" aria-labelledby={id}>
      <h2 id={id}>
        <b>{of.month === null ? chronicle.wholeYear : chronicle.month(of.month)}</b>{" "}
        <span>{chronicle.entries(of.events.length)}</span>
      </h2>
      <ol>
        {of.events.map((told, index) => (
          <EventLine key={told.entry.id} of={told} above={of.events[index - 1]?.fields ?? null} names={names} />
        ))}
      </ol>
    </section>
  );
}
