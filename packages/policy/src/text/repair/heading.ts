import { charClass, isAt } from "../char-class.ts";
import { type Line, visibleText } from "../lines.ts";
import { outlineMark } from "../outline-marks.ts";
import type { RepairPass } from "./repair-pass.ts";

/** A heading is no longer than this; GB/T 9704 titles run over two lines at most. */
const LONGEST = 50;
const LEVEL_OF_BARE = 9;

/**
 * 标题. Marks headings: a short numbered line, a bare year or month, or a short line that begins a paragraph, holds no
 * punctuation and is visibly shorter than the lines around it. A numbered line that is a whole sentence stays text but
 * never continues the line before.
 */
export const headingPass: RepairPass = {
  name: "heading",
  apply(text, lines) {
    const widths = widthsNear(lines);
    let fresh = true;
    let atHead = true;
    for (const [index, line] of lines.entries()) {
      if (line.kind === "blank" || line.kind === "furniture") continue;
      const words = visibleText(text, line);
      if (line.kind === "heading" && calendarHeading.test(words)) become(line, calendarLevel(words));
      const apart = lines[index - 1]?.kind !== "text" && lines[index + 1]?.kind !== "text";
      if (line.kind === "text") judge(line, words, { fresh, apart, atHead, nearby: widths[index] ?? 0 });
      fresh = line.kind !== "text" && line.kind !== "entry" ? true : endsThought(words) || isDateLine(words);
      atHead &&= !endsThought(words);
    }
  },
};

/**
 * `fresh`: the line before ended its sentence. `apart`: blank lines around. `atHead`: no sentence has ended yet, so this
 * may be the block of titles. `nearby`: widest line close by.
 */
interface Surroundings {
  readonly fresh: boolean;
  readonly apart: boolean;
  readonly atHead: boolean;
  readonly nearby: number;
}

function judge(line: Line, words: string, around: Surroundings): void {
  const mark = outlineMark(words);
  if (mark && (around.fresh || mark.level <= 5)) line.begins = true;
  if (words.length > LONGEST || endsThought(words)) return;
  if (mark && !mark.standsAlone && isHeadingLike(words.slice(mark.length))) return become(line, mark.level);
  if (calendarHeading.test(words)) return become(line, calendarLevel(words));
  if (isDateLine(words)) return;
  if (!mark && around.fresh && isShort(words, around) && isHeadingLike(words.replaceAll(/[，,]/gu, "")))
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

// 2014 年      2月      near miss: 2014年7月10日 (a day dates a text, it heads nothing)
const calendarHeading =
  /^(?:(?:19|20)\d\d\s*年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:份)?|(?:19|20)\d\d\s*年\s*\d{1,2}\s*月)$/u;

const calendarLevel = (words: string): number => LEVEL_OF_BARE + (words.includes("月") ? 2 : 1);

// 2018年7月25日      (2014.2—2018.2)      near miss: 2018年7月25日召开
const dateLine = /^[（(]?(?:19|20)\d\d\s*[年.\-/][\d\s年月日.\-/—–－~～至]*[）)]?$/u;

/** 日期行. Whether a line is nothing but a date or a span of dates: it dates a text and heads nothing. */
export function isDateLine(words: string): boolean {
  return words.length <= 30 && dateLine.test(words);
}

function become(line: Line, level: number): void {
  line.kind = "heading";
  line.level = level;
}

/** 。！？ or ：； at the end, closing marks aside: nothing that follows continues the sentence. */
export function endsThought(words: string): boolean {
  let at = words.length - 1;
  while (at > 0 && isAt(words, at, charClass.closer | charClass.space)) at -= 1;
  const last = words.charAt(at);
  return "。!?！？;；:：…".includes(last) || (last === "." && isAt(words, at - 1, charClass.latin));
}

const inner = /[，,。；;：:！!？?]/u;
/** Words after which Chinese cannot stop: a line that ends with one goes on. */
const openEnd = /[的地得和与及或在为是对向将把被从由于属等以、“‘（《—]$/u;

function isHeadingLike(words: string): boolean {
  return !inner.test(words) && !openEnd.test(words) && quotesBalance(words);
}

/** 引号相抵. Whether every quotation mark and bracket that opens in the words also closes in them. */
export function quotesBalance(words: string): boolean {
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (isAt(words, at, charClass.opener)) depth += 1;
    else if (isAt(words, at, charClass.closer)) depth -= 1;
  }
  return depth === 0;
}

/** For each line the width of the widest of the four visible lines on either side. */
function widthsNear(lines: readonly Line[]): Int32Array {
  const widths = new Int32Array(lines.length);
  const shown = lines.flatMap((line, index) => (line.kind === "blank" || line.kind === "furniture" ? [] : [index]));
  for (let at = 0; at < shown.length; at += 1) {
    for (let near = Math.max(0, at - 4); near <= Math.min(shown.length - 1, at + 4); near += 1) {
      const line = near === at ? undefined : lines[shown[near] ?? 0];
      const index = shown[at] ?? 0;
      if (line) widths[index] = Math.max(widths[index] ?? 0, line.end - line.start);
    }
  }
  return widths;
}
