import type { RefusalReason } from "../../records/refusal.ts";
import type { Passage } from "../../mention/passages.ts";
import { wordBefore } from "../../mention/word-table.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";
import { aimOf, type Due, dueOf } from "./fields.ts";
import { handsOver } from "./deliverable.ts";
import type { Predicate } from "./predicate-record.ts";
import { type Clause, isNumbered, type SentenceContext, trimmedEnd } from "./sentence.ts";
import { mentionsFrom } from "../reading-matter.ts";

/** 取舍. The span of a clause that is a commitment of its own, or the tail of the one before it. */
export interface Kept {
  readonly how: "own" | "tail";
  readonly span: Span;
}

interface Around extends SentenceContext {
  /** The day it would be due, stated in the clause or before it in the sentence. */
  readonly due: Due | null;
  /** The sentence tells of what is over. */
  readonly past: boolean;
  /** A commitment stands right before it. */
  readonly follows: boolean;
}

/**
 * 是否任务. Whether a clause undertakes something, by the section it stands in, its mood and tense, and how definite its
 * object is. Null for what undertakes nothing.
 */
export function accepts(clause: Clause, around: Around): Kept | null {
  const { passage, setting } = around;
  const { predicate, cut } = clause;
  if (clause.denied) return left(clause, passage, "denied");
  if (cut.spoken || isQuestion(passage)) return left(clause, passage, "spoken");
  if (isCircumstance(passage, clause)) return left(clause, passage, "circumstance");
  if (!expects(clause, around)) return left(clause, passage, "not-undertaken");
  const end = trimmedEnd(passage.scan.text, withoutAssignment(passage, cut));
  if (clause.forbid >= 0) return { how: "own", span: { start: clause.forbid, end } };
  if (setting.mode === "none" && !around.due && !isDefinite(passage, { start: clause.from, end })) return null;
  if (!predicate) return numericGoal(clause, { ...around, end });
  if (cut.after === COLON && (end - clause.from <= 8 || leadsList(passage, clause)))
    return left(clause, passage, "heading");
  const object = { start: predicate.end, end };
  const definite = isDefinite(passage, { start: clause.from, end });
  if (
    setting.mode === "thin" &&
    (predicate.class === "progress" || predicate.class === "aim") &&
    !definite &&
    !around.due
  )
    return left(clause, passage, "vague");
  if (around.heads && isNumbered(passage) && !definite && !around.due && isHeading(around))
    return left(clause, passage, "heading");
  if (wordsOf(passage, predicate) === "牵头" && end - predicate.end < 2 && cut.after !== 0) return null;
  if (predicate.class === "orientation" && !(carriesOut(passage, predicate) && handsOver(passage, object)))
    return left(clause, passage, "attitude");
  const span = { start: startOf(clause, predicate), end };
  if (around.follows && isResultOnly(clause, predicate) && dueOf(passage, cut, predicate.start) === null)
    return { how: "tail", span };
  if (around.follows && finishes(predicate, end) && dueOf(passage, cut, predicate.start) !== null)
    return { how: "tail", span };
  const own = predicate.counts || (around.due !== null && predicate.strength !== "ready") || clause.must;
  if (isTail(clause, predicate)) {
    if (around.follows && !own) return { how: "tail", span };
    if (predicate.class === "aim" && !predicate.counts && !definite) return left(clause, passage, "attitude");
  }
  const charged = passage.scan.text.startsWith("负责", predicate.start);
  if (predicate.theme === null && !definite && !charged && isVague(passage, object, predicate, around)) {
    return around.follows ? { how: "tail", span } : left(clause, passage, "vague");
  }
  if (setting.mode === "duty" && !isDuty(clause, predicate)) return left(clause, passage, "no-duty");
  if (
    predicate.theme !== null &&
    !predicate.body &&
    !predicate.marked &&
    predicate.class !== "result" &&
    !predicate.counts &&
    !own
  )
    return definite && predicate.class === "act" && setting.mode === "plan" && end - predicate.end >= 2
      ? { how: "own", span }
      : numericGoal(clause, { ...around, end });
  return { how: "own", span };
}

/** Notes a clause that undertakes nothing, with what it lacks. */
function left({ cut }: Clause, { scan }: Passage, reason: RefusalReason): null {
  scan.trace?.refuse(scan, cut, { by: "commitment", reason });
  return null;
}

