import type { CommitmentReading } from "../../records/reading.ts";
import type { TextSpan } from "../../records/document-text.ts";
import type { Passage } from "../../mention/passages.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom, spanOf } from "../reading-matter.ts";

/** 分工. Lead, helpers and limit that a bracket or line assigns (（牵头单位：甲局；配合单位：乙局；完成时限：年底）). */
export interface Assignment {
  readonly alone: boolean;
  readonly bracket: Span;
  readonly lead: Named | null;
  readonly helpers: readonly Named[];
  readonly due: { readonly day: string; readonly span: TextSpan } | null;
}

/** 具名. Words of a name and where they stand. */
export interface Named {
  readonly name: string;
  readonly span: TextSpan;
}

const cue =
  /牵头|责任单位|责任部门|责任主体|负责单位|主办单位|主责单位|配合单位|协办单位|完成时限|完成时间|负责[）)]?$|配合[）)]|参加[）)]/u;
/** A bracket of assignment is not longer than this. */
const LONGEST = 400;

/** 有分工. Whether the words of a bracket assign work. */
export function assigns(bracket: string): boolean {
  return cue.test(bracket);
}

/** 前句分工. The assignment that a sentence begins with, which belongs to what stands before it; null when none. */
export function assignedBefore(passage: Passage): Assignment | null {
  const { text, sentence, pairs } = passage.scan;
  const opener = text.charAt(sentence.start);
  if (opener !== "（" && opener !== "(") return null;
  const closer = closerAt(pairs, sentence.start);
  if (closer < 0 || closer >= sentence.end - 1) return null;
  const bracket = { start: sentence.start, end: closer + 1 };
  return assigns(text.slice(bracket.start, bracket.end)) ? assignment(passage, { bracket, alone: true }) : null;
}

/** 读分工. The assignment at the end of a sentence, or the one that a sentence of its own is (`alone`); null when none. */
export function assignedIn(passage: Passage): Assignment | null {
  const { scan } = passage;
  const { text, sentence, pairs } = scan;
  const bracket = lastBracket(text, sentence, pairs);
  if (bracket && cue.test(text.slice(bracket.start, bracket.end)))
    return assignment(passage, { bracket, alone: bracket.start - sentence.start <= 1 });
  if (!"牵责负主配协".includes(text.charAt(sentence.start))) return null;
  const head = text.slice(sentence.start, Math.min(sentence.start + 6, sentence.end));
  if (!/^(?:牵头|责任|负责|主办|主责|配合|协办)(?:单位|部门|主体)?[：:]/u.test(head)) return null;
  return assignment(passage, { bracket: sentence, alone: true });
}

function lastBracket(text: string, { start, end }: Span, pairs: Passage["scan"]["pairs"]): Span | null {
  let at = end - 1;
  while (at > start && isAt(text, at, charClass.terminal | charClass.pause | charClass.space)) at -= 1;
  const last = text.charAt(at);
  if (last !== "）" && last !== ")") return null;
  for (let open = at - 1; open >= start && at - open <= LONGEST; open -= 1) {
    if ("（(".includes(text.charAt(open)) && closerAt(pairs, open) === at) return { start: open, end: at + 1 };
  }
  return null;
}

function assignment(passage: Passage, { bracket, alone }: { bracket: Span; alone: boolean }): Assignment {
  const { text } = passage.scan;
  const leads: Named[] = [];
  const helpers: Named[] = [];
  let role: "lead" | "help" | "other" = "lead";
  let start = bracket.start;
  const take = (end: number): void => {
    const found = named(passage, { start, end });
    if (!found) return;
    role = found.role ?? role;
    if (found.value && role === "lead") leads.push(found.value);
    else if (found.value && role === "help") helpers.push(found.value);
  };
  for (let at = bracket.start; at < bracket.end; at += 1) {
    if (!"（()），,、；;：:。".includes(text.charAt(at))) continue;
    take(at);
    start = at + 1;
  }
  take(bracket.end);
  const date = passage.mentions.findLast(
    (located) => located.mention.kind === "date" && located.start >= bracket.start && located.end <= bracket.end,
  );
  const day = date?.mention.kind === "date" ? date.mention.dateEnd : null;
  const [lead = null, ...others] = leads;
  const due = date && day !== null ? { day, span: spanOf(passage, date) } : null;
  return { alone, bracket, lead, helpers: [...others, ...helpers], due };
}

