import type { Line } from "../lines.ts";
import { type Columns, isFull } from "./column.ts";
import { closesFirst, isBracketed, isDateLine, leavesOpen } from "./line-words.ts";
import { type Ends, type Fit, fitOf, type Usage } from "./joint.ts";
import { isWordPair } from "./word-pairs.ts";

/** What the lines of a stretch are judged with: their visible words, which stop inside a sentence, their columns and ends. */
interface Evidence extends Usage {
  readonly words: readonly string[];
  readonly open: Uint8Array;
  readonly columns: Columns;
  ends(line: number): Ends;
}

/** Gain in evidence, in natural logarithms, for which three broken seams are believed; more where more might be chance. */
const SURE = 2;
/** More broken seams than this are no swap but a text broken everywhere. */
const MOST_SEAMS = 30;
const MOST_BROKEN = 0.3;
/** Words of a line that is no heading. */
const SHORTEST = 12;
/** A line longer than this is a paragraph of its own: its brackets close in it or in the one that goes on. */
const LINE = 44;

/**
 * 错位. Order of lines in which blocks that changed places are put back: three seams where a sentence breaks off, and the
 * sentences fit when the two blocks between them change places. Null where nothing is out of place.
 */
export function swappedIn(lines: readonly Line[], evidence: Evidence): readonly number[] | null {
  const seams = seamsOf(evidence);
  if (seams.length < 3 || seams.length > Math.min(MOST_SEAMS, Math.max(6, lines.length * MOST_BROKEN))) return null;
  const fit = remembered(seamFit(evidence), lines.length + 1);
  let order: readonly number[] = lines.map((_, index) => index);
  let used = new Set<number>();
  for (;;) {
    const best = bestSwap(
      seams.filter((seam) => !used.has(seam)),
      fit,
    );
    if (!best) break;
    order = exchanged(order, best);
    used = new Set([...used, ...best]);
  }
  return used.size > 0 ? order : null;
}

type Swap = readonly [before: number, middle: number, after: number];

function bestSwap(seams: readonly number[], fit: Fit): Swap | null {
  let best: Swap | null = null;
  let most = SURE + 1.2 * Math.log(Math.max(1, (seams.length * (seams.length - 1) * (seams.length - 2)) / 6));
  for (const [x, i] of seams.entries()) {
    for (let y = x + 1; y < seams.length - 1; y += 1) {
      const j = seams[y] ?? 0;
      for (let z = y + 1; z < seams.length; z += 1) {
        const k = seams[z] ?? 0;
        const [first, second, third] = [fit(i, j + 1), fit(k, i + 1), fit(j, k + 1)];
        const asFiled = fit(i, i + 1) + fit(j, j + 1) + fit(k, k + 1);
        const gain = first + second + third - asFiled;
        if (gain > most && Math.min(first, second, third) > -2) [most, best] = [gain, [i, j, k]];
      }
    }
  }
  return best;
}

/** Order with the block after `i` up to `j` and the block after `j` up to `k` exchanged. */
function exchanged(order: readonly number[], [i, j, k]: Swap): readonly number[] {
  const at = (line: number): number => order.indexOf(line) + 1;
  if (at(i) > at(j) || at(j) > at(k)) return order;
  return [...order.slice(0, at(i)), ...order.slice(at(j), at(k)), ...order.slice(at(i), at(j)), ...order.slice(at(k))];
}

/** Lines after which a sentence breaks off though the column did not end there. */
function seamsOf({ words, open, columns }: Evidence): readonly number[] {
  const seams: number[] = [];
  for (let index = 0; index + 1 < words.length; index += 1) {
    if (open[index] === 0 || isFull(columns, index)) continue;
    if (isAlone(words[index] ?? "") || isAlone(words[index + 1] ?? "")) continue;
    const goesOn = index > 0 && open[index - 1] === 1 && isFull(columns, index - 1);
    if (goesOn || isRunning(words[index] ?? "")) seams.push(index);
  }
  return seams;
}

/** A date or a note in brackets, which nothing continues and which continues nothing. */
const isAlone = (words: string): boolean => isBracketed(words) || isDateLine(words);

/** Words that are no heading: very long, or long and with a stop inside. */
const isRunning = (words: string): boolean =>
  words.length >= SHORTEST * 2 || (words.length >= SHORTEST && /[，,、；;：。]/u.test(words));

/** Fit of two characters, and of the words, phrases and brackets they stand in. */
function seamFit({ words, ends, count, isPhrase }: Evidence): Fit {
  return (a, b) => {
    const tail = (words[a - 1] ?? "").slice(-SHORTEST) + (words[a] ?? "");
    const head = words[b] ?? "";
    let fit = fitOf(ends(a).last, ends(b).first, count);
    if (fit > 2 && isWhole(tail.slice(-2)) && isWhole(head.slice(0, 2))) fit = 1;
    if (isPhrase(tail.slice(-2) + head.slice(0, 1))) fit += 1;
    if (isPhrase(tail.slice(-1) + head.slice(0, 2))) fit += 1;
    return fit + (head.length > LINE ? bracketFit(tail, head) : 0);
  };
}

/** Asks once for each two lines, counted below `lines`. */
function remembered(fit: Fit, lines: number): Fit {
  const known = new Map<number, number>();
  return (a, b) => {
    const key = a * lines + b;
    const value = known.get(key) ?? fit(a, b);
    known.set(key, value);
    return value;
  };
}

const isWhole = (pair: string): boolean => pair.length === 2 && isWordPair(pair.charCodeAt(0), pair.charCodeAt(1));

/** An open bracket wants its other half on the line that goes on, and a closing one wants an open bracket before it. */
function bracketFit(tail: string, head: string): number {
  const opens = leavesOpen(tail);
  const closes = closesFirst(head);
  if (opens && closes) return 3;
  return opens !== closes ? -1.5 : 0;
}
