import { type Line, numberingOf, visibleText } from "../lines.ts";
import type { OutlineMark } from "../outline-marks.ts";
import { type Breaks, breaksOf } from "./breaks.ts";
import { isFull } from "./column.ts";
import { endsThought, isBracketed, isDateLine, isOpenEnded, quotesBalance } from "./line-words.ts";
import type { RepairPass } from "./repair-pass.ts";

/** A heading is no longer than this; GB/T 9704 titles run over two lines at most. */
const LONGEST = 50;
const LEVEL_OF_BARE = 9;

/**
 * 标题. Marks headings: a short numbered line, a bare year or month, or a short line that begins a paragraph, holds no
 * punctuation and is visibly shorter than the lines around it. A numbered line that is a whole sentence stays text but
 * never continues the line before; a line that fills its column, or that the next line finishes in the middle of a word,
 * is no heading.
 */
export const headingPass: RepairPass = {
  name: "heading",
  apply(text, lines, usage) {
    const breaks = breaksOf(text, lines, usage);
    const widths = widthsNear(lines, breaks);
    let fresh = true;
    let atHead = true;
    for (const [index, line] of lines.entries()) {
      if (line.kind === "blank" || line.kind === "furniture") continue;
      const words = visibleText(text, line);
      if (line.kind === "heading" && !line.settled && isCalendar(words)) become(line, calendarLevel(words));
      const apart = lines[index - 1]?.kind !== "text" && lines[index + 1]?.kind !== "text";
      const goesOn = (): boolean =>
        isContinued(lines, index) || isFull(breaks.columns, index) || goesOnInWord(breaks, lines, index);
      if (line.kind === "text")
        judge(line, words, { mark: numberingOf(text, line), fresh, apart, atHead, nearby: widths[index] ?? 0, goesOn });
      fresh =
        line.kind !== "text" && line.kind !== "entry"
          ? true
          : endsThought(words) || isDateLine(words) || isBracketed(words);
      atHead &&= !endsThought(words);
    }
  },
};

/**
 * `mark`: the number the line begins with. `fresh`: the line before ended its sentence. `apart`: blank lines around. `atHead`: no sentence has ended yet, so this
 * may be the block of titles. `nearby`: widest line close by. `goesOn`: the line was broken, the next one finishes it.
 */
interface Surroundings {
  readonly mark: OutlineMark | null;
  readonly fresh: boolean;
  readonly apart: boolean;
  readonly atHead: boolean;
  readonly nearby: number;
  goesOn(): boolean;
}

function judge(line: Line, words: string, around: Surroundings): void {
  if (line.settled && line.joins) return;
  const { mark } = around;
  if (mark && (around.fresh || mark.level <= 5)) line.begins = true;
  if (words.length > LONGEST || endsThought(words)) return;
  const isWhole = mark?.length === words.length && mark.family === "附件";
  if (mark && !mark.standsAlone && isHeadingLike(words.slice(mark.length)) && (isWhole || !around.goesOn()))
    return become(line, mark.level);
  if (isCalendar(words)) return become(line, calendarLevel(words));
  if (isDateLine(words)) return;
  if (
    !mark &&
    around.fresh &&
    isShort(words, around) &&
    isHeadingLike(words.replaceAll(/[，,]/gu, "")) &&
    !around.goesOn()
  )
    become(line, LEVEL_OF_BARE);
}

/** Shorter than its neighbours: by half when it holds a comma, and never of fewer than four characters in a block. */
function isShort(words: string, { apart, atHead, nearby }: Surroundings): boolean {
  if (/[，,]/u.test(words)) return apart && words.length <= 16 && words.length < nearby * 0.5;
  if (!apart && (words.length < 4 || listWord.test(words))) return false;
  return (apart && atHead) || words.length < nearby * 0.7;
}

// 一是积极稳妥有序疏解      near miss: 一是一，二是二 (not at a line's beginning)
const listWord = /^(?:第?[一二三四五六七八九十]是?|首先|其次|此外|同时|目前|到(?:19|20)\d\d年)/u;

// 2014 年      二〇〇八年      2月      near miss: 2014年7月10日 (a day dates a text, it heads nothing)
const calendarHeading =
  /^(?:(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})\s*年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:份)?|(?:19|20)\d\d\s*年\s*\d{1,2}\s*月)$/u;

const isCalendar = (words: string): boolean =>
  "年月份".includes(words.charAt(words.length - 1) || " ") && calendarHeading.test(words);

const calendarLevel = (words: string): number => LEVEL_OF_BARE + (words.includes("月") ? 2 : 1);

function become(line: Line, level: number): void {
  line.kind = "heading";
  line.level = level;
}

const inner = /[，,。；;：:！!？?]/u;

function isHeadingLike(words: string): boolean {
  return !inner.test(words) && !isOpenEnded(words) && quotesBalance(words);
}

/** The file says that the next line belongs to the paragraph of this one. */
function isContinued(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && next.settled && next.joins;
}

/** In a text full of broken lines: the last character of the line and the first of the next stand inside one word. */
function goesOnInWord(breaks: Breaks, lines: readonly Line[], index: number): boolean {
  if (!breaks.broken) return false;
  const line = lines[index];
  for (let at = index + 1; at < lines.length && at <= index + 4; at += 1) {
    const next = lines[at];
    if (!next || !line || next.kind === "blank" || next.kind === "furniture") continue;
    return next.kind === "text" && breaks.fit(line, next) >= 2;
  }
  return false;
}

/** For each line the width of the widest of the four visible lines on either side, in characters of full width. */
function widthsNear(lines: readonly Line[], { columns }: Breaks): Int32Array {
  const widths = new Int32Array(lines.length);
  const shown = new Int32Array(lines.length);
  let count = 0;
  for (const [index, line] of lines.entries())
    if (line.kind !== "blank" && line.kind !== "furniture") shown[count++] = index;
  for (let at = 0; at < count; at += 1) {
    let widest = 0;
    for (let near = Math.max(0, at - 4); near <= Math.min(count - 1, at + 4); near += 1)
      if (near !== at) widest = Math.max(widest, columns.width[shown[near] ?? 0] ?? 0);
    widths[shown[at] ?? 0] = widest / 2;
  }
  return widths;
}
