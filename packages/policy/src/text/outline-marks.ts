import { fold, foldedCode } from "./fold.ts";
import { readNumeral } from "./numeral.ts";

/**
 * 序数族. Kinds of numbering, outermost first as official documents nest them (GB/T 9704-2012, 7.3.3: 一、（一）1. （1）;
 * 立法技术规范: 编 章 节 条; GB/T 1.1-2020: 1.1). A document may nest them otherwise: `outline-ladder.ts` looks.
 */
export const markFamilies = [
  "附件",
  "编",
  "篇",
  "部分",
  "章",
  "节",
  "一、",
  "条",
  "（一）",
  "1.",
  "1.1",
  "1.1.1",
  "1.1.1.1",
  "A.",
  "(1)",
  "1)",
  "①",
  "a)",
] as const;
export type MarkFamily = (typeof markFamilies)[number];

/**
 * 层次序数. Numbering at the beginning of a heading or clause. `level` is the one a heading so marked takes before the
 * document is seen whole; `number` its last number, 0 for an annex without one; `length` in characters. `standsAlone`:
 * the mark is a heading even before a whole paragraph, as 第一条 is.
 */
export interface OutlineMark {
  readonly family: MarkFamily;
  readonly level: number;
  readonly number: number;
  readonly length: number;
  readonly standsAlone: boolean;
}

const hans = "一二三四五六七八九十百";
const digits = "0123456789";
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const han = `[${hans}]{1,4}`;
const ordinal = String.raw`第\s?(?<number>${han}|\d{1,3})\s?`;
/** Units after which 3.5 is an amount and no section number. */
const amount = "[万亿千百十个倍米公里吨元年月日天时分秒人户亩度级平立微毫厘克升岁次家成折％%℃至到左以多余-]";

// 附件1：重点任务分工表      第二章 水资源      （三）供水      1.1 编制目的      near miss: 3.5万亩    附件1所列
// ^^^^                        ^^^^^               ^^^^          ^^^
/** Each family with its level, the characters it may begin with, so that few patterns are tried, and its pattern. */
const rows: readonly (readonly [family: MarkFamily, level: number, firsts: string, pattern: string])[] = [
  ["附件", 2, "附", String.raw`附(?:件|表|录)\s?(?<number>${han}|\d{1,2})?(?:[：:](?!\s?\d{1,2}[.、])|$|(?=\s))`],
  ["编", 2, "第", `${ordinal}编`],
  ["篇", 2, "第", `${ordinal}篇`],
  ["部分", 2, "第", `${ordinal}部分`],
  ["章", 2, "第", `${ordinal}章`],
  ["节", 3, "第", `${ordinal}节`],
  ["一、", 4, hans, `(?<number>${han})(?:、|\\.(?=\\s?\\p{Script=Han}))`],
  ["（一）", 5, "（(", `[（(](?<number>${han})[）)]`],
  ["1.1.1.1", 6, digits, String.raw`\d{1,2}\.\d{1,2}\.\d{1,2}\.(?<number>\d{1,2})(?![\d.])`],
  ["1.1.1", 6, digits, String.raw`\d{1,2}\.\d{1,2}\.(?<number>\d{1,2})(?![\d.])`],
  ["1.1", 6, digits, String.raw`\d{1,2}\.(?<number>[1-9]\d?)(?=\s|\p{Script=Han})(?!${amount})(?!\s${amount})`],
  ["1.", 6, digits, String.raw`(?<number>\d{1,2})(?:、|\.(?!\d))`],
  ["(1)", 7, "（(", String.raw`[（(](?<number>\d{1,2})[）)]`],
  ["①", 7, circled, "(?<number>[①-⑳])"],
  ["1)", 7, digits, String.raw`(?<number>\d{1,2})[)）]`],
  ["A.", 7, capitals, String.raw`(?<number>[A-Z])[.、](?=\s?\p{Script=Han})`],
  ["a)", 7, capitals.toLowerCase(), "(?<number>[a-z])[)）]"],
  ["条", 8, "第", `${ordinal}条`],
];

interface Pattern {
  readonly family: MarkFamily;
  readonly level: number;
  readonly pattern: RegExp;
}

/** Patterns by the character that they may begin with, in the order of the rows. */
const patternsAt = new Map<number, Pattern[]>();
for (const [family, level, firsts, pattern] of rows) {
  const row = { family, level, pattern: new RegExp(`^${pattern}`, "u") };
  for (const first of firsts) {
    const known = patternsAt.get(first.charCodeAt(0));
    if (known) known.push(row);
    else patternsAt.set(first.charCodeAt(0), [row]);
  }
}

/** 层次. The mark at the beginning of a line or paragraph, in either script and width; null when there is none. */
export function outlineMark(line: string): OutlineMark | null {
  const patterns = patternsAt.get(foldedCode(line.charCodeAt(0)));
  if (!patterns) return null;
  const head = fold(line.slice(0, 16));
  for (const { family, level, pattern } of patterns) {
    const found = pattern.exec(head);
    if (!found) continue;
    const number = numberOf(found.groups?.number ?? "");
    return { family, level, number, length: found[0].length, standsAlone: family === "条" };
  }
  return null;
}

/** 3, 十二, ④, C and c; 0 for nothing. */
function numberOf(written: string): number {
  const code = written.charCodeAt(0);
  if (written === "") return 0;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (/^[A-Za-z]$/u.test(written)) return code & 31;
  return readNumeral(written, 0, written.length)?.value ?? 0;
}
