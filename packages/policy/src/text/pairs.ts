import { charClass, classOf, closerOf } from "./char-class.ts";
import type { Span } from "./span.ts";

/**
 * 配对表. For each opening mark of a range the position of its closing mark, -1 where it never closes; positions count
 * from the range's start. `loose` is the first opener left open, -1 when all close. One pass with a stack.
 */
export interface Pairs {
  readonly origin: number;
  readonly closers: Int32Array;
  readonly loose: number;
}

/** 配对. Matches quotation marks and brackets within a paragraph; a closing mark without its opener is ignored. */
export function pairsIn(text: string, { start, end }: Span): Pairs {
  const closers = new Int32Array(end - start).fill(-1);
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & charClass.opener) open.push(at);
    else if (bits & charClass.closer) close(text, at, open, (opener) => (closers[opener - start] = at));
  }
  return { origin: start, closers, loose: open[0] ?? -1 };
}

/** How many openers a closing mark may look past: damaged text loses marks, and the search must stay short. */
const PATIENCE = 4;

function close(text: string, at: number, open: number[], found: (opener: number) => void): void {
  const closer = text.charAt(at);
  for (let back = 1; back <= PATIENCE && back <= open.length; back += 1) {
    const opener = open[open.length - back] ?? 0;
    if (closerOf[text.charAt(opener)] !== closer && !isMixed(text.charAt(opener), closer)) continue;
    open.length -= back;
    found(opener);
    return;
  }
}

/** Brackets of different width are often mixed by hand: （…). */
const isMixed = (opener: string, closer: string): boolean => "（(".includes(opener) && "）)".includes(closer);

/** 闭位. Where the mark that opens at `at` closes; -1 when it does not, or no mark opens there. */
export function closerAt(pairs: Pairs, at: number): number {
  return pairs.closers[at - pairs.origin] ?? -1;
}