const COLON = "：".charCodeAt(0);

const leadsList = ({ scan }: Passage, { cut }: Clause): boolean =>
  /如下|以下|下列|几个|[一二三四五六七八九十]个方面|[一二三四五六七八九十]项/u.test(
    scan.text.slice(cut.start, cut.end),
  );

/** A numbered opening sentence up to this long that names nothing is a heading. */
const HEADING = 30;

function isHeading({ passage, clauses }: Around): boolean {
  const { start, end } = passage.scan.sentence;
  return end - start <= HEADING + 4 && clauses.length <= 2;
}

/** Whether the section or the clause itself looks ahead. */
function expects(clause: Clause, { setting, matter, due, past }: Around): boolean {
  const ahead = due !== null && matter.day !== null && due.day > matter.day;
  const told = clause.future || clause.must || clause.forbid >= 0 || clause.strive >= 0;
  if (setting.mode === "report" || setting.mode === "none")
    return !clause.done && (clause.future || ahead || (clause.strive >= 0 && due !== null));
  if (due !== null && !due.limit && due.explicit && matter.day !== null && due.day < matter.day && !told)
    return setting.limit !== null;
  return told || !past;
}

/** 已过. Whether a clause of a sentence tells of what is over or going on. */
export function tellsOfPast({ passage, clauses, matter }: SentenceContext): boolean {
  return clauses.some((clause) => clause.done || clause.doing || hasHappened(passage, clause, matter.day));
}

/** 出台了…   2018年7月25日…公布: an act that is over, or a day that nothing makes a limit. */
function hasHappened({ scan, mentions }: Passage, { predicate, cut }: Clause, day: string | null): boolean {
  if (predicate && scan.text.charAt(predicate.end - 1) === "了") return true;
  return mentionsFrom(mentions, cut).some(
    ({ mention, start, end }) =>
      mention.kind === "date" &&
      start >= cut.start &&
      end <= cut.end &&
      mention.timeType === "interval" &&
      mention.precision === "day" &&
      mention.class === "explicit" &&
      mention.dateEnd !== null &&
      (day === null || mention.dateEnd <= day),
  );
}

const isQuestion = ({ scan }: Passage): boolean => "？?".includes(scan.text.charAt(scan.sentence.end - 1));

/** 发生…的   …之后   按照…的要求: circumstances of what follows. */
const circumstance = /(?:的|后|时|之前|之际|期间|来看|方面|基础上|前提下)$/u;
const groundsOnly =
  /(?:要求|原则|部署|精神|规定|思路|路径|目标|办法|安排|统一|指导|遵循|引领|契机|依托|约束|重点|核心|主线|抓手|载体|导向|目的|指引下|下)$/u;

function isCircumstance({ scan }: Passage, { cut, background, predicate, forbid, must }: Clause): boolean {
  if (forbid >= 0 || must) return false;
  const opens = scan.text.charAt(cut.start);
  if ("让使".includes(opens)) return true;
  if ("把将".includes(opens) && scan.text.slice(cut.start, cut.end).includes("作为")) return true;
  if (cut.after === 0 || isAt(scan.text, cut.end, charClass.terminal)) return false;
  const tail = scan.text.slice(Math.max(cut.start, cut.end - 4), cut.end);
  if ("的后时前际间看面上下".includes(scan.text.charAt(cut.end - 1)) && circumstance.test(tail)) return true;
  if (!background) return false;
  if (groundsOnly.test(tail)) return true;
  const opener = scan.text.charAt(cut.start);
  return (
    (opener === "为" || opener === "以" || opener === "随") &&
    predicate !== null &&
    predicate.theme === null &&
    predicate.start - cut.start <= 2
  );
}

/** Where the words of the commitment begin: after who acts and what makes it due, with its adverbs and phrases. */
function startOf(clause: Clause, { theme, group, marked, body }: Predicate): number {
  if (theme === null || body) return Math.max(clause.from, group);
  if (clause.must || clause.future) return marked ? group : clause.from;
  return clause.from;
}

/** Effects hoped for, and strivings without a day of their own, go with what they follow. */
function isTail(clause: Clause, predicate: Predicate): boolean {
  if (predicate.theme !== null) return false;
  return clause.strive >= 0 || predicate.class === "aim" || (predicate.strength === "ready" && !clause.future);
}

