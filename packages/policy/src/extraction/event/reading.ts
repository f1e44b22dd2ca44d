import type { Diagnostic } from "../../records/document-text.ts";
import type { DateMention } from "../../records/mention.ts";
import type { EventReading } from "../../records/reading.ts";
import type { Passage } from "../../mention/passages.ts";
import { indexWithin } from "../../text/search.ts";
import type { Span } from "../../text/span.ts";
import { mentionsIn, spanOf } from "../reading-matter.ts";
import { eventHead, type EventHead } from "./head.ts";

/** 所记之事. What is known of an event before it is written down: its words, their part that names it, head and date. */
export interface Happened {
  readonly span: Span;
  readonly title: Span;
  readonly head: EventHead | null;
  readonly date: DateMention | null;
  readonly cut: boolean;
}

/** 成事件. The reading of an event; `cut` brings its diagnostic. */
export function eventReading(passage: Passage, { span, title, head, date, cut }: Happened): EventReading {
  const { view } = passage.scan;
  return {
    type: "event",
    key: "",
    recogniser: "event",
    spans: [spanOf(passage, span)],
    certainty: {
      date: date?.certainty ?? "implied",
      title: "stated",
      kind: "implied",
      ...(head?.place ? { place: "stated" } : {}),
    },
    diagnostics: cut ? [cutDiagnostic(passage)] : [],
    refinements: [],
    dateStart: date?.dateStart ?? null,
    dateEnd: date?.dateEnd ?? null,
    precision: date?.precision ?? null,
    title: view.text.slice(title.start, title.end).trim(),
    kind: head?.kind ?? "other",
    place: head?.place ?? null,
    regions: mentionsIn(passage, "region", title).flatMap(({ mention }) =>
      mention.kind === "region" ? mention.codes : [],
    ),
    participants: [...(head?.participants ?? [])],
    cut,
  };
}

function cutDiagnostic({ sentence }: Passage): Diagnostic {
  return {
    code: "cut-entry",
    severity: "warning",
    message: `The text breaks off inside the entry at ${sentence.address}: no sentence end was found. Get the following pages before accepting it.`,
    start: sentence.start,
    end: sentence.end,
  };
}

/** 一句两事. A visit and a meeting in one clause are two events: 在某地考察并主持召开座谈会. */
export function twofold(passage: Passage, told: Happened): readonly EventReading[] {
  const whole = eventReading(passage, told);
  const { text } = passage.scan;
  const joint =
    told.head?.kind === "visit"
      ? indexWithin(text, "并", { start: told.head.verb.end, end: Math.min(told.span.end, told.head.verb.end + 21) })
      : -1;
  if (joint < 0) return [whole];
  const second = eventHead(passage, { start: joint + 1, end: told.span.end });
  if (second?.kind !== "meeting") return [whole];
  const rest = { start: joint + 1, end: told.span.end };
  return [
    eventReading(passage, {
      ...told,
      span: { start: told.span.start, end: joint },
      title: { start: told.title.start, end: joint },
    }),
    eventReading(passage, { ...told, span: rest, title: rest, head: second }),
  ];
}
