import type { QuantityMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import type { Scan } from "./scan.ts";
import { wordAt, wordBefore } from "./word-table.ts";

type Direction = Pick<QuantityMention, "polarity" | "role">;
const NONE: Direction = { polarity: "none", role: null };

/** How far before and after a number its verb is looked for. */
const REACH = 14;

/**
 * 升降. Direction of the verb that governs a number: 下降15.2% is the amount of a fall, 降至37微克 the result of one; the
 * first number of 从45.1%上升到77.5% is where a rise begins. `none` with a null role when no such verb is near.
 */
export function directionOf(scan: Scan, number: Span): Direction {
  const { lexicon, text, sentence } = scan;
  const verb = wordBefore(lexicon.changes, text, skipAdverbs(text, number.start), sentence.start);
  if (verb) return { polarity: verb.value.direction, role: verb.value.role };
  const beyond = beforeDate(text, number.start);
  const dated = beyond < number.start ? wordBefore(lexicon.changes, text, beyond, sentence.start) : null;
  if (dated?.value.role === "to") return { polarity: dated.value.direction, role: "to" };
  return fromDirection(scan, number) ?? NONE;
}

/** 了, 超过 and the like between the verb and the number. */
function skipAdverbs(text: string, at: number): number {
  let end = at;
  while (end > 0 && "了约近超".includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** 上升到2022年的77.5%: where a date between the verb and the number begins; the number's own start when there is none. */
function beforeDate(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && "0123456789年月日的底末初".includes(text.charAt(start - 1))) start -= 1;
  return start;
}

function fromDirection({ lexicon, text, sentence }: Scan, number: Span): Direction | null {
  if (!hasFrom(text, number, sentence.start)) return null;
  const limit = Math.min(sentence.end, number.end + REACH);
  for (let at = number.end; at < limit && !isAt(text, at, charClass.terminal | charClass.pause); at += 1) {
    const verb = wordAt(lexicon.changes, text, at, sentence.end);
    if (verb) return verb.value.role === "to" ? { polarity: verb.value.direction, role: "from" } : null;
  }
  return null;
}

function hasFrom(text: string, number: Span, limit: number): boolean {
  for (let at = number.start - 1; at >= Math.max(limit, number.start - REACH); at -= 1) {
    if (isAt(text, at, charClass.terminal | charClass.pause)) return false;
    if (text.charAt(at) === "从" || text.charAt(at) === "由") return true;
  }
  return false;
}