const leadLabel = /^(?:牵头|责任|负责|主办|主责)(?:单位|部门|主体)?$/u;
const helpLabel = /^(?:配合|协办|协助|参加|参与)(?:单位|部门)?$/u;
const otherLabel = /^(?:完成)?(?:时限|时间|期限)$/u;

function named(passage: Passage, span: Span): { role: "lead" | "help" | "other" | null; value: Named | null } | null {
  const { text } = passage.scan;
  const written = text.slice(span.start, span.end);
  if (written === "") return null;
  if (leadLabel.test(written)) return { role: "lead", value: null };
  if (helpLabel.test(written)) return { role: "help", value: null };
  if (otherLabel.test(written)) return { role: "other", value: null };
  const tail = /(?:按职责分工负责|分别负责|牵头负责|牵头|负责|配合|参加|参与|等)+$/u.exec(written)?.[0] ?? "";
  const role = /配合|参加|参与/u.test(tail) ? "help" : /牵头|负责/u.test(tail) ? "lead" : null;
  const place = { start: span.start, end: span.end - tail.length };
  if (place.end - place.start < 2) return { role, value: null };
  return { role, value: { name: passage.scan.view.text.slice(place.start, place.end), span: spanOf(passage, place) } };
}

// 由市交通局牵头、市财政局配合，建成…      near miss: 由市交通局牵头编制规划 (it says what is done too)
const charge = /^由?[^，。；由]{2,60}(?:牵头|负责|主办|承办|配合|协助|参与)$/u;

/** 句首分工. The assignment that a clause is which names who leads and who helps and nothing else; null for any other clause. */
export function chargedIn(passage: Passage, { start, end }: Span): Assignment | null {
  const { text } = passage.scan;
  const begins = text.charAt(start) === "由" ? start + 1 : start;
  if (!charge.test(text.slice(start, end)) || !namesOnly(passage, { start: begins, end })) return null;
  return assignment(passage, { bracket: { start: begins, end }, alone: false });
}

/** Whether the words are names of bodies and their roles: 市交通局牵头、市财政局配合. */
function namesOnly({ scan, mentions }: Passage, { start, end }: Span): boolean {
  let at = start;
  let bodies = 0;
  for (const located of mentionsFrom(mentions, { start, end })) {
    if (located.mention.kind !== "organisation" || located.start < at || located.end > end) continue;
    if (!roles.test(scan.text.slice(at, located.start))) return false;
    at = located.end;
    bodies += 1;
  }
  return bodies > 0 && roles.test(scan.text.slice(at, end));
}

const roles = /^(?:牵头|负责|主办|承办|会同|配合|协助|参与|等|共同|、|和|与)*$/u;

/** 加分工. The commitment with who leads, who helps and by when, where its own words do not say it. */
export function withAssignment(reading: CommitmentReading, { lead, helpers, due }: Assignment): CommitmentReading {
  const deadline = reading.deadline ?? due?.day ?? null;
  return {
    ...reading,
    lead: lead?.name ?? reading.lead,
    helpers: helpers.length > 0 ? helpers.map(({ name }) => name) : reading.helpers,
    deadline,
    certainty: {
      ...reading.certainty,
      ...(lead ? { lead: "stated" } : {}),
      ...(helpers.length > 0 ? { helpers: "stated" } : {}),
      ...(reading.deadline === null && due ? { deadline: "stated" } : {}),
    },
    fieldSpans: {
      ...reading.fieldSpans,
      ...(lead ? { lead: [lead.span] } : {}),
      ...(helpers.length > 0 ? { helpers: helpers.map(({ span }) => span) } : {}),
      ...(reading.deadline === null && due ? { deadline: [due.span] } : {}),
    },
  };
}
