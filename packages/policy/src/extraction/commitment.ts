import { commonFields } from "./common-fields.ts";
import type { CommitmentReading } from "../records/reading.ts";
import type { WordingStrength } from "../records/wording-strength.ts";
import type { Passage } from "../mention/passages.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";
import { mentionsFrom, spanOf } from "./reading-matter.ts";
import { accepts, type Kept, tellsOfPast } from "./undertaking/commitment-sense.ts";
import { deliverableIn } from "./undertaking/deliverable.ts";
import { aimOf, domainOf, type Due, dueOf, regionIn } from "./undertaking/fields.ts";
import { isColon, isSemicolon } from "./undertaking/clause-cut.ts";
import type { ClauseReading } from "./undertaking/predicate-record.ts";
import { type Clause, type SentenceContext, trimmedEnd } from "./undertaking/sentence.ts";
import { leadsIn, type Limit } from "./undertaking/setting.ts";
import { speaks } from "./undertaking/speech.ts";

/**
 * 任务. Commitments of one sentence: one for each clause that undertakes something definite, with the short tails that speak
 * of the same thing. Principles, orientation, suppositions and what persons say undertake nothing.
 */
export function commitmentsIn(context: SentenceContext): readonly CommitmentReading[] {
  const { passage, clauses, setting } = context;
  if (leadsIn(passage) && setting.mode !== "duty") return [];
  const found: Draft[] = [];
  const past = tellsOfPast(context);
  let due: Due | null = null;
  let open = false;
  for (const clause of clauses) {
    if (clause.supposed) break;
    if (speaks(passage, clause) === "personal") break;
    const own = dueOf(passage, clause.cut, clause.predicate?.start ?? clause.cut.end);
    const kept = accepts(clause, { ...context, due: own ?? due, past, follows: found.length > 0 && open });
    if (kept?.how === "tail") extend(found, passage, kept, own);
    else if (kept) {
      found.push({ span: kept.span, head: kept.span.end, clause, due: own ?? due });
      open = true;
    } else if (own && isTopic(clause)) due = own;
    if (isSemicolon(clause.cut.after) || isColon(clause.cut.after)) {
      open = false;
      if (isSemicolon(clause.cut.after)) due = null;
    }
  }
  return found.map((draft) =>
    commitment(passage, {
      span: draft.span,
      clause: draft.clause,
      home: context.matter.home,
      deadline: draft.due ?? null,
      limit: setting.limit,
    }),
  );
}

interface Draft {
  readonly span: Span;
  /** Where the clause itself ends, before its tails. */
  readonly head: number;
  readonly clause: Clause;
  readonly due: Due | null;
}

/** A clause that holds a date and nothing else dates the rest of its sentence. */
const isTopic = ({ predicate }: Clause): boolean => predicate === null;

/** A tail is taken in as long as the head stays the greater part; its day counts in any case. */
function extend(found: Draft[], passage: Passage, { span }: Kept, own: Due | null): void {
  const last = found.at(-1);
  if (!last) return;
  const fits = span.end - last.head - 1 <= last.head - last.span.start;
  const whole = { start: last.span.start, end: span.end };
  found[found.length - 1] = {
    ...last,
    span: fits ? { start: whole.start, end: trimmedEnd(passage.scan.text, whole) } : last.span,
    due: last.due ?? own,
  };
}

interface Undertaken {
  readonly span: Span;
  readonly clause: ClauseReading;
  readonly home: string | null;
  readonly deadline: Due | null;
  readonly limit?: Limit | null;
}

