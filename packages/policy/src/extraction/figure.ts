import type { DateMention, QuantityMention } from "../records/mention.ts";
import type { Located } from "../mention/scan.ts";
import { wordAt } from "../mention/word-table.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "../mention/passages.ts";
import { clausesOf, datesOf, quantitiesOf } from "./reading-matter.ts";

/**
 * 数字. A quantity in its clause, with the quantity before it and the dates of its sentence. The clause is cut to a bounded
 * length before the quantity: damaged text has clauses without end, and reading must stay linear.
 */
export interface Figure {
  readonly passage: Passage;
  readonly quantity: Located<QuantityMention>;
  readonly clause: Span;
  readonly previous: Located<QuantityMention> | null;
  readonly quantities: readonly Located<QuantityMention>[];
  readonly dates: readonly Located<DateMention>[];
}

/** How far before a figure its words are looked for: more than any clause of the genre. */
export const FIGURE_REACH = 160;

/** 句中数字. Quantities of a sentence up to where it begins to plan, each in its clause; none is an empty list. */
export function figuresOf(passage: Passage): readonly Figure[] {
  const quantities = quantitiesOf(passage);
  if (quantities.length === 0) return [];
  const dates = datesOf(passage);
  const planned = plannedFrom(passage, dates);
  const clauses = clausesOf(passage, passage.scan.sentence);
  const figures: Figure[] = [];
  let at = 0;
  for (const [index, quantity] of quantities.entries()) {
    if (quantity.start >= planned) break;
    while (at < clauses.length - 1 && (clauses[at]?.end ?? 0) < quantity.end) at += 1;
    const clause = clauses[at];
    if (!clause || quantity.start < clause.start || quantity.end > clause.end) continue;
    const previous = quantities[index - 1] ?? null;
    figures.push({
      passage,
      quantity,
      previous,
      quantities,
      dates,
      clause: { start: nearStart(quantity, clause, previous), end: clause.end },
    });
  }
  return figures;
}

/** Where the words of a figure begin: with its clause, or in an endless clause after the figure before. */
function nearStart(quantity: Span, clause: Span, previous: Span | null): number {
  if (quantity.start - clause.start <= FIGURE_REACH) return clause.start;
  return Math.max(previous?.end ?? 0, quantity.start - FIGURE_REACH);
}

/** Where planning begins: the first word of planning or deadline of a sentence, its end when there is none. */
function plannedFrom({ scan }: Passage, dates: Figure["dates"]): number {
  const { text, lexicon, sentence } = scan;
  const deadline = dates.find(({ mention }) => mention.timeType === "deadline")?.start ?? sentence.end;
  for (let at = sentence.start; at < deadline; at += 1) {
    const cue = wordAt(lexicon.planCues, text, at, sentence.end);
    if (cue && !text.startsWith("目标任务", at)) return at;
  }
  return deadline;
}
