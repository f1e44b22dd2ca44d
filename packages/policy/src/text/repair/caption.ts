import { charClass, classOf, isAt } from "../char-class.ts";
import { fold, foldedCode } from "../fold.ts";
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
    for (const [index, segment] of segments.entries()) {
      if (!segment.isCredit && !segment.opensCaption && !segment.isTitle) continue;
      const first = segment.isCredit ? firstOf(segments, index, taken) : index;
      const ends = !segment.isCredit && segments[index + 1]?.isCredit === true;
      if (ends) continue;
      for (let at = first; at <= index; at += 1) mark(segments[at]?.lines ?? [], at === first);
      taken = index;
    }
  },
};

/** Lines from one end of a sentence to the next, a credit always ending one; words without spaces. */
class Segment {
  readonly lines: readonly Line[];
  readonly isText: boolean;
  readonly isCredit: boolean;
  readonly opensCaption: boolean;
  readonly isTitle: boolean;
  private readonly text: string;
  private joined: string | null = null;

  constructor(text: string, lines: readonly Line[], isText: boolean) {
    this.text = text;
    this.lines = lines;
    this.isText = isText;
    const first = firstCode(
      text,
      lines.find((line) => firstCode(text, line) > 0),
    );
    const last = lastCode(
      text,
      lines.findLast((line) => lastCode(text, line) > 0),
    );
    this.isCredit = isText && creditLasts.has(last) && isCredited(this.words);
    this.opensCaption = captionFirsts.has(first) && opensCaption.test(this.words);
    this.isTitle = figureFirsts.has(first) && isTitleOfFigure(this.words);
  }

  /** Put together only when somebody asks: most segments are running text, which its first and last characters show. */
  get words(): string {
    return (this.joined ??= this.lines.map((line) => plain(this.text, line)).join(""));
  }
}

const captionFirsts = firstsOf("（(图上下左右题资");
const figureFirsts = firstsOf("附图表");
const creditLasts = firstsOf("影摄图道发片源国）)");

function firstsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** Folded code of the first visible character of a line, blanks aside; 0 where there is none. */
function firstCode(text: string, line: Line | undefined): number {
  const words = line ? visibleText(text, line) : "";
  for (let at = 0; at < words.length; at += 1) if (!isBlank(words, at)) return foldedCode(words.charCodeAt(at));
  return 0;
}

/** The same of the last one. */
function lastCode(text: string, line: Line | undefined): number {
  const words = line ? visibleText(text, line) : "";
  for (let at = words.length - 1; at >= 0; at -= 1) if (!isBlank(words, at)) return foldedCode(words.charCodeAt(at));
  return 0;
}

const isBlank = (words: string, at: number): boolean =>
  !isAt(words, at, charClass.han | charClass.thought) && /\s/u.test(words.charAt(at));

function segmentsOf(text: string, lines: readonly Line[]): readonly Segment[] {
  const segments: Segment[] = [];
  let open: Line[] = [];
  const close = (isText: boolean): void => {
    if (open.length > 0) segments.push(new Segment(text, open, isText));
    open = [];
  };
  for (const line of lines) {
    if (line.kind === "blank" || line.kind === "furniture") continue;
    const isText = line.kind === "text" && !line.settled && !line.copied;
    const last = lastCode(text, line);
    const credited = creditLasts.has(last) && isCredited(plain(text, line));
    if (!isText || (credited && standsAlone(plain(text, line), () => wordsOf(text, open)))) close(true);
    open.push(line);
    if (!isText || credited || ends(text, line, last) || isFigureLine(text, line)) close(isText);
  }
  close(true);
  return segments;
}

/** Whether a line ends a thought, which its last character mostly shows by itself. */
function ends(text: string, line: Line, last: number): boolean {
  const bits = classOf(last);
  if (bits & charClass.han) return false;
  return (bits & charClass.thought) !== 0 || endsThought(plain(text, line));
}

const isFigureLine = (text: string, line: Line): boolean =>
  figureFirsts.has(firstCode(text, line)) && isTitleOfFigure(plain(text, line));

const wordsOf = (text: string, lines: readonly Line[]): string => lines.map((line) => plain(text, line)).join("");

// 这是加固后的堤防。新华社发      near miss: 防。图为渠首。赵某摄 (goes on from the line before)
/** A credited line with a caption too, unless 图为 shows that the caption began before it. */
function standsAlone(words: string, before: () => string): boolean {
  const said = words.search(/[。！？”]./u) > 3;
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
