import type { TextSpan } from "../records/document-text.ts";
import type { DateMention, Mention, QuantityMention, TitleMention } from "../records/mention.ts";
import type { Passage } from "../mention/passages.ts";
import { type Located, spot } from "../mention/scan.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { closerAt } from "../text/pairs.ts";
import type { Span } from "../text/span.ts";

/** 读物. A whole document as the kinds of reading see it. `day` is the document's own day, null when unknown. */
export interface ReadingMatter {
  readonly passages: readonly Passage[];
  readonly day: string | null;
  /** Code of the region that 本市 and 全市 mean; null when the document does not show it. */
  readonly home: string | null;
  /** Title of the document as its head writes it; null when it has none. */
  readonly title: string | null;
}

/** 时间们. Dates of a passage in text order. */
export function datesOf({ mentions }: Passage): readonly Located<DateMention>[] {
  return mentions.filter((located): located is Located<DateMention> => located.mention.kind === "date");
}

/** 数量们. Quantities of a passage in text order. */
export function quantitiesOf({ mentions }: Passage): readonly Located<QuantityMention>[] {
  return mentions.filter((located): located is Located<QuantityMention> => located.mention.kind === "quantity");
}

/** 所及. Mentions that begin in a range of the view, in text order; found by halving, so long sentences cost no more. */
export function mentionsFrom<M extends Located>(mentions: readonly M[], { start, end }: Span): readonly M[] {
  return mentions.slice(firstAt(mentions, start), firstAt(mentions, end));
}

/** Index of the first mention that begins at or after a position. */
function firstAt(mentions: readonly Span[], position: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? position) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 一类提及. Mentions of one kind that lie within a range of the view. */
export function mentionsIn(passage: Passage, kind: Mention["kind"], within: Span): readonly Located[] {
  return mentionsFrom(passage.mentions, within).filter(
    ({ mention, end }) => mention.kind === kind && end <= within.end,
  );
}

/** 小句. Ranges between the commas, semicolons and colons of a range, those inside brackets and quotations not counted. */
export function clausesOf({ scan }: Passage, within: Span): readonly Span[] {
  const found: Span[] = [];
  let start = within.start;
  for (let at = within.start; at < within.end; at += 1) {
    if (isAt(scan.text, at, charClass.opener)) at = Math.max(at, Math.min(closerAt(scan.pairs, at), within.end - 1));
    else if (isAt(scan.text, at, charClass.pause | charClass.terminal) && scan.text.charAt(at) !== "、") {
      if (at > start) found.push({ start, end: at });
      start = at + 1;
    }
  }
  if (start < within.end) found.push({ start, end: within.end });
  return found;
}

/** 读出之据. Range of the view as a span of the records. */
export function spanOf({ scan }: Passage, span: Span): TextSpan {
  return spot(scan, span);
}

/** 名称们. Names of a passage in text order, of one class or of every class. */
export function titlesOf({ mentions }: Passage, of?: TitleMention["class"]): readonly Located<TitleMention>[] {
  return mentions.filter(
    (located): located is Located<TitleMention> =>
      located.mention.kind === "title" && (of === undefined || located.mention.class === of),
  );
}

/** 可读. Whether a passage tells something: no heading, contents page, furniture, caption, side piece or comment. */
export function isRead({ sentence }: Passage): boolean {
  return sentence.kind === "prose" || sentence.kind === "entry" || sentence.kind === "row";
}
