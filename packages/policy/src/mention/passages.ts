import type { Sentence } from "../records/document-text.ts";
import type { Standing } from "../text/outline.ts";
import { pairsIn } from "../text/pairs.ts";
import type { Repaired } from "../text/repair.ts";
import { rowSentencesOf } from "../text/row-sentence.ts";
import { sentencesOf } from "../text/sentence.ts";
import { documentMemory } from "./document-memory.ts";
import { enterParagraph, initialState, type Point } from "./document-state.ts";
import type { Lexicon } from "./lexicon.ts";
import { readMentions, triggersFor } from "./read-mentions.ts";
import type { Located, Scan, Trace } from "./scan.ts";
import { sentenceWriter } from "./sentence-record.ts";
import { spokenYear } from "./spoken-year.ts";

/**
 * 读过的句. A sentence with all that was found in it, as the kinds of reading see it: `scan` for its words (offsets in the
 * view), `mentions` in text order, `opens` when it is the first of its paragraph.
 */
export interface Passage {
  readonly sentence: Sentence;
  readonly scan: Scan;
  readonly mentions: readonly Located[];
  readonly opens: boolean;
}

/** What a document is read with: its own day, as far as known, the lexicon, and what hears of spans that were left. */
export interface Setting {
  readonly day: Point | null;
  readonly lexicon: Lexicon;
  readonly trace?: Trace | null;
}

/**
 * 通读. Reads a document from top to bottom: sentences in order, each with its mentions, read in the state that those
 * before it left. Contents pages and furniture are addressed but not searched. An empty document gives an empty list.
 */
export function passagesOf(repaired: Repaired, outline: readonly Standing[], setting: Setting): readonly Passage[] {
  const { view, paragraphs } = repaired;
  const triggers = triggersFor(setting.lexicon);
  const write = sentenceWriter(repaired);
  const passages: Passage[] = [];
  const memory = documentMemory();
  const trace = setting.trace ?? null;
  const reach = new Int32Array(view.folded.length);
  let state = initialState(setting.day ?? spokenYear(view.folded));
  for (const [index, paragraph] of paragraphs.entries()) {
    const { headings, calendar } = outline[index] ?? { headings: [], calendar: state.calendar };
    state = enterParagraph(state, {
      index,
      calendar,
      opens: paragraph.kind === "entry" || paragraph.kind === "heading",
      level: paragraph.kind === "heading" ? paragraph.level : null,
    });
    const pairs = pairsIn(view.folded, paragraph, reach);
    const place = { index, ordinal: 0, headings: [...headings] };
    const inParagraph = `p${index + 1}.s`;
    const spans =
      paragraph.kind === "row" ? rowSentencesOf(view, paragraph, pairs) : sentencesOf(view.folded, paragraph, pairs);
    for (const [ordinal, span] of spans.entries()) {
      const address = `${inParagraph}${ordinal + 1}`;
      const scan: Scan = {
        view,
        text: view.folded,
        sentence: span,
        address,
        paragraph,
        pairs,
        lexicon: setting.lexicon,
        memory,
        trace,
      };
      const read = isSearched(paragraph.kind) ? readMentions(scan, triggers, state) : { mentions: [], state };
      state = read.state;
      const sentence = write(scan, { ...place, ordinal });
      passages.push({ sentence, scan, mentions: read.mentions, opens: ordinal === 0 });
    }
  }
  return passages;
}

const isSearched = (kind: Sentence["kind"]): boolean => kind !== "contents" && kind !== "furniture";
