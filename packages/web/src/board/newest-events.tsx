import type { Entry } from "@qipan/policy/records/entry";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { fieldsOf } from "../fields-of.ts";
import { DateWithPrecision } from "../parts/date-with-precision.tsx";
import { EvidenceChip } from "../parts/evidence-chip.tsx";
import { Title } from "../parts/title.tsx";
import { useWords } from "../words/use-words.ts";

/** 新近记事. The newest events of the chronicle, each with its day and its evidence. */
export function NewestEvents({ events }: { readonly events: readonly Entry[] }): ReactElement {
  const { board } = useWords();
  if (events.length === 0) return <p className="small t3">{board.noEvents}</p>;
  return (
    <ol className="evs">
      {events.map((event) => {
        const { dateStart, dateEnd, precision } = fieldsOf(event, "event");
        const first = event.evidence.shown[0];
        return (
          <li key={event.id}>
            <Link to="/entries/$id" params={{ id: event.id }}>
              <Title of={event} />
            </Link>
            <span className="small t3 nb">
              <DateWithPrecision start={dateStart} end={dateEnd} precision={precision} />
              {first ? <EvidenceChip of={first} confidence={event.confidence} /> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
