import type { DateMention } from "../records/mention.ts";
import { boundAfter, boundBefore, type Bound, isBase } from "./date-bound.ts";
import { type Core, undated } from "./date-core.ts";
import { addMonths, type Interval, partsOf, shiftYears } from "./date-interval.ts";
import { datedTerm } from "./date-length.ts";
import { lastDayOf } from "./date-word.ts";
import { type Anchor, type DocumentState, ownDay } from "./document-state.ts";
import { type Located, type Scan, spot } from "./scan.ts";

export interface Around {
  readonly state: DocumentState;
  /** Whether the date stands in a name: later expressions do not lean on it. */
  readonly titled: boolean;
  /** Whether only 、 or 和 parts it from a limit before it. */
  readonly listed: boolean;
}

/** Adds what stands right before (到, 截至) and right after (以来, 前) a date and makes the mention. */
export function bounded(scan: Scan, core: Core, around: Around): Located<DateMention> {
  const { state } = around;
  const after = boundAfter(scan.text, core.end, scan.sentence.end);
  const every = everyBefore(scan, core.start);
  if (every > 0) {
    const span = { start: core.start - every, end: core.end + after.length };
    return {
      ...span,
      mention: mentionOf(scan, span, {
        core: undated(span.start, span.end, { class: "explicit", type: "set" }),
        type: "set",
        days: NO_DAYS,
      }),
      anchor: null,
    };
  }
  const own = boundBefore(scan, core.start, core.end + after.length);
  const before = own.type === null && after.type === null && around.listed ? LISTED : own;
  const type = typeOf(core, { after, before, state });
  const keepsBefore =
    before.type === null || (before.type === "since" && type !== "since" && !core.stretch) ? 0 : before.length;
  const span = { start: core.start - keepsBefore, end: core.end + after.length };
  const term =
    type === "since" && core.precision === "day" && core.interval ? datedTerm(scan, span.end, core.interval) : null;
  if (term) return termed(scan, core, { start: span.start, ...term });
  const placed = moved(scan, core, { type, state });
  const days = daysMeant(placed.interval, type, after.open ? null : ownDay(state).value);
  const isPoint =
    placed.interval !== null && (type === "since" || after.type === "deadline" || (type !== "interval" && core.limit));
  const precise: Core = isPoint ? { ...placed, precision: "day" } : placed;
  const mention = mentionOf(scan, span, { core: precise, type, days });
  if (core.counts) return { ...span, mention, anchor: null, covers: span.start };
  return { ...span, mention, anchor: anchorOf(scan, { core: placed, type, mention }, around) };
}

/** 2018年7月25日起30日内: a limit counted from a day. */
function termed(
  scan: Scan,
  core: Core,
  { start, end, until }: { start: number; end: number; until: string },
): Located<DateMention> {
  const span = { start, end };
  const mention = mentionOf(scan, span, { core, type: "deadline", days: { dateStart: null, dateEnd: until } });
  return { ...span, mention, anchor: null };
}

/** 到2025年、2035年: a date of a list shares the bound of the one before it. */
const LISTED: Bound = { length: 0, type: "deadline", open: false };

const NO_DAYS = { dateStart: null, dateEnd: null } as const;

function typeOf(
  core: Core,
  { after, before, state }: { after: Bound; before: Bound; state: DocumentState },
): DateMention["timeType"] {
  if (core.type !== null && core.type !== "interval") return core.type;
  if (after.type === "as-of") return core.stretch ? "interval" : "as-of";
  if (before.type === "as-of") return "as-of";
  if (core.stretch && (before.type === "since" || before.type === "deadline") && after.type === null) return "interval";
  const bound = after.type ?? before.type;
  if (bound) return bound;
  const today = lastDayOf(state.day ?? state.subject);
  return core.limit && core.interval !== null && today !== null && core.interval.end > today ? "deadline" : "interval";
}

/**
 * A year that is only the document's own gives way to its neighbour: a limit lies ahead of the document's day, and what is
 * told early in a year of its last months lies behind it.
 */
