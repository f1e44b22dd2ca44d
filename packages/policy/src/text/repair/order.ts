import { charClass, isAt } from "../char-class.ts";
import { type Line, numberingOf, visibleText } from "../lines.ts";
import { outlineMark } from "../outline-marks.ts";
import { type Columns, columnsOf, isFull } from "./column.ts";
import { EDGE, type Interleaved, interleavedIn, type Mixture, type Standing, unravelled } from "./interleaved.ts";
import { type Ends, endsOf, type Fit, fitOf, type PairCount, type Usage } from "./joint.ts";
import { endsThought } from "./line-words.ts";
import type { RepairPass } from "./repair-pass.ts";
import { type Numbered, numberedOf, sequenceFit } from "./numbering.ts";
import { swappedIn } from "./swapped.ts";
import { isWordPair } from "./word-pairs.ts";

/** Lines without which nothing can be out of order. */
const FEWEST_LINES = 6;
/** Full lines without which there are no columns. */
const FEWEST = 4;
/** A line wider than this, in columns, stands across both of them. */
const WIDE = 1.15;

/**
 * 行序. Puts lines into reading order where the page was taken down in another: two columns interleaved line by line, and
 * blocks that changed places so that sentences break off and go on elsewhere. Lines move only when the seams speak for
 * it together; headings, tables and whatever the file marks itself stay where they are, and nothing moves across them.
 */
export const orderPass: RepairPass = {
  name: "order",
  apply(text, lines, usage) {
    for (const stretch of stretchesOf(lines)) {
      if (stretch.length < FEWEST_LINES || !stretch.some((index) => stopsInside(text, lines[index]))) continue;
      const order = readingOrder(text, stretchOf(lines, stretch), usage);
      if (order) rearrange(lines, stretch, order);
    }
  },
};

/** Runs of lines of text between those that hold their place; blank lines and furniture are looked through. */
function stretchesOf(lines: readonly Line[]): readonly (readonly number[])[] {
  const stretches: number[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank" || line.kind === "furniture") continue;
    if (line.kind === "text" && !line.settled && line.box === null) stretches.at(-1)?.push(index);
    else if (stretches.at(-1)?.length !== 0) stretches.push([]);
  }
  return stretches;
}

const stopsInside = (text: string, line: Line | undefined): boolean =>
  line !== undefined && !endsThought(visibleText(text, line));

interface Stretch {
  readonly lines: readonly Line[];
  /** Positions of the first lines of pages: furniture before a line is where a page ends. */
  readonly pages: ReadonlySet<number>;
}

function stretchOf(lines: readonly Line[], indexes: readonly number[]): Stretch {
  const pages = new Set<number>();
  for (const [at, index] of indexes.entries()) {
    for (let between = (indexes[at - 1] ?? index) + 1; between < index; between += 1)
      if (lines[between]?.kind === "furniture") pages.add(at);
  }
  return { lines: indexes.flatMap((index) => lines[index] ?? []), pages };
}

/** First lines of the stretches that may be mixed: of pages, and after each line too wide for a column. */
function pagesIn({ lines, columns }: Judged, pages: ReadonlySet<number>): readonly number[] {
  const { width, column } = columns;
  const isWide = (at: number): boolean => (width[at] ?? 0) > Math.max(1, column[at] ?? 0) * WIDE;
  return Array.from(lines.keys()).filter((at) => at === 0 || pages.has(at) || isWide(at) || isWide(at - 1));
}

/**
 * A stretch of lines as they are judged: which stop inside a sentence, which of those fill no column. `columns` has the
 * usual column where a line shows none, and `own` only what lines show. Numbers and ends are looked up when asked for.
 */
interface Judged {
  readonly lines: readonly Line[];
  readonly words: readonly string[];
  readonly open: Uint8Array;
  readonly ragged: Uint8Array;
  readonly columns: Columns;
  readonly own: Columns;
  begins(line: number): boolean;
  ends(line: number): Ends;
}

/** New order of the lines of a stretch as positions in it; null when they are in order. */
function readingOrder(text: string, stretch: Stretch, usage: Usage): readonly number[] | null {
  const judged = judgedOf(text, stretch.lines);
  if (judged === null) return null;
  const { lines, words, own, open, ragged, ends } = judged;
  let full = 0;
  for (let line = 0; line < lines.length; line += 1) if (open[line] === 1 && ragged[line] === 0) full += 1;
  const mixed = full >= FEWEST ? mixedColumns(judged, pagesIn(judged, stretch.pages), usage.count) : [];
  if (mixed.length > 0) return unravelled(lines.length, mixed);
  return swappedIn(lines, { words, open, columns: own, ends, ...usage });
}

