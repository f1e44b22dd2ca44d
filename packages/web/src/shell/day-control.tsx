import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { proseDay } from "../format/day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { DayForm } from "./day-form.tsx";
import { type Day, useDay } from "./use-day.ts";

/** 截至日. Shows the day the page answers for and opens the form that changes it; a past day is tinted and says how to return. */
export function DayControl(): ReactElement {
  const day = useDay();
  const { frame } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className={day.past ? "asof past" : "asof"}>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="asof-open">{day.past ? <PastDay day={day} /> : <Today day={day} />}</Button>
        <Popover className="pop" placement="bottom start">
          <Dialog aria-label={frame.dayPanel}>
            <DayForm day={day} onDone={() => setOpen(false)} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {day.past ? (
        <Link to="." search={(held) => ({ ...held, asof: undefined, known: undefined })}>
          {frame.backToToday}
        </Link>
      ) : null}
    </div>
  );
}

function Today({ day }: { readonly day: Day }): ReactElement {
  const { frame } = useWords();
  return (
    <>
      {frame.asOf} <b>{day.shown ?? "…"}</b> <span className="roomy">{frame.today}</span>
      <span className="t3 wide"> {frame.knownSameDay}</span>
    </>
  );
}

function PastDay({ day }: { readonly day: Day }): ReactElement {
  const { frame } = useWords();
  const language = useLanguage();
  const shown = day.shown ?? "";
  return (
    <>
      <span className="wide">{frame.pastBefore}</span> <b>{language === "zh" ? shown : proseDay(shown, language)}</b>
      <span className="wide">{frame.pastAfter}</span>
      {day.knownOn ? <span className="wide"> {frame.knownOn(day.knownOn)}</span> : null}
      <span aria-hidden="true"> · </span>
    </>
  );
}
