import type { Passage } from "../../mention/passages.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import { outlineMark } from "../../text/outline-marks.ts";
import { lastIndexWithin } from "../../text/search.ts";
import type { Span } from "../../text/span.ts";
import type { ReadingMatter } from "../reading-matter.ts";
import { assigns } from "./assignment.ts";
import { type CutClause, cutClauses } from "./clause-cut.ts";
import { readClause } from "./predicate.ts";
import type { ClauseReading } from "./predicate-record.ts";
import type { Setting } from "./setting.ts";

/** 小句. A clause of a sentence as cut and as read. */
export interface Clause extends ClauseReading {
  readonly cut: CutClause;
}

/** 句境. A sentence with its clauses in the section it stands in; `heads`: it opens a paragraph that goes on. */
export interface SentenceContext {
  readonly passage: Passage;
  readonly setting: Setting;
  readonly clauses: readonly Clause[];
  readonly matter: ReadingMatter;
  readonly heads: boolean;
}

/** 逐小句. Clauses of a sentence, read, without its number or list word (一是); none for a sentence without words. */
export function clauseReadings(passage: Passage): readonly Clause[] {
  const { sentence } = passage.scan;
  const start = bodyStart(passage);
  if (start >= sentence.end) return [];
  let next = 0;
  return cutClauses(passage, { start, end: sentence.end }).map((cut) => {
    while (next < passage.mentions.length && (passage.mentions[next]?.start ?? 0) < cut.start) next += 1;
    return { ...readClause(passage, cut, next), cut };
  });
}

// 1. 推进…   （二）建设…   一是加快…   第三条 …   ——…
const listWord =
  /^(?:第?[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，,、]|首先|其次|再次|最后|—+|-+|[·•●■◆▪])/u;

const listFirsts = new Set(Array.from("第一二三四五六七八九十首其再最—-·•●■◆▪", (first) => first.charCodeAt(0)));

/** 2．补植…: an item that the page put into the paragraph before it. */
const itemMark = /^\d{1,2}[.．、](?!\d)/u;

/** Where a sentence goes on after the bracket that assigns the item before it. */
function afterAssignment({ text, sentence, pairs }: Passage["scan"]): number {
  const opener = text.charAt(sentence.start);
  if (opener !== "（" && opener !== "(") return sentence.start;
  const closer = closerAt(pairs, sentence.start);
  if (closer < 0 || closer >= sentence.end || !assigns(text.slice(sentence.start, closer + 1))) return sentence.start;
  let start = closer + 1;
  while (start < sentence.end && isAt(text, start, charClass.space | charClass.terminal)) start += 1;
  return start;
}

function bodyStart({ scan, opens }: Passage): number {
  const { text, sentence } = scan;
  let start = afterAssignment(scan);
  if (
    opens ||
    start > sentence.start ||
    (isAt(text, start, charClass.digit) && itemMark.test(text.slice(start, start + 4)))
  ) {
    const mark = outlineMark(text.slice(start, Math.min(start + 16, sentence.end)));
    if (mark) start += mark.length;
  }
  while (start < sentence.end && " \t\u3000".includes(text.charAt(start))) start += 1;
  if (!listFirsts.has(text.charCodeAt(start))) return start;
  const word = listWord.exec(text.slice(start, Math.min(start + 8, sentence.end)));
  return word ? start + word[0].length : start;
}

/** 有标. Whether the sentence begins with a number or list word. */
export function isNumbered(passage: Passage): boolean {
  return bodyStart(passage) > passage.scan.sentence.start;
}

/** 收尾. A range without the pauses, spaces and closing marks at its end. */
export function trimmedEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && "，,、；;。.！!？?：: \t\u3000”’".includes(text.charAt(at - 1))) {
    if ("”’".includes(text.charAt(at - 1)) && opensWithin(text, start, at - 1)) break;
    at -= 1;
  }
  return at;
}

function opensWithin(text: string, start: number, closer: number): boolean {
  const opener = text.charAt(closer) === "”" ? "“" : "‘";
  return lastIndexWithin(text, opener, { start, end: closer }) >= 0;
}
