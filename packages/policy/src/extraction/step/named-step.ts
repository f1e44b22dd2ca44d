import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import type { Step, StepMeaning, StepThing } from "../../mention/step-words.ts";
import { type Word, type WordTable, wordAt, wordBefore } from "../../mention/word-table.ts";
import type { DateMention } from "../../records/mention.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";

/** 具名步骤. A name and the verb that says which step it took; `span` covers both and the date before them. */
export interface NamedStep {
  readonly name: Span;
  readonly step: Step;
  readonly span: Span;
  readonly clause: Span;
  readonly verb: Span;
  readonly date: Located<DateMention> | null;
}

/** How far from its name a verb of a step may stand. */
const REACH = 14;

/**
 * 找步骤. The step that a name takes in its own clause: 某铁路开通, 印发《某规划》. Null where no verb of the thing stands near
 * it, or where the clause only intends it.
 */
export function namedStep(passage: Passage, thing: StepThing, name: Span): NamedStep | null {
  const clause = clauseAround(passage, name);
  const verbs = passage.scan.lexicon.steps.verbs[thing];
  const verb =
    verbAfter(passage, verbs, { start: name.end, end: clause.end }) ??
    verbBefore(passage, verbs, { start: clause.start, end: name.start });
  if (!verb || isIntended(passage, { start: clause.start, end: verb.start }, verb.value.step)) return null;
  const date = dateOf(passage, { clause, name }, Math.min(name.start, verb.start));
  const start = Math.min(name.start, verb.start, date && date.start >= clause.start ? date.start : name.start);
  return {
    name,
    step: verb.value.step,
    span: { start, end: Math.max(name.end, verb.end) },
    clause,
    verb: { start: verb.start, end: verb.end },
    date,
  };
}

type Found = Span & { readonly value: StepMeaning };

function verbAfter({ scan }: Passage, verbs: WordTable<StepMeaning>, within: Span): Found | null {
  const limit = Math.min(within.end, within.start + REACH);
  for (let at = within.start; at < limit; at += 1) {
    if (isAt(scan.text, at, charClass.opener)) {
      at = Math.max(at, closerAt(scan.pairs, at));
      continue;
    }
    if ("的、".includes(scan.text.charAt(at))) return null;
    const word = wordAt(verbs, scan.text, at, within.end);
    if (word && word.value.side !== "before" && !isNoun(scan.text, at + word.written.length)) return found(word, at);
  }
  return null;
}

function verbBefore({ scan }: Passage, verbs: WordTable<StepMeaning>, within: Span): Found | null {
  const from = Math.max(within.start, within.end - REACH);
  let end = within.end;
  while (end > from && "了《“ ".includes(scan.text.charAt(end - 1))) end -= 1;
  const right = wordBefore(verbs, scan.text, end, from);
  if (right && right.value.side !== "after") return found(right, end - right.written.length);
  return null;
}

const found = ({ written, value }: Word<StepMeaning>, start: number): Found => ({
  start,
  end: start + written.length,
  value,
});

/** 开通的, 建成区, 通车里程: what follows makes a noun of the verb. */
const isNoun = (text: string, at: number): boolean => "的区率里面后前时".includes(text.charAt(at) || " ");

/** Steps that are past by what they are; the others need no word of intention before them either. */
function isIntended({ scan }: Passage, lead: Span, step: Step): boolean {
  if (step === "drafting" || step === "proposed") return false;
  for (let at = lead.start; at < lead.end; at += 1)
    if (wordAt(scan.lexicon.planCues, scan.text, at, lead.end)) return true;
  return intends.test(scan.text.slice(Math.max(lead.start, lead.end - 4), lead.end));
}

// 推进建成      加快开通      near miss: 已建成
const intends = /(?:推进|推动|加快|尽快|尽早|适时|促进|争取|要|拟|待|未|前)$/u;

/** Longest clause on either side of a name. */
const CLAUSE_REACH = 160;

/** The clause a name stands in: between commas and stops outside brackets. */
function clauseAround({ scan }: Passage, name: Span): Span {
  let start = name.start;
  while (start > scan.sentence.start && name.start - start < CLAUSE_REACH && !isStop(scan.text, start - 1)) start -= 1;
  let end = name.end;
  while (end < scan.sentence.end && end - name.end < CLAUSE_REACH && !isStop(scan.text, end)) {
    end = isAt(scan.text, end, charClass.opener) ? Math.max(end, closerAt(scan.pairs, end)) + 1 : end + 1;
  }
  return { start, end: Math.min(end, scan.sentence.end) };
}

const isStop = (text: string, at: number): boolean =>
  isAt(text, at, charClass.pause | charClass.terminal) && text.charAt(at) !== "、";

/** How far before its clause the date of a step may stand. */
const DATE_REACH = 200;

/** The date that the step is told with: in its clause, else the one right before it in the sentence. A deadline is none. */
function dateOf(
  { mentions }: Passage,
  { clause, name }: { readonly clause: Span; readonly name: Span },
  before: number,
): Located<DateMention> | null {
  let near: Located<DateMention> | null = null;
  for (const located of mentionsFrom(mentions, { start: clause.start - DATE_REACH, end: clause.end })) {
    if (located.start > before && located.start >= clause.end) break;
    const { mention } = located;
    if (located.start >= name.start && located.end <= name.end) continue; // a year of the name itself
    if (mention.kind !== "date" || mention.timeType !== "interval" || mention.dateStart === null) continue;
    if (located.start < before || (near === null && located.start < clause.end)) near = { ...located, mention };
  }
  return near;
}
