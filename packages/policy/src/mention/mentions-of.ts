import type { Mention } from "../records/mention.ts";
import { charClass, classOf } from "../text/char-class.ts";
import { pairsIn } from "../text/pairs.ts";
import type { Paragraph } from "../text/repair.ts";
import { sentencesOf } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { viewAsWritten } from "../text/view.ts";
import { dayPoint } from "./day-point.ts";
import { documentMemory } from "./document-memory.ts";
import { enterParagraph, initialState } from "./document-state.ts";
import type { Lexicon } from "./lexicon.ts";
import { readMentions, triggersFor } from "./read-mentions.ts";
import type { Scan } from "./scan.ts";

/** 提及读法. The lexicon to read with, the kinds wanted (all where none is named), the day of the text when it is known. */
export interface MentionOptions {
  readonly lexicon: Lexicon;
  readonly kinds?: readonly Mention["kind"][];
  readonly date?: string | undefined;
}

/**
 * 取提及. Mentions in a text as it stands, in text order: each physical line is a paragraph, nothing is repaired, no outline
 * and no card is read. For clean text and for callers that want nothing else; broken lines and headings are the business
 * of `readText`. Addresses count the lines that are not blank. Never throws; linear; an empty text gives an empty list.
 * @example mentionsOf("2025年投资12亿元。", { lexicon, kinds: ["quantity"] })[0]?.text // "12亿元"
 */
export function mentionsOf(text: string, { lexicon, kinds, date }: MentionOptions): readonly Mention[] {
  const view = viewAsWritten(text);
  const triggers = triggersFor(lexicon, kinds);
  const reach = new Int32Array(text.length);
  const memory = documentMemory();
  const found: Mention[] = [];
  let state = initialState(dayPoint(date ?? null));
  for (let from = 0, index = 0; from < text.length; index += 1) {
    const span = lineFrom(view.folded, from);
    const paragraph: Paragraph = { ...span, kind: "prose", level: 0, marker: null, row: null };
    const pairs = pairsIn(view.folded, paragraph, reach);
    state = enterParagraph(state, { index, calendar: state.calendar, opens: false, level: null });
    for (const [ordinal, sentence] of sentencesOf(view.folded, paragraph, pairs).entries()) {
      const address = `p${index + 1}.s${ordinal + 1}`;
      const scan: Scan = { view, text: view.folded, sentence, address, paragraph, pairs, lexicon, memory, trace: null };
      const read = readMentions(scan, triggers, state);
      state = read.state;
      for (const { mention } of read.mentions) found.push(mention);
    }
    from = span.end;
  }
  return found;
}

/** The next line that is not blank, without the line breaks and blanks before it. */
function lineFrom(text: string, from: number): Span {
  let start = from;
  while (start < text.length && classOf(text.charCodeAt(start)) & (charClass.lineBreak | charClass.space)) start += 1;
  let end = start;
  while (end < text.length && !(classOf(text.charCodeAt(end)) & charClass.lineBreak)) end += 1;
  return { start, end };
}
