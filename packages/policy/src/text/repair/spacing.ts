import { charClass, classOf } from "../char-class.ts";
import { hide, type Line } from "../lines.ts";
import { outlineMark } from "../outline-marks.ts";
import type { Span } from "../span.ts";
import type { PairCount } from "./joint.ts";
import type { RepairPass } from "./repair-pass.ts";
import { isWordPair } from "./word-pairs.ts";

/**
 * 空格. Hides the stray spaces of typesetting: between figures and Han characters (2014 年 7 月), before and after Chinese
 * stops, between characters set wide (水 库 全 景, 目 录), and, where a text is full of them, inside words. A space after
 * 日, after the marker of an entry and between two words of Han characters separates words and stays; a TAB between
 * cells always does.
 */
export const spacingPass: RepairPass = {
  name: "spacing",
  apply(text, lines, { count }) {
    const inWords = spacesFallIntoWords(text, lines) ? count : null;
    for (const line of lines) {
      if (!hasSpace(line) || line.kind === "contents" || line.kind === "furniture") continue;
      hideSpaces(text, line, inWords);
    }
  },
};

const hasSpace = ({ bits }: Line): boolean => (bits & charClass.space) !== 0;

// 图1 平面布置      表 2-1 进度      near miss: 图 为某县水库
const figureNumber = /^[图表]\s?\d{1,3}(?:[-.—]\d{1,3})?/u;

function hideSpaces(text: string, line: Line, inWords: PairCount | null): void {
  const gaps = gapsOf(text, line);
  if (gaps.length === 0) return;
  const single = singlesOf(text, line, gaps);
  const allSpaced = gaps.length >= 4 && single.filter(Boolean).length >= single.length * 0.7;
  const head = text.slice(line.start, Math.min(line.end, line.start + 12));
  const numbered = outlineMark(head)?.length ?? figureNumber.exec(head)?.[0].length ?? 0;
  const marks = [line.marker?.end, line.start + numbered];
  hide(
    line,
    gaps.filter((gap, index) => {
      if (gap.end - gap.start > 2 || marks.includes(gap.start)) return false;
      if (allSpaced || isStray(text, gap) || isSetWide(single, index)) return true;
      return inWords !== null && gap.end - gap.start === 1 && isInsideWord(text, gap, inWords);
    }),
  );
}

/** Runs of white space inside a line, TAB ones left out. */
function gapsOf(text: string, line: Line): readonly Span[] {
  const gaps: Span[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (!(classOf(text.charCodeAt(at)) & charClass.space)) continue;
    let end = at + 1;
    while (end < line.end && classOf(text.charCodeAt(end)) & charClass.space) end += 1;
    if (!text.slice(at, end).includes("\t")) gaps.push({ start: at, end });
    at = end;
  }
  return gaps;
}

const stops = charClass.pause | charClass.terminal | charClass.closer | charClass.opener;

/** For each stretch between gaps, whether it is one Han character or one figure, stops aside. */
function singlesOf(text: string, line: Line, gaps: readonly Span[]): readonly boolean[] {
  const starts = [line.start, ...gaps.map(({ end }) => end)];
  return starts.map((start, index) => isSingle(text, start, gaps[index]?.start ?? line.end));
}

function isSingle(text: string, start: number, end: number): boolean {
  if (end - start > 12) return false;
  let hans = 0;
  let figures = 0;
  for (let at = start; at < end; at += 1) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & charClass.han) hans += 1;
    else if (bits & charClass.digit) figures += 1;
    else if (figures > 0 && ".．,%".includes(text.charAt(at))) continue;
    else if (!(bits & stops)) return false;
  }
  return hans + Math.min(figures, 1) === 1;
}

/** Three single characters in a row, or two that are all there is between wider stretches (目 录, 记者 顾 阳). */
function isSetWide(single: readonly boolean[], gap: number): boolean {
  if (!single[gap] || !single[gap + 1]) return false;
  let from = gap;
  let until = gap + 1;
  while (from > 0 && single[from - 1]) from -= 1;
  while (single[until + 1]) until += 1;
  return until - from >= 1;
}

function isStray(text: string, { start, end }: Span): boolean {
  const before = classOf(text.charCodeAt(start - 1));
  const after = classOf(text.charCodeAt(end));
  if (before & charClass.digit) return (after & charClass.han) !== 0 || text.charAt(end) === "%";
  if (isWideStop(text.charCodeAt(end)) && before & (charClass.han | charClass.closer)) return true;
  if (
    isWideStop(text.charCodeAt(start - 1)) &&
    text.charAt(start - 1) !== "：" &&
    after & (charClass.digit | charClass.han)
  ) {
    return "，、；".includes(text.charAt(start - 1));
  }
  if (!(before & charClass.han) || !(after & charClass.digit)) return false;
  return !"日号".includes(text.charAt(start - 1));
}

const isWideStop = (code: number): boolean =>
  code >= 0x3001 && (classOf(code) & (charClass.pause | charClass.terminal)) !== 0;

function isInsideWord(text: string, { start, end }: Span, count: PairCount): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (!(classOf(before) & classOf(after) & charClass.han)) return false;
  return isWordPair(before, after) || count(before, after) > 0;
}

/** Fewer gaps than this between Han characters are the writer's own. */
const MANY = 8;

/** Whether at least a fifth of the many gaps between Han characters of a text stand inside words. */
function spacesFallIntoWords(text: string, lines: readonly Line[]): boolean {
  const gaps: Span[] = [];
  for (const line of lines) {
    if (!hasSpace(line) || (line.kind !== "text" && line.kind !== "entry")) continue;
    for (let at = line.start + 1; at < line.end - 1; at += 1) {
      if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 0x3000) continue;
      if (classOf(text.charCodeAt(at - 1)) & classOf(text.charCodeAt(at + 1)) & charClass.han)
        gaps.push({ start: at, end: at + 1 });
    }
  }
  if (gaps.length < MANY) return false;
  const inside = gaps.filter(({ start, end }) => isWordPair(text.charCodeAt(start - 1), text.charCodeAt(end))).length;
  return inside >= gaps.length * 0.2;
}
