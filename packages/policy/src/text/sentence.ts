import { charClass, classOf, isAt } from "./char-class.ts";
import { closerAt, type Pairs } from "./pairs.ts";
import type { Span } from "./span.ts";

/** A quotation longer than this is a speech of its own and is split inside; a bracket a passage of its own. */
const LONGEST_QUOTATION = 120;
const LONGEST_BRACKET = 300;
/** A longer stretch without a stop is a list or damage. It is cut, so that whatever is asked of a sentence stays cheap. */
const LONGEST_SENTENCE = 1200;

/**
 * 分句. Ranges of the sentences of a paragraph, in order, covering all of it but surrounding spaces. A sentence ends at
 * 。！？ with the closing marks and the number of a footnote after it, at …… before the end or the next quotation, and at a
 * full point between words; inside 《》 never, inside （） and a quotation only when that is long. A semicolon ends none,
 * but for stretches of more than 1,200 characters, which are cut after the last semicolon or comma that fits.
 */
export function sentencesOf(text: string, paragraph: Span, pairs: Pairs): readonly Span[] {
  const found: Span[] = [];
  let start = paragraph.start;
  let shelteredUntil = -1;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const bits = classOf(text.charCodeAt(at));
    if (!(bits & marks) && text.charCodeAt(at) !== FULL_POINT) continue;
    if (bits & charClass.opener) shelteredUntil = Math.max(shelteredUntil, shelterEnd(text, at, pairs));
    const speech = at === shelteredUntil && endsSpeech(text, at, paragraph.end);
    if (!speech && (at < shelteredUntil || !endsAt(text, at, { start, end: paragraph.end }))) continue;
    const end = afterNote(text, afterClosers(text, at + 1, paragraph.end), paragraph.end);
    push(found, text, { start, end }, pairs);
    start = end;
    at = end - 1;
  }
  push(found, text, { start, end: paragraph.end }, pairs);
  return found;
}

function push(found: Span[], text: string, range: Span, pairs: Pairs): void {
  let span = trimmed(text, range);
  while (span.end - span.start > LONGEST_SENTENCE) {
    const end = outside(pairs, cutIn(text, span.start));
    found.push(trimmed(text, { start: span.start, end }));
    span = trimmed(text, { start: end, end: span.end });
  }
  if (span.end > span.start) found.push(span);
}

/** How far back the mark may stand that a cut would fall behind. */
const LONGEST_NAME = 400;

/** A cut before the brackets or quotation marks, not too long, that it would fall into. */
function outside(pairs: Pairs, end: number): number {
  for (let at = end - LONGEST_NAME; at < end; at += 1) if (closerAt(pairs, at) >= end) return at;
  return end;
}

/** Where a sentence that is too long is cut: after the last semicolon of the stretch that may stand, else the last comma. */
function cutIn(text: string, start: number): number {
  const limit = start + LONGEST_SENTENCE;
  for (const stops of ["；;", "，,、"])
    for (let at = limit - 1; at > start + LONGEST_SENTENCE / 2; at -= 1)
      if (stops.includes(text.charAt(at))) return at + 1;
  return (text.charCodeAt(limit) & 0xfc00) === 0xdc00 ? limit - 1 : limit; // never between the halves of a character
}

/** Classes of all characters that open, close or end something; a full point is in none of them. */
const marks = charClass.opener | charClass.closer | charClass.terminal | charClass.thought;
const FULL_POINT = 46;

/** Whether the character at `at` ends the sentence that `within` begins with. */
function endsAt(text: string, at: number, within: Span): boolean {
  const character = text.charAt(at);
  if (character === "?" || character === "!") return !isAt(text, at + 1, charClass.latin | charClass.digit);
  if (isAt(text, at, charClass.terminal)) return true;
  if (character === "…") return endsEllipsis(text, at, within.end);
  return character === "." && endsWord(text, at, within);
}

// 已经投产……      “先行”……“先试”      near miss: 铁路……公路都已通车
//       ^^              ^^
function endsEllipsis(text: string, at: number, end: number): boolean {
  if (text.charAt(at - 1) !== "…" || text.charAt(at + 1) === "…") return false;
  const after = afterClosers(text, at + 1, end);
  return after >= end || "“ ".includes(text.charAt(after));
}

// 任务已完成.下一步      the works end here. The plan      near miss: 三.保障   3.5   Mr. Wang   J.K.
//           ^                             ^
function endsWord(text: string, at: number, { start, end }: Span): boolean {
  const next = text.charAt(at + 1);
  if (isAt(text, at - 1, charClass.han))
    return at - start >= 4 && (at + 1 >= end || isAt(text, at + 1, charClass.han | charClass.space));
  return next === " " && isWordBefore(text, at, start) && /[A-Z\p{Script=Han}]/u.test(text.charAt(at + 2));
}

/** A word of at least four small letters: shorter ones may be abbreviations. */
const isWordBefore = (text: string, at: number, start: number): boolean =>
  at - start >= 4 && /^[a-z]{4}$/u.test(text.slice(at - 4, at));

/** Position up to which the mark that opens at `at` keeps sentences whole; -1 when it does not. */
function shelterEnd(text: string, at: number, pairs: Pairs): number {
  const closer = closerAt(pairs, at);
  if (closer < 0) return -1;
  const opener = text.charAt(at);
  if ("《〈".includes(opener)) return closer;
  return closer - at <= ("“‘「『".includes(opener) ? LONGEST_QUOTATION : LONGEST_BRACKET) ? closer : -1;
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

// 会议强调。[3]下一步      二○一九年。②      near miss: 完成。[摘自公报]
//          ^^^                      ^
const note = /^(?:\[\d{1,3}(?:[-,]\d{1,3})*\]|[①-⑳])+/u;

function afterNote(text: string, from: number, limit: number): number {
  const found = "[①②③④⑤⑥⑦⑧⑨⑩".includes(text.charAt(from) || " ")
    ? note.exec(text.slice(from, Math.min(limit, from + 24)))
    : null;
  return from + (found?.[0].length ?? 0);
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && classOf(text.charCodeAt(start)) & charClass.space) start += 1;
  while (end > start && classOf(text.charCodeAt(end - 1)) & charClass.space) end -= 1;
  return { start, end };
}
