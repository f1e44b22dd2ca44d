import { wordAt } from "../../mention/word-table.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";
import { isMeasure } from "./counted.ts";
import type { Figure } from "./figure.ts";
import type { Period } from "./period.ts";

/** How long the noun and verb behind a count may be. */
const NOUN = 120;

/** How far before its clause a time may open the span of a figure. */
const NEAR = 40;

/**
 * 起讫. Span of an observed figure: from its time or subject to the figure; through the noun and verb behind a count that
 * stands before them (17家医院同河北20家医院结成合作关系). Figures divided by 、 have each its own.
 */
export function extentOf(figure: Figure, period: Period, named: boolean): Span {
  return { start: startOf(figure, period, named), end: endOf(figure) };
}

function startOf({ passage, quantity, clause, previous, topic }: Figure, { date }: Period, named: boolean): number {
  const { text, sentence } = passage.scan;
  const divided = previous && previous.end > clause.start ? dividerAfter(text, previous.end, quantity.start) : -1;
  if (divided >= 0) return named ? divided + 1 : Math.max(clause.start, listStart(text, divided, clause.start));
  const opened = topic && (!named || compares(text, topic)) ? topic.start : clause.start;
  const free = previous === null || date === null || previous.end <= date.start || previous.start >= clause.start;
  const start =
    date && free && date.start < opened && isNear(passage, date, opened) && date.start >= sentence.start
      ? date.start
      : opened;
  return afterMarks(text, start, quantity.start);
}

/** 与2015年相比，能耗下降16%: a clause of comparison opens the span. */
const compares = (text: string, { start, end }: Span): boolean =>
  "与同较比".includes(text.charAt(start)) && text.startsWith("相比", end - 2);

/** The first 、 between two figures of a clause; -1 when they share their words. */
function dividerAfter(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (text.charAt(at) === "、") return at;
  return -1;
}

/** 1047笔、7766万元: a figure without words of its own shares those of the figure before. */
function listStart(text: string, divider: number, clauseStart: number): number {
  let at = divider - 1;
  while (at > clauseStart && text.charAt(at) !== "、") at -= 1;
  return text.charAt(at) === "、" ? at + 1 : clauseStart;
}

/** Whether a time stands close before a clause, with no happening of its own between them. */
function isNear({ scan: { text, lexicon } }: Figure["passage"], date: Span, clauseStart: number): boolean {
  if (date.start < clauseStart - NEAR) return false;
  for (let at = date.end; at < clauseStart; at += 1) {
    if ("；;。".includes(text.charAt(at)) || wordAt(lexicon.eventVerbs, text, at, clauseStart)) return false;
  }
  return true;
}

/** List marks and blanks before the words: （一）, 1. */
function afterMarks(text: string, start: number, limit: number): number {
  const mark = /^(?:\s|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳●◆■•])+/u.exec(
    text.slice(start, start + 10),
  );
  return mark && start + mark[0].length < limit ? start + mark[0].length : start;
}

function endOf({ passage, quantity, clause, next }: Figure): number {
  const { text } = passage.scan;
  if (quantity.mention.role === "from" && next?.mention.role === "to" && next.end <= clause.end) return next.end;
  if (isMeasure(quantity.mention.unit) || quantity.mention.role === "amount") return quantity.end;
  if (!isAt(text, quantity.end, charClass.han)) return quantity.end;
  return nounEnd(passage.scan, quantity.end, {
    clauseEnd: Math.min(clause.end, quantity.end + NOUN),
    next: next && next.start < clause.end ? next.start : -1,
  });
}

function nounEnd(
  { text, pairs }: Figure["passage"]["scan"],
  from: number,
  { clauseEnd, next }: { readonly clauseEnd: number; readonly next: number },
): number {
  for (let at = from; at < clauseEnd; at += 1) {
    if (isAt(text, at, charClass.opener)) at = Math.max(at, Math.min(closerAt(pairs, at), clauseEnd));
    else if (text.charAt(at) === "、" && at < next) return at;
  }
  return clauseEnd;
}
