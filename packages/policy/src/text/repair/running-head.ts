import { charClass, classOf } from "../char-class.ts";
import { type Line, visibleText } from "../lines.ts";
import { endsThought } from "./line-words.ts";
import type { RepairPass } from "./repair-pass.ts";

/** A running head is no longer than this. */
const LONGEST = 48;
/** Share of its printings at which a line must stand at the edge of a page to be a running head. */
const MOSTLY = 0.6;

/**
 * 书眉. Marks running heads and feet: a short line printed again and again, its figures aside, that mostly stands at the
 * edge of a page: beside a page number or a form feed, at the same height of several pages, or in the middle of a
 * sentence. A line repeated elsewhere, as 责任单位 under each measure is, stays text. Linear.
 */
export const runningHeadPass: RepairPass = {
  name: "running-head",
  apply(text, lines) {
    const printings = new Map<string, number[]>();
    const asWritten = new Map<string, number[]>(); // the same lists, found without the normal form
    const repeated = repeatedIn(text, lines);
    for (const [index, line] of lines.entries()) {
      if (!mayBeHead(text, line)) continue;
      const shown = visibleText(text, line);
      if (!repeated(shown)) continue;
      const known = asWritten.get(shown) ?? printingsOf(printings, normal(shown));
      asWritten.set(shown, known);
      known.push(index);
    }
    for (const indexes of printings.values()) {
      if (indexes.length >= 2 && isHead(text, lines, indexes)) for (const index of indexes) drop(lines, index);
    }
  },
};

/** List of the printings of words in their normal form; words that can be no head share no list. */
function printingsOf(printings: Map<string, number[]>, words: string): number[] {
  if (words.length < 2 || endsThought(words)) return [];
  const known = printings.get(words) ?? [];
  printings.set(words, known);
  return known;
}

const mayBeHead = (text: string, line: Line): boolean =>
  line.kind === "text" &&
  line.mark === null &&
  line.end - line.start <= LONGEST &&
  !endsThought(visibleText(text, line));

/**
 * Says of words whether they may be printed twice, figures and spaces aside: counted by a hash, which may only overstate,
 * so that most lines are never written out in their normal form.
 */
function repeatedIn(text: string, lines: readonly Line[]): (words: string) => boolean {
  const counts = new Uint8Array(1 << Math.max(8, 33 - Math.clz32(lines.length)));
  const slot = (words: string): number => hashOf(words) & (counts.length - 1);
  for (const line of lines) {
    if (!mayBeHead(text, line)) continue;
    const at = slot(visibleText(text, line));
    if ((counts[at] ?? 0) < 2) counts[at] = (counts[at] ?? 0) + 1;
  }
  return (words) => (counts[slot(words)] ?? 0) > 1;
}

/** Hash of the letters and signs of words that `normal` keeps; figures do not enter. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    const bits = classOf(code);
    const kept = (bits & (charClass.han | charClass.latin | charClass.pause)) !== 0;
    if (kept) hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function isHead(text: string, lines: readonly Line[], indexes: readonly number[]): boolean {
  const edges = indexes.filter((index) => atPageEdge(text, lines, index)).length;
  if (edges >= 2 && edges >= indexes.length * MOSTLY) return true;
  if (indexes.length < 3) return false;
  if (atSameHeight(lines, indexes)) return true;
  return (
    areRegular(indexes) && indexes.filter((index) => interrupts(text, lines, index)).length >= indexes.length * MOSTLY
  );
}

/** Pages are of about one length; words that happen to stand alone on a line return as they please. */
function areRegular(indexes: readonly number[]): boolean {
  const gaps = indexes.slice(1).map((index, at) => index - (indexes[at] ?? 0));
  return Math.min(...gaps) >= 10 && Math.max(...gaps) <= Math.min(...gaps) * 2;
}

function drop(lines: readonly Line[], index: number): void {
  const line = lines[index];
  if (line) line.kind = "furniture";
}

/** Spaces and figures aside, so that 公报 3 and 公报 4 are the same head. */
const normal = (words: string): string =>
  /[\s·•—–\d-]/u.test(words) ? words.replaceAll(/[\s·•—–-]+/gu, "").replaceAll(/\d+/gu, "#") : words;

/** Beside a page number or another head, beside a form feed, or first or last of the text. */
function atPageEdge(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  const before = neighbour(lines, index, -1);
  const after = neighbour(lines, index, 1);
  if (!before || !after || before.kind === "furniture" || after.kind === "furniture") return true;
  return text.slice(before.end, line.start).includes("\f") || text.slice(line.end, after.start).includes("\f");
}

/** The line before stops inside a sentence and the line after goes on with no mark of a beginning. */
function interrupts(text: string, lines: readonly Line[], index: number): boolean {
  const before = neighbour(lines, index, -1);
  const after = neighbour(lines, index, 1);
  if (before?.kind !== "text" || after?.kind !== "text") return false;
  const words = visibleText(text, before);
  return words.length >= 8 && !endsThought(words) && after.end - after.start >= 4;
}

function atSameHeight(lines: readonly Line[], indexes: readonly number[]): boolean {
  const boxes = indexes.flatMap((index) => lines[index]?.box ?? []);
  if (boxes.length < indexes.length || new Set(boxes.map(({ page }) => page)).size < 3) return false;
  const tops = boxes.map(({ box }) => box[1]);
  return Math.max(...tops) - Math.min(...tops) <= 4;
}

function neighbour(lines: readonly Line[], index: number, step: -1 | 1): Line | undefined {
  for (let at = index + step; at >= 0 && at < lines.length; at += step)
    if (lines[at]?.kind !== "blank") return lines[at];
  return undefined;
}