/** 成任务. The record of a commitment from its span, its clause and the day it is due. */
export function commitment(
  passage: Passage,
  { span, clause, home, deadline, limit = null }: Undertaken,
): CommitmentReading {
  const { text, view } = passage.scan;
  const { predicate } = clause;
  const action = predicate ? { start: predicate.start, end: predicate.end } : { start: span.start, end: span.start };
  const object =
    predicate && predicate.end < span.end - 1
      ? { start: predicate.end, end: span.end }
      : { start: span.start, end: action.start };
  const aim = aimOf(passage, span, predicate);
  const due = deadline ?? dueOf(passage, span, action.start);
  const { region, stated } = regionIn(passage, span, home);
  const deliverable = deliverableIn(passage, object);
  const place = placeIn(passage, span);
  const actor = clause.actor && nameIn(passage, clause.actor);
  return {
    type: "commitment",
    ...commonFields(passage, {
      recogniser: "undertaking",
      span,
      certainty: {
        action: "stated",
        object: "stated",
        region: stated ? "stated" : "implied",
        domain: "implied",
        strength: "implied",
        ...(due ? { deadline: "stated" } : limit ? { deadline: "implied" } : {}),
        ...(aim ? { target: "stated" } : {}),
        ...(deliverable ? { deliverable: "stated" } : {}),
        ...(place ? { place: "stated" } : {}),
        ...(actor ? { lead: "implied" } : {}),
      },
    }),
    action: view.text.slice(action.start, action.end),
    object: view.text.slice(object.start, Math.max(object.start, trimmedEnd(text, object))).trim(),
    deadline: due?.day ?? limit?.day ?? null,
    target: aim?.value ?? null,
    region,
    domain: domainOf(passage, span),
    status: "planned",
    strength: strengthOf(passage, span, clause),
    deliverable: deliverable && view.text.slice(deliverable.start, deliverable.end),
    place: place && view.text.slice(place.start, place.end),
    lead: actor && view.text.slice(actor.start, actor.end),
    helpers: [],
    fieldSpans: {
      ...(action.end > action.start ? { action: [spanOf(passage, action)] } : {}),
      ...(object.end > object.start ? { object: [spanOf(passage, object)] } : {}),
      ...(due ? { deadline: [spanOf(passage, due.span)] } : limit ? { deadline: [spanOf(limit.passage, limit)] } : {}),
      ...(aim ? { target: [spanOf(passage, aim.span)] } : {}),
      ...(deliverable ? { deliverable: [spanOf(passage, deliverable)] } : {}),
      ...(place ? { place: [spanOf(passage, place)] } : {}),
      ...(actor ? { lead: [spanOf(passage, actor)] } : {}),
    },
  };
}

/** A prohibition, a striving or a readiness says more than the verb. */
function strengthOf(
  { scan }: Passage,
  { start, end }: Span,
  { predicate, forbid, strive }: ClauseReading,
): WordingStrength {
  if (forbid >= 0) return "forbid";
  if (strive >= 0) return "strive";
  const words = scan.text.slice(start, end);
  if (/具备[^，]{0,6}条件|前期工作|前期准备/u.test(words)) return "ready";
  const built = predicate?.strength ?? "act";
  return built === "built" && /基本|初步/u.test(scan.text.slice(predicate?.group ?? start, predicate?.start ?? start))
    ? "basically-built"
    : built;
}

/** The place after 在 or 于, else the first that the words name. */
function placeIn({ mentions, scan }: Passage, { start, end }: Span): Span | null {
  let first: Located | null = null;
  for (const located of mentionsFrom(mentions, { start, end })) {
    if (located.start < start || located.end > end || located.mention.kind !== "region") continue;
    if ("在于".includes(scan.text.charAt(located.start - 1))) return { start: located.start, end: located.end };
    first ??= located;
  }
  return first && { start: first.start, end: first.end };
}

/** The body among the words that name who acts; bare 各方 and 我们 name nobody. */
function nameIn({ mentions }: Passage, { start, end }: Span): Span | null {
  const body = mentionsFrom(mentions, { start, end }).find(
    (located) => located.mention.kind === "organisation" && located.start >= start && located.end <= end,
  );
  return body ? { start: body.start, end: body.end } : null;
}