/** Lines that must stop inside a sentence for anything to be out of order. */
const FEWEST_OPEN = 3;

/** Null where too few lines stop inside a sentence. */
function judgedOf(text: string, lines: readonly Line[]): Judged | null {
  const words: string[] = [];
  const open = new Uint8Array(lines.length);
  let stopping = 0;
  for (const [index, line] of lines.entries()) {
    const word = visibleText(text, line);
    words.push(word);
    if (endsThought(word)) continue;
    open[index] = 1;
    stopping += 1;
  }
  if (stopping < FEWEST_OPEN) return null;
  const own = columnsOf(text, lines, open);
  const known = own.column.filter((width) => width > 0).sort();
  const usual = known[known.length >> 1] ?? 0;
  const columns = usual > 0 ? { ...own, column: own.column.map((width) => (width > 0 ? width : usual)) } : own;
  const ragged = usual > 0 ? open.map((isOpen, at) => (isOpen === 1 && !isFull(columns, at) ? 1 : 0)) : open;
  const begins = (at: number): boolean => {
    const line = lines[at];
    return line !== undefined && numberingOf(text, line) !== null;
  };
  const ends = (at: number): Ends => {
    const line = lines[at];
    return line ? endsOf(text, line) : { first: 0, last: 0 };
  };
  return { lines, words, open, ragged, columns, own, begins, ends };
}

/** Evidence, in natural logarithms, below which lines that seem to alternate are chance; less once a page is mixed. */
const SURE = 7;
const SURE_AFTER_ANOTHER = 1.5;

/** Interleaved columns of each page, positions counted over all of them. */
function mixedColumns(judged: Judged, pages: readonly number[], count: PairCount): readonly Interleaved[] {
  const mixtures = pages.map((first, page) => mixtureOf(judged, { first, until: pages[page + 1] }, count));
  const found = mixtures.map((mixture) => interleavedIn({ ...mixture, sure: SURE }));
  if (found.every((stretch) => stretch === null)) return [];
  return mixtures.flatMap((mixture, page) => {
    const stretch = found[page] ?? interleavedIn({ ...mixture, sure: SURE_AFTER_ANOTHER });
    const first = pages[page] ?? 0;
    return stretch ? [{ from: first + stretch.from, until: first + stretch.until }] : [];
  });
}

interface PageBounds {
  readonly first: number;
  readonly until: number | undefined;
}

/** The lines of a page, counted from its first one, as they may be mixed. */
function mixtureOf(judged: Judged, { first, until }: PageBounds, count: PairCount): Omit<Mixture, "sure"> {
  const { words, open, ragged, begins, ends } = judged;
  const lines = (until ?? words.length) - first;
  const fit: Fit = (a, b) => {
    if (ragged[first + a] === 1) return 0;
    if (open[first + a] === 1 && begins(first + b)) return -2;
    return fitOf(ends(first + a).last, ends(first + b).first, count);
  };
  const isTitle = (line: number): boolean =>
    first === 0 && !begins(line) && (ragged[line] === 1 || (line === 0 && open[line] === 1));
  const isTop = (line: number): boolean => words.slice(first, first + line).every((_, at) => isTitle(at));
  const numbered = (line: number): Numbered | null => numberedOf(words[first + line] ?? "");
  const stands: Standing = {
    begins: (line) =>
      (line <= 3 && isTop(line) ? EDGE - (line === 0 && isTitle(line) ? titleness(words[0] ?? "") : 0) : 0) +
      (first === 0 ? beginning(words[line] ?? "") : 0),
    ends: (line) => (until !== undefined ? fit(line, lines) : open[first + line] === 1 ? -2 : 1),
    follows: (left, right) => sequenceFit(left.map(numbered), right.map(numbered)),
  };
  return { count: lines, fit, stands };
}

/** Evidence that words at the head of a text that stop without a stop are its title, and run across both columns. */
const titleness = (words: string): number => (/[，。；：！？,;]/u.test(words) ? 1.5 : 5);

/** How well words begin a text: not with a stop, the rest of a word or a second clause. */
function beginning(words: string): number {
  if (isAt(words, 0, charClass.pause | charClass.terminal | charClass.closer)) return -4;
  if (outlineMark(words) !== null) return /^[第（(]?[一1①]/u.test(words) ? 1 : -1;
  return isWordPair(words.charCodeAt(0), words.charCodeAt(1)) ? 0.6 : -0.6;
}

/** Lines of the stretch in their new order, in the places that the stretch takes up. */
function rearrange(lines: Line[], stretch: readonly number[], order: readonly number[]): void {
  const moved = order.map((position) => lines[stretch[position] ?? 0]);
  for (const [at, index] of stretch.entries()) {
    const line = moved[at];
    if (line) lines[index] = line;
  }
}
