import type { EventFields } from "@qipan/policy/records/event";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { type DateForm, dateFormOf, type MonthDay } from "./date-column.ts";

/** 日期栏. The date as a chronicle writes it, with the day in full for speech where the page leaves it out. */
export function EventDate({
  of,
  above,
}: {
  readonly of: EventFields;
  readonly above: EventFields | null;
}): ReactElement {
  const { chronicle } = useWords();
  const form = dateFormOf(of, above);
  const full = of.dateStart === of.dateEnd ? of.dateStart : `${of.dateStart}—${of.dateEnd}`;
  if (form.form === "day")
    return (
      <time className="event-date" dateTime={of.dateStart} title={full}>
        {dayText(form, chronicle)}
      </time>
    );
  const text = form.form === "same-day" ? chronicle.sameDay : chronicle.spans[form.precision];
  const isRepeated = form.form === "span" && form.repeated;
  return (
    <time className="event-date carried" dateTime={of.dateStart} title={full}>
      <span className={isRepeated ? "vh" : undefined}>{text}</span>
      <span className="vh"> {full}</span>
    </time>
  );
}

function dayText(
  { from, to }: Extract<DateForm, { form: "day" }>,
  words: ReturnType<typeof useWords>["chronicle"],
): string {
  const text = ({ day, month }: MonthDay): string => words.day(day, month);
  return to === null ? text(from) : words.days(text(from), text(to));
}
