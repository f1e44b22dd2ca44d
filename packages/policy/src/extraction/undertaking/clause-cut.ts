import type { Passage } from "../../mention/passages.ts";
import { charClass, classOf } from "../../text/char-class.ts";
import { closerAt } from "../../text/pairs.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";

/** 切出的小句. `after` is the mark that ends the clause, 0 at the end of the range; `spoken` when it stands in quoted speech. */
export interface CutClause extends Span {
  readonly after: number;
  readonly spoken: boolean;
  /** It follows another thing with a number of its own after 、 and shares its verb. */
  readonly enumerated: boolean;
}

const SEMICOLON = "；".charCodeAt(0);
const COLON = "：".charCodeAt(0);
const ENUMERATION = "、".charCodeAt(0);

/** 分号、冒号. Whether a mark is one of them, in either width. */
export const isSemicolon = (code: number): boolean => code === SEMICOLON || code === 0x3b;
export const isColon = (code: number): boolean => code === COLON || code === 0x3a;

/**
 * 切小句. Ranges between the pauses of a range, in order. Brackets and quoted names are stepped over; a quotation that opens
 * its clause and holds a pause is speech, and is cut inside. Linear.
 */
export function cutClauses(passage: Passage, within: Span): readonly CutClause[] {
  const { text, pairs } = passage.scan;
  const found: CutClause[] = [];
  let start = within.start;
  let spokenUntil = -1;
  let at = within.start;
  const close = (end: number, after: number): void => {
    const from = Math.min(end, start);
    if (end > from)
      pushCounted(passage, found, { start: from, end, after, spoken: end <= spokenUntil, enumerated: false });
  };
  while (at < within.end) {
    const bits = classOf(text.charCodeAt(at));
    if (at === spokenUntil) {
      close(at, 0);
      start = at + 1;
    } else if (bits & charClass.opener) {
      const closer = closerAt(pairs, at);
      const speaks = at === start && isQuotation(text.charCodeAt(at)) && (closer < 0 || holdsPause(text, at, closer));
      if (speaks) {
        spokenUntil = closer < 0 ? within.end : closer;
        start = at + 1;
      } else if (closer > at) at = Math.min(closer, within.end - 1);
    } else if (bits & (charClass.pause | charClass.terminal) && text.charCodeAt(at) !== ENUMERATION) {
      close(at, text.charCodeAt(at));
      start = at + 1;
    }
    at += 1;
  }
  close(within.end, 0);
  return found;
}

/** 市场112家、物流中心15个: things joined by 、 that have numbers of their own are clauses of their own. */
function pushCounted({ scan, mentions }: Passage, found: CutClause[], clause: CutClause): void {
  let start = clause.start;
  let counted = -1;
  for (const { mention, start: from, end } of mentionsFrom(mentions, clause)) {
    if (from >= clause.end) break;
    if (from < start || end > clause.end || mention.kind !== "quantity") continue;
    const own = counted >= 0 && from - counted - 1 >= 2 && scan.text.charCodeAt(counted) === ENUMERATION;
    if (own && (end === clause.end || scan.text.charCodeAt(end) === ENUMERATION)) {
      found.push({ ...clause, start, end: counted, after: ENUMERATION, enumerated: start > clause.start });
      start = counted + 1;
    }
    counted = end;
  }
  found.push({ ...clause, start, enumerated: start > clause.start });
}

const isQuotation = (code: number): boolean => code === 0x201c || code === 0x2018 || code === 0x300c || code === 0x22;

/** How far a quotation is looked into for a pause; longer ones are speech. */
const LOOK = 60;

function holdsPause(text: string, from: number, closer: number): boolean {
  if (closer - from > LOOK) return true;
  for (let at = from + 1; at < closer; at += 1) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & (charClass.pause | charClass.terminal) && text.charCodeAt(at) !== ENUMERATION) return true;
  }
  return false;
}
