import { charClass, classOf } from "./char-class.ts";
import { closerAt, type Pairs } from "./pairs.ts";
import type { Span } from "./span.ts";

/** A quotation longer than this is a speech of its own and is split inside. */
const LONGEST_QUOTATION = 120;

/**
 * 分句. Ranges of the sentences of a paragraph, in order, covering all of it but surrounding spaces. A sentence ends at
 * 。！？ with the closing marks after it; inside 《》 and （） never, inside a quotation only when that is long.
 */
export function sentencesOf(text: string, paragraph: Span, pairs: Pairs): readonly Span[] {
  const found: Span[] = [];
  let start = paragraph.start;
  let shelteredUntil = -1;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & charClass.opener) shelteredUntil = Math.max(shelteredUntil, shelterEnd(text, at, pairs));
    const speech = at === shelteredUntil && endsSpeech(text, at, paragraph.end);
    if (!speech && (!(bits & charClass.terminal) || at < shelteredUntil)) continue;
    const end = afterClosers(text, at + 1, paragraph.end);
    push(found, trimmed(text, { start, end }));
    start = end;
    at = end - 1;
  }
  push(found, trimmed(text, { start, end: paragraph.end }));
  return found;
}

function push(found: Span[], span: Span): void {
  if (span.end > span.start) found.push(span);
}

/** Position up to which the mark that opens at `at` keeps sentences whole; -1 when it does not. */
function shelterEnd(text: string, at: number, pairs: Pairs): number {
  const closer = closerAt(pairs, at);
  if (closer < 0) return -1;
  return !"“「『".includes(text.charAt(at)) || closer - at <= LONGEST_QUOTATION ? closer : -1;
}

/** “……。” with nothing said after it closes its sentence; with 某人说 after it the sentence goes on. */
function endsSpeech(text: string, closer: number, end: number): boolean {
  if (!(classOf(text.charCodeAt(closer - 1)) & charClass.terminal)) return false;
  const next = text.charAt(closer + 1);
  return closer + 1 >= end || next === " " || next === "“";
}

function afterClosers(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && classOf(text.charCodeAt(end)) & (charClass.closer | charClass.terminal)) end += 1;
  return end;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && classOf(text.charCodeAt(start)) & charClass.space) start += 1;
  while (end > start && classOf(text.charCodeAt(end - 1)) & charClass.space) end -= 1;
  return { start, end };
}
