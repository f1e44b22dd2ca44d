import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import type { ClauseWord, Mood } from "../../mention/undertaking-words.ts";
import { type Word, wordAt } from "../../mention/word-table.ts";
import { charClass, classOf, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import { isCounted, isNoun, namesBody, startsQuantity, verbRun } from "./predicate-edges.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";
import { countAlone, exceeded, striven } from "./predicate-count.ts";
import type { ClauseReading, Predicate, Walk } from "./predicate-record.ts";

/**
 * 读小句. Walks over a clause once, word by word: mentions and brackets are stepped over, words of the lexicon say what they
 * are, everything else is what the clause is about. `next` is the first mention that may lie in the clause.
 */
export function readClause(passage: Passage, clause: Span, next: number): ClauseReading {
  const { text, lexicon, pairs } = passage.scan;
  const table = lexicon.undertaking.clause;
  const walk: Walk = {
    from: clause.start,
    group: -1,
    theme: -1,
    actor: null,
    phrase: false,
    future: false,
    must: false,
    strive: -1,
    forbid: -1,
    done: false,
    sum: false,
    doing: false,
    supposed: false,
    denied: false,
    background: false,
    modifier: false,
    dated: false,
    loose: null,
    marked: null,
  };
  const { mentions } = passage;
  let index = next;
  let at = clause.start;
  while (at < clause.end) {
    while (index < mentions.length && (mentions[index]?.start ?? 0) < at) index += 1;
    const located = mentions[index];
    if (located && located.start === at && located.end <= clause.end) {
      const step = takeMention(walk, passage, located, clause);
      if (step > at) {
        at = step;
        continue;
      }
    }
    const bits = classOf(text.charCodeAt(at));
    if (bits & charClass.opener) {
      const closer = closerAt(pairs, at);
      takeTheme(walk, at);
      at = closer > at ? Math.min(closer + 1, clause.end) : at + 1;
      continue;
    }
    if (bits & (charClass.space | charClass.pause)) {
      at += 1;
      if (walk.theme < 0 && walk.group < 0) walk.from = at;
      continue;
    }
    const word = bits & charClass.han ? wordAt(table, text, at, clause.end) : null;
    if (!word) {
      takeTheme(walk, at);
      at += 1;
      continue;
    }
    at = takeWord(walk, passage, { word, at, clause, index });
    if (walk.marked && isSettled(text, walk.marked, clause)) break;
  }
  return readingOf(walk, passage, clause);
}

function readingOf(walk: Walk, passage: Passage, clause: Span): ClauseReading {
  return {
    clause,
    from: walk.from,
    predicate: walk.marked ?? walk.loose ?? countAlone(walk, passage, clause) ?? striven(walk, passage, clause),
    future: walk.future,
    must: walk.must,
    strive: walk.strive,
    forbid: walk.forbid,
    done: walk.done,
    sum: walk.sum,
    doing: walk.doing,
    supposed: walk.supposed,
    denied: walk.denied,
    actor: walk.actor,
    hasActor: walk.actor !== null,
    background: walk.background,
  };
}

/**
 * Whether the predicate is found: not while it may belong to a noun (已签约的项目), nor while a bare verb at the head may be
 * the noun that a later one tells of (疏解政策体系加快建立).
 */
function isSettled(text: string, verb: Predicate, clause: Span): boolean {
  if (verb.end < clause.end && text.charAt(verb.end) === "的") return false;
  return verb.theme !== null || verb.marked || verb.actor !== null || verb.class === "progress" || verb.class === "aim";
}

/** A later verb that its adverb or day marks and that ends the clause tells of what stands before it. */
function overrides(walk: Walk, text: string, verb: Predicate, clause: Span): boolean {
  const head = walk.marked;
  if (!head || head.theme !== null || head.marked || head.actor !== null) return false;
  if (verb.class !== "result" && verb.class !== "progress") return false;
  if (verb.end < clause.end - 1 || head.end - head.start > 3) return false;
  const group = text.slice(verb.group, verb.start);
  return (verb.marked || walk.dated) && !group.includes("并") && !group.includes("、") && verb.start - head.end >= 2;
}

/** Steps over a mention; returns where the walk goes on, or its own start when the mention means nothing here. */
function takeMention(walk: Walk, passage: Passage, located: Located, clause: Span): number {
  const { text } = passage.scan;
  const { kind } = located.mention;
  const { start, end } = located;
  if (walk.marked !== null) {
    walk.dated = kind === "date";
    walk.group = -1;
    return end;
  }
  if (kind === "date") {
    walk.dated = true;
    if (isAttribute(text, end)) takeTheme(walk, start);
    else if (walk.theme < 0 && walk.strive < 0 && walk.forbid < 0 && !walk.phrase) {
      walk.from = walk.actor ? walk.from : end;
      walk.group = -1;
    }
    return end;
  }
  if (kind === "region" || kind === "organisation") {
    if (walk.theme < 0 && !walk.phrase && leadsOn(passage, end, clause)) {
      walk.actor = { start: walk.actor?.start ?? start, end };
      walk.group = -1;
      return end;
    }
  }
  if (kind === "quantity" && walk.theme < 0 && walk.phrase) return end;
  if (kind === "quantity") walk.loose ??= exceeded(walk, text, start);
  takeTheme(walk, start);
  return end;
}

const isAttribute = (text: string, end: number): boolean => text.charAt(end) === "的";

/** Whether what follows a name shows that it names who acts: an adverb, mood, verb, joint or the end, no noun. */
function leadsOn({ scan, mentions }: Passage, end: number, clause: Span): boolean {
  if (end >= clause.end || isAt(scan.text, end, charClass.pause)) return true;
  const next = scan.text.charAt(end);
  if ("、和与及同等市省区县".includes(next)) return true;
  if (beginsDate(mentions, end)) return true;
  const word = wordAt(scan.lexicon.undertaking.clause, scan.text, end, clause.end);
  return word !== null && word.value.part !== "noun";
}

function takeTheme(walk: Walk, at: number): void {
  walk.dated = false;
  if (walk.phrase) return;
  if (walk.theme < 0) walk.theme = at;
  walk.group = -1;
}

interface Found {
  readonly word: Word<ClauseWord>;
  readonly at: number;
  readonly clause: Span;
  readonly index: number;
}

function takeWord(walk: Walk, passage: Passage, found: Found): number {
  const { word, at } = found;
  const end = at + word.written.length;
  const { value } = word;
  switch (value.part) {
    case "verb":
      return takeVerb(walk, passage, found);
    case "mood":
      takeMood(walk, passage, { mood: value.mood, at, end, clause: found.clause });
      return end;
    case "manner":
      if (walk.group < 0) walk.group = at;
      return end;
    case "link":
      if (walk.theme < 0 && !walk.phrase && walk.marked === null) {
        walk.from = end;
        walk.group = -1;
      }
      return end;
    case "prep":
      takePrep(walk, at, word.written);
      return end;
    case "actor":
      if (walk.theme < 0 && !walk.phrase && walk.marked === null) {
        walk.actor = { start: walk.actor?.start ?? at, end };
        walk.group = -1;
      } else takeTheme(walk, at);
      return end;
    default:
      takeTheme(walk, at);
      return end;
  }
}

const background = new Set(["按照", "依照", "根据", "依据", "围绕", "针对", "随着", "以", "为", "立足", "着眼"]);

function takePrep(walk: Walk, at: number, written: string): void {
  if (walk.theme < 0 && walk.group < 0 && background.has(written)) walk.background = true;
  walk.phrase = true;
  if (walk.group < 0) walk.group = at;
}

function takeMood(
  walk: Walk,
  passage: Passage,
  { mood, at, end, clause }: { mood: Mood; at: number; end: number; clause: Span },
): void {
  const { text } = passage.scan;
  if (mood === "will" && text.charAt(at) === "将" && end === at + 1 && !isFuture(passage, end, clause)) {
    takePrep(walk, at, "将");
    return;
  }
  if (walk.phrase && mood !== "strive" && mood !== "forbid" && walk.theme >= 0) walk.phrase = false;
  if (mood === "will") walk.future = true;
  if (mood === "must") walk.must = true;
  if (mood === "done") walk.done = true;
  if (mood === "sum") walk.sum = true;
  if (mood === "doing") walk.doing = true;
  if (mood === "if") walk.supposed = true;
  if (mood === "deny") walk.denied = true;
  if (mood === "strive") walk.strive = at;
  if (mood === "forbid") walk.forbid = at;
  walk.group = mood === "strive" || mood === "forbid" ? at : end;
  if (mood === "must" || mood === "will") walk.phrase = false;
}

/** 将 before a verb, an adverb or a time is a future; before a noun it is 把. */
function isFuture({ scan, mentions }: Passage, end: number, clause: Span): boolean {
  if (wordAt(scan.lexicon.undertaking.clause, scan.text, end, clause.end)?.value.part === "noun") return false;
  if (wordAt(scan.lexicon.undertaking.clause, scan.text, end, clause.end)) return true;
  return beginsDate(mentions, end);
}

const beginsDate = (mentions: readonly Located[], at: number): boolean =>
  mentionsFrom(mentions, { start: at, end: at + 1 }).some(({ mention }) => mention.kind === "date");

function takeVerb(walk: Walk, passage: Passage, { word, at, clause, index }: Found): number {
  const { text } = passage.scan;
  const end = at + word.written.length;
  if (word.value.part !== "verb") return end;
  const next = end < clause.end ? text.charAt(end) : "";
  if (next === "的" && end + 1 < clause.end) {
    takeTheme(walk, at);
    walk.modifier = true;
    return end + 1;
  }
  if (isNoun(text, { start: at, end }, walk.theme >= 0) && !startsQuantity(passage.mentions, end, index)) {
    takeTheme(walk, at);
    return end + 1;
  }
  if (at > clause.start && "不未没".includes(text.charAt(at - 1))) walk.denied = true;
  const run = verbRun(passage, end, clause);
  if (text.charAt(run) === "的" && run > end && run + 1 < clause.end) {
    takeTheme(walk, at);
    walk.modifier = true;
    return run + 1;
  }
  const theme = walk.theme < 0 ? null : { start: walk.theme, end: walk.group < 0 ? at : walk.group };
  const marked = walk.group >= 0 || word.written.length >= 4 || (walk.dated && walk.theme >= 0);
  const body = theme !== null && namesBody(text, theme);
  const predicate: Predicate = {
    start: at,
    end: run,
    class: word.value.class,
    strength: word.value.strength,
    group: walk.group < 0 ? at : walk.group,
    theme,
    body,
    actor: walk.actor,
    marked,
    counts: isCounted(passage.mentions, run, index),
  };
  if (walk.marked !== null && overrides(walk, text, predicate, clause)) {
    walk.marked = { ...predicate, theme: { start: walk.from, end: predicate.group } };
    return run;
  }
  if (theme === null || marked || body) {
    if (walk.marked === null || walk.marked.theme !== null) walk.marked = predicate;
    walk.phrase = false;
    return run;
  }
  if (isBetter(predicate, walk.loose, clause)) walk.loose = predicate;
  return run;
}

/** Of verbs inside a theme: one that counts, then an outcome, then the last. */
function isBetter(verb: Predicate, than: Predicate | null, clause: Span): boolean {
  if (!than) return true;
  const [own, other] = [rank(verb, clause), rank(than, clause)];
  return own > other || (own === other && verb.class !== "act");
}

const rank = (verb: Predicate, clause: Span): number =>
  (verb.counts ? 4 : 0) + (verb.class === "result" ? 2 : 0) + (verb.end >= clause.end ? 1 : 0);
