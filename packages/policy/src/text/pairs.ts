import { charClass, classOf, closerOf } from "./char-class.ts";
import type { Span } from "./span.ts";

/**
 * 配对表. For each opening mark how far after it its closing mark stands, 0 where it never closes and for all other
 * characters. `loose` is the first opener of the paragraph left open, -1 when all close; `origin` where the paragraph
 * begins. One pass with a stack.
 */
export interface Pairs {
  readonly origin: number;
  readonly reach: Int32Array;
  readonly loose: number;
}

/**
 * 配对. Matches quotation marks and brackets within a paragraph; a closing mark without its opener is ignored. `reach` may be
 * one table for all paragraphs of a text, each of which writes into its own part.
 */
export function pairsIn(text: string, { start, end }: Span, reach = new Int32Array(end)): Pairs {
  let open: number[] | null = null;
  for (let at = start; at < end; at += 1) {
    const bits = classOf(text.charCodeAt(at));
    if (!(bits & (charClass.opener | charClass.closer))) continue;
    if (bits & charClass.opener) (open ??= []).push(at);
    else if (open) close(text, at, open, reach);
  }
  return { origin: start, reach, loose: open?.[0] ?? -1 };
}

/** How many openers a closing mark may look past: damaged text loses marks, and the search must stay short. */
const PATIENCE = 4;

function close(text: string, at: number, open: number[], reach: Int32Array): void {
  const closer = text.charAt(at);
  for (let back = 1; back <= PATIENCE && back <= open.length; back += 1) {
    const opener = open[open.length - back] ?? 0;
    if (closerOf[text.charAt(opener)] !== closer && !isMixed(text.charAt(opener), closer)) continue;
    open.length -= back;
    reach[opener] = at - opener;
    return;
  }
}

/** Brackets of different width are often mixed by hand: （…). */
const isMixed = (opener: string, closer: string): boolean => "（(".includes(opener) && "）)".includes(closer);

/** 闭位. Where the mark that opens at `at` closes; -1 when it does not, or no mark opens there. */
export function closerAt(pairs: Pairs, at: number): number {
  const reach = pairs.reach[at] ?? 0;
  return reach > 0 ? at + reach : -1;
}
