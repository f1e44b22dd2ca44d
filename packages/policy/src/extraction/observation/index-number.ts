import type { QuantityMention } from "../../records/mention.ts";
import type { Passage } from "../../mention/passages.ts";
import { type Located, spot } from "../../mention/scan.ts";
import { mentionsFrom } from "../reading-matter.ts";
import { charClass, isAt } from "../../text/char-class.ts";

/** How far after 指数 its number may stand. */
const REACH = 14;

/**
 * 指数之值. Numbers without a unit that an index, a coefficient or a ratio has: 价格指数为102.3, 收入比为2.4. Mentions of
 * quantities need a unit; these are figures all the same. Nothing where another mention covers the digits.
 */
export function indexNumbers(passage: Passage): readonly Located<QuantityMention>[] {
  const { text, sentence } = passage.scan;
  const found: Located<QuantityMention>[] = [];
  for (let at = sentence.start; at < sentence.end - 2; at += 1) {
    if (!isIndexWord(text, at)) continue;
    const number = numberAfter(passage, at + 2);
    if (!number) continue;
    found.push(number);
    const result = resultAfter(passage, number.end);
    if (result) found.push(result);
    at = (result ?? number).end - 1;
  }
  return found;
}

function isIndexWord(text: string, at: number): boolean {
  const first = text.charAt(at);
  if (first === "指" || first === "系") return text.charAt(at + 1) === "数";
  if (first === "比") return text.charAt(at + 1) === "值" || "入之".includes(text.charAt(at - 1) || " ");
  return false;
}

// 指数为102.3      指数由101.2升至103.4 (the first is read)      near miss: 指数500强    指数下降2.1%
function numberAfter(passage: Passage, from: number): Located<QuantityMention> | null {
  const { text, sentence } = passage.scan;
  let start = from;
  while (start < sentence.end && start - from < REACH && !isAt(text, start, charClass.digit)) {
    if (isAt(text, start, charClass.pause | charClass.terminal)) return null;
    start += 1;
  }
  if (start - from >= REACH || !"为是达到至了约值的数:由从于".includes(text.charAt(start - 1))) return null;
  let end = start;
  while (end < sentence.end && (isAt(text, end, charClass.digit) || (text.charAt(end) === "." && end > start)))
    end += 1;
  if (end === start || isTaken(passage, start, end)) return null;
  const after = end < sentence.end ? text.charAt(end) : "";
  if (after !== "" && !"，,。；;、)）升降上下提回增减和:∶（(比较高低".includes(after)) return null;
  const value = Number(text.slice(start, end));
  if (!Number.isFinite(value)) return null;
  return { start, end, mention: indexMention(passage, { start, end, value }) };
}

/** 收入比由2.03缩小到1.98: the second of two. */
function resultAfter(passage: Passage, from: number): Located<QuantityMention> | null {
  const { text, sentence } = passage.scan;
  for (let at = from; at < Math.min(sentence.end, from + 6); at += 1) {
    if (isAt(text, at, charClass.pause | charClass.terminal)) return null;
    if ("到至为".includes(text.charAt(at))) return numberAfter(passage, at + 1);
  }
  return null;
}

const isTaken = ({ mentions }: Passage, start: number, end: number): boolean =>
  mentionsFrom(mentions, { start: start - 40, end }).some(
    (other) => start < other.end && other.mention.kind !== "organisation",
  );

function indexMention(
  passage: Passage,
  { start, end, value }: { readonly start: number; readonly end: number; readonly value: number },
): QuantityMention {
  return {
    kind: "quantity",
    ...spot(passage.scan, { start, end }),
    recogniser: "index-number",
    certainty: "stated",
    leansOn: [],
    value,
    low: null,
    high: null,
    unit: null,
    comparator: "=",
    polarity: "none",
    role: null,
  };
}