function moved(scan: Scan, core: Core, { type, state }: { type: DateMention["timeType"]; state: DocumentState }): Core {
  const today = ownDay(state).value;
  if (!core.floating || core.interval === null || today === null) return core;
  const [, month] = partsOf(today);
  const isPast = core.interval.end < today && (month >= 10 || core.interval.end < addMonths(today, -6));
  if (type === "deadline" && isPast) return { ...core, interval: shiftYears(core.interval, 1) };
  const isTold =
    scan.paragraph.kind !== "row" && type === "interval" && month <= 3 && core.interval.start.slice(5, 7) >= "10";
  return isTold && core.interval.start > today && !speaksAhead(scan, core)
    ? { ...core, interval: shiftYears(core.interval, -1) }
    : core;
}

interface Meant {
  readonly core: Core;
  readonly type: DateMention["timeType"];
  readonly days: Pick<DateMention, "dateStart" | "dateEnd">;
}

function mentionOf(scan: Scan, span: { start: number; end: number }, { core, type, days }: Meant): DateMention {
  return {
    kind: "date",
    ...spot(scan, span),
    recogniser: "date",
    certainty: core.leansOn.length > 0 ? "implied" : "stated",
    leansOn: [...core.leansOn],
    dateStart: days.dateStart,
    dateEnd: days.dateEnd,
    precision: core.precision,
    class: core.class,
    timeType: type,
  };
}

/** What later expressions may lean on: not on what is only compared with, nor on a date in a name, nor on a whole stretch. */
function anchorOf(
  scan: Scan,
  { core, type, mention }: { core: Core; type: DateMention["timeType"]; mention: DateMention },
  { state, titled }: Around,
): Anchor | null {
  if (!core.interval || !core.moves || type === "set" || isBase(scan, core.start, core.end)) return null;
  if (titled && scan.paragraph.kind !== "heading") return null;
  const [fromYear, fromMonth, fromDay] = partsOf(core.interval.start);
  const [year, month, day] = partsOf(core.interval.end);
  const sameMonth = fromYear === year && fromMonth === month;
  const whole = core.precision === "day";
  if (type === "since" && !sameMonth) return null;
  const first = { year: fromYear, month: whole || sameMonth ? fromMonth : null, day: whole ? fromDay : null };
  const last = { year, month: whole || sameMonth ? month : null, day: whole ? day : null };
  const { start, end, text } = mention;
  const use =
    type === "deadline"
      ? "goal"
      : fromYear === year && (core.precision === "year" || core.precision === "half" || core.precision === "quarter")
        ? "year"
        : "date";
  return {
    ...(type === "deadline" || type === "as-of" ? last : first),
    last,
    text,
    start,
    end,
    paragraph: state.paragraph,
    use,
    days: core.interval,
  };
}

// 每月10日前    每年3月      near miss: 本月10日
function everyBefore({ text, sentence }: Scan, start: number): number {
  if (start - 2 < sentence.start || text.charAt(start - 2) !== "每") return 0;
  return "年月季周".includes(text.charAt(start - 1)) ? 2 : 0;
}

/** Whether a sentence speaks of what is to come. */
function speaksAhead({ text, sentence }: Scan, { start, end }: Core): boolean {
  const around = text.slice(Math.max(sentence.start, start - 20), Math.min(sentence.end, end + 30));
  return /将|拟|要|力争|确保|计划|预计|争取|完成|启动|实施|前|推进|开展/u.test(around);
}

/** Days that a bound leaves: 以来 runs to the document's day, 起 is open, a deadline has no beginning. */
function daysMeant(
  interval: Interval | null,
  type: DateMention["timeType"],
  today: string | null,
): Pick<DateMention, "dateStart" | "dateEnd"> {
  if (!interval || type === "set") return NO_DAYS;
  if (type === "deadline" || type === "as-of") return { dateStart: null, dateEnd: interval.end };
  if (type !== "since") return { dateStart: interval.start, dateEnd: interval.end };
  return { dateStart: interval.start, dateEnd: today !== null && today >= interval.start ? today : null };
}