const wordsOf = ({ scan }: Passage, { start, end }: Predicate): string => scan.text.slice(start, end);

/** 达到80%以上 says how far the clause before goes. */
const isResultOnly = ({ hasActor }: Clause, { theme, counts, class: kind, end, start }: Predicate): boolean =>
  theme === null && !hasActor && kind === "result" && counts && end - start <= 3;

/** 2022年底前完成: a verb of ending and nothing after it tells when the clause before is due. */
const finishes = ({ theme, class: kind, end: after }: Predicate, end: number): boolean =>
  theme === null && kind === "result" && end - after < 2;

const carriesOut = ({ scan }: Passage, { start, end }: Predicate): boolean =>
  scan.text.slice(start, end).endsWith("落实");

/** An object that is empty or ends with a word of orientation cannot be handed over. */
function isVague({ scan }: Passage, { start, end }: Span, predicate: Predicate, { setting, due }: Around): boolean {
  if (predicate.class === "act" && due !== null) return false;
  if (predicate.class === "progress" && end - start <= 3 && setting.mode !== "duty") return true;
  if (end - start < 2) return setting.mode !== "duty" && setting.mode !== "plan";
  return wordBefore(scan.lexicon.undertaking.abstract, scan.text, end, start) !== null;
}

/** In a norm: what is due, forbidden, or told to somebody as an act. */
function isDuty(clause: Clause, { theme, body, class: kind }: Predicate): boolean {
  if (clause.must || clause.forbid >= 0) return true;
  if (theme !== null && !body) return clause.hasActor;
  return kind === "act" || kind === "progress" || (kind === "result" && clause.hasActor);
}

/** A name, a figure, Latin letters or a quoted word make an object definite. */
function isDefinite({ mentions, scan }: Passage, { start, end }: Span): boolean {
  for (const located of mentionsFrom(mentions, { start, end })) {
    if (located.start >= end) break;
    if (located.end <= start) continue;
    const { kind } = located.mention;
    if (kind === "title" || kind === "quantity" || kind === "organisation") return true;
  }
  for (let at = start; at < end; at += 1) {
    if (isAt(scan.text, at, charClass.latin | charClass.digit)) return true;
    if (scan.text.charAt(at) === "“") return true;
  }
  return false;
}

/** 研发投入强度不低于3%: a figure that a section of goals sets, without a verb. */
function numericGoal(clause: Clause, { passage, setting, due, follows, end }: Around & { end: number }): Kept | null {
  const words = { start: clause.from, end };
  const aim = aimOf(passage, words, null);
  if (!aim) {
    if (
      clause.cut.after !== 0 &&
      /^(?:以及|包括|即|含)/u.test(passage.scan.text.slice(clause.cut.start, clause.cut.start + 2))
    )
      return follows ? { how: "tail", span: words } : null;
    return setting.mode === "goal" && clause.strive > clause.from ? { how: "own", span: words } : null;
  }
  const bound = aim.value.comparator !== "=" && aim.value.comparator !== "~";
  const told = clause.strive >= 0 || clause.must || clause.future;
  const byYear = follows && dueOf(passage, clause.cut, end) !== null;
  const planned = setting.mode === "plan" || setting.mode === "thin" || due !== null;
  if (setting.mode !== "goal" && !(planned && (bound || told || byYear || isEnumerated(clause, follows)))) return null;
  if (aim.span.start - clause.from < 2 && !byYear) return follows ? { how: "tail", span: words } : null;
  return { how: "own", span: { start: byYear ? clause.cut.start : clause.from, end } };
}

/** 市场112家、物流中心15个: what stands after 、 with a number of its own shares the verb. */
const isEnumerated = ({ cut }: Clause, follows: boolean): boolean => follows && cut.enumerated;

/** A bracket of assignment at the end of a clause is not part of it. */
function withoutAssignment({ scan }: Passage, { start, end }: Span): Span {
  const last = scan.text.charAt(end - 1);
  if (last !== "）" && last !== ")") return { start, end };
  for (let open = end - 2; open > start; open -= 1)
    if ("（(".includes(scan.text.charAt(open)) && closerAt(scan.pairs, open) === end - 1)
      return /牵头|责任|负责|配合|时限/u.test(scan.text.slice(open, end)) ? { start, end: open } : { start, end };
  return { start, end };
}
