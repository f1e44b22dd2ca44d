import type { DateMention, QuantityMention } from "../../records/mention.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import type { Span } from "../../text/span.ts";
import { clausesOf, datesOf, quantitiesOf } from "../reading-matter.ts";
import { indexNumbers } from "./index-number.ts";

/**
 * 数字. A quantity in its clause, with the clause before it, the quantities and the dates of its sentence. The clause is cut
 * to a bounded length before the quantity: damaged text has clauses without end, and reading must stay linear.
 */
export interface Figure {
  readonly passage: Passage;
  readonly quantity: Located<QuantityMention>;
  readonly clause: Span;
  /** The clause before, without any figure in it; null when there is none or it holds one. */
  readonly topic: Span | null;
  /** Whether it stands in brackets that the clause goes on after: （折合1.6万美元）. */
  readonly bracketed: boolean;
  readonly previous: Located<QuantityMention> | null;
  readonly next: Located<QuantityMention> | null;
  readonly dates: readonly Located<DateMention>[];
}

/** How far before a figure its words are looked for: more than any clause of the genre. */
export const FIGURE_REACH = 160;

/** 句中数字. Quantities of a sentence, index numbers among them, each in its clause; none is an empty list. */
export function figuresOf(passage: Passage): readonly Figure[] {
  const quantities = withIndexNumbers(passage);
  if (quantities.length === 0) return [];
  const dates = datesOf(passage);
  const clauses = clausesOf(passage, passage.scan.sentence);
  const figures: Figure[] = [];
  let at = 0;
  for (let index = 0; index < quantities.length; index += 1) {
    const quantity = quantities[index];
    if (!quantity) continue;
    while (at < clauses.length - 1 && (clauses[at]?.end ?? 0) < quantity.end) at += 1;
    const clause = clauses[at];
    if (!clause || quantity.start < clause.start || quantity.end > clause.end) continue;
    const previous = quantities[index - 1] ?? null;
    const start = nearStart(quantity, clause, previous);
    const before = clauses[at - 1];
    const isTopic =
      before !== undefined && start === clause.start && (previous === null || previous.end <= before.start);
    figures.push({
      passage,
      quantity,
      previous,
      next: quantities[index + 1] ?? null,
      dates,
      topic: isTopic && before.end - before.start <= FIGURE_REACH ? before : null,
      clause: { start, end: clause.end },
      bracketed: isBracketed(passage, start, quantity.start),
    });
  }
  return figures;
}

function isBracketed({ scan: { text } }: Passage, from: number, at: number): boolean {
  for (let place = at - 1; place >= from; place -= 1) {
    if ("（(".includes(text.charAt(place))) return true;
    if ("）)".includes(text.charAt(place))) return false;
  }
  return false;
}

function withIndexNumbers(passage: Passage): readonly Located<QuantityMention>[] {
  const quantities = quantitiesOf(passage);
  const numbers = indexNumbers(passage);
  if (numbers.length === 0) return quantities;
  return [...quantities, ...numbers].sort((a, b) => a.start - b.start);
}

/** Where the words of a figure begin: with its clause, or in an endless clause after the figure before. */
function nearStart(quantity: Span, clause: Span, previous: Span | null): number {
  if (quantity.start - clause.start <= FIGURE_REACH) return clause.start;
  return Math.max(previous?.end ?? 0, quantity.start - FIGURE_REACH);
}
