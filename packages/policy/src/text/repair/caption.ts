import { fold } from "../fold.ts";
import { type Line, visibleText } from "../lines.ts";
import { endsThought } from "./line-words.ts";
import { anyOf, pieceCues } from "./piece-cues.ts";
import type { RepairPass } from "./repair-pass.ts";

/** A caption is no longer than this, credits aside. */
const LONGEST = 300;
/** Words before a credit that say no 图为 are its caption up to this length, and then only without a comma. */
const LONGEST_BARE = 40;

/**
 * 图题. Marks captions of pictures with their credits, and titles of tables and figures. A credit (某某摄) ends a caption;
 * it begins with the sentence that says 图为, or with the short line over the credit, and between two captions that follow
 * each other everything is theirs. A caption is never joined to the text around it.
 */
export const captionPass: RepairPass = {
  name: "caption",
  apply(text, lines) {
    const segments = segmentsOf(text, lines);
    let taken = -1;
    for (const [index, { words, isCredit }] of segments.entries()) {
      if (!isCredit && !opensCaption.test(words) && !isTitleOfFigure(words)) continue;
      const first = isCredit ? firstOf(segments, index, taken) : index;
      const ends = !isCredit && segments[index + 1]?.isCredit === true;
      if (ends) continue;
      for (let at = first; at <= index; at += 1) mark(segments[at]?.lines ?? [], at === first);
      taken = index;
    }
  },
};

/** Lines from one end of a sentence to the next, a credit always ending one; words without spaces. */
interface Segment {
  readonly lines: readonly Line[];
  readonly words: string;
  readonly isCredit: boolean;
  readonly isText: boolean;
}

function segmentsOf(text: string, lines: readonly Line[]): readonly Segment[] {
  const segments: Segment[] = [];
  let open: Line[] = [];
  const close = (isText: boolean): void => {
    const words = open.map((line) => plain(text, line)).join("");
    if (open.length > 0) segments.push({ lines: open, words, isText, isCredit: isText && isCredited(words) });
    open = [];
  };
  for (const line of lines) {
    if (line.kind === "blank" || line.kind === "furniture") continue;
    const isText = line.kind === "text" && !line.settled && !line.copied;
    const words = plain(text, line);
    if (!isText || standsAlone(words, () => open.map((before) => plain(text, before)).join(""))) close(true);
    open.push(line);
    if (!isText || endsThought(words) || isCredited(words) || isTitleOfFigure(words)) close(isText);
  }
  close(true);
  return segments;
}

// 这是加固后的堤防。新华社发      near miss: 防。图为渠首。赵某摄 (goes on from the line before)
/** A line with a caption and its credit, unless 图为 shows that the caption began before it. */
function standsAlone(words: string, before: () => string): boolean {
  const said = isCredited(words) && words.search(/[。！？”]./u) > 3;
  return said && !saysCaption.test(before()) && !(saysCaption.test(words) && !opensCaption.test(words));
}

const plain = (text: string, line: Line): string => fold(visibleText(text, line)).replaceAll(/\s+/gu, "");

// 图为加固后的堤防。      新华社记者王某摄      李某摄（新华社发）      near miss: 他拍摄了三年。    市文化局供图书三千册
//                        ^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^
const name = String.raw`\p{Script=Han}{2,4}`;
const outlet = String.raw`[（(](?:${anyOf(pieceCues.source)}|\p{Script=Han}{2,8})[)）]`;
const credit = new RegExp(
  `(?:^|[。！？”）)：:；…]|记者|通讯员)${name}(?:、?${name}){0,2}${anyOf(pieceCues.credit)}(?:${outlet})?[)）]?$|(?:^|[。（(])${anyOf(pieceCues.source)}(?:[（(]${name}(?:${anyOf(pieceCues.credit)})?[)）])?[)）]?$`,
  "u",
);

/** Whether words end with a credit; a credit is never longer than this. */
const isCredited = (words: string): boolean => credit.test(words.length > 80 ? `—${words.slice(-80)}` : words);

const opensCaption = new RegExp(`^[（(]?${anyOf(pieceCues.caption)}`, "u");
const saysCaption = new RegExp(anyOf(pieceCues.caption), "u");

// 表1 重点任务分工      图2-1 水系布局      near miss: 表1显示投资增长    图1中的堤防
const figure = /^附?[图表]\d{1,2}(?:[-.]\d{1,2})?[：:]?(?![中列所显可])\p{Script=Han}/u;

const isTitleOfFigure = (words: string): boolean =>
  words.length <= 50 && figure.test(words) && !/[，。；]/u.test(words) && !endsThought(words);

/** Segment that the caption of a credit begins with; `taken` is the last one of the caption before. */
function firstOf(segments: readonly Segment[], credited: number, taken: number): number {
  let length = 0;
  for (let at = credited; at > taken; at -= 1) {
    const segment = segments[at];
    if (!segment?.isText) return credited;
    length += segment.words.length;
    if (length > LONGEST) return credited;
    if (saysCaption.test(segment.words)) return joinsBefore(segments, at, { taken, length }) ? taken + 1 : at;
  }
  const before = segments[credited - 1];
  if (taken >= 0 && credited - taken <= 4) return taken + 1;
  const isBare = before?.isText && before.words.length <= LONGEST_BARE && !before.words.includes("，");
  return isBare && (segments[credited]?.words.length ?? 0) <= LONGEST_BARE && credited - 1 > taken
    ? credited - 1
    : credited;
}

/** Whether all that stands between the caption before and the sentence with 图为 is short enough to be one caption. */
function joinsBefore(
  segments: readonly Segment[],
  at: number,
  { taken, length }: { readonly taken: number; readonly length: number },
): boolean {
  if (taken < 0) return false;
  const between = segments.slice(taken + 1, at);
  return (
    between.every(({ isText }) => isText) && between.reduce((sum, { words }) => sum + words.length, length) <= LONGEST
  );
}

function mark(lines: readonly Line[], first: boolean): void {
  for (const [index, line] of lines.entries()) {
    line.kind = "caption";
    line.begins = first && index === 0;
    line.joins = !line.begins;
    line.settled = true;
  }
}
