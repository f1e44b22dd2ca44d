import type { LabelField } from "../../mention/card-words.ts";
import { wordBefore } from "../../mention/word-table.ts";
import type { Span } from "../../text/span.ts";
import type { View } from "../../text/view.ts";
import { type CardMatter, footOf, headOf, type Line } from "./card-matter.ts";

/** 标签项. A field that the head or foot of a document fills with a label, and where its value stands in the view. */
export interface Labelled extends Span {
  readonly field: LabelField;
  readonly words: string;
}

/** A longer line is running text, in which a colon labels nothing. */
const LONGEST = 160;

/** 标签. What labels say, head first: index cards of official sites (发文字号：…), lines under a title (来源：…), footers. */
export function labelsOf(matter: CardMatter): readonly Labelled[] {
  return [...headOf(matter), ...footOf(matter)].flatMap((line) => labelsIn(matter, line));
}

// 来源：青山日报  2020年3月5日 作者：…      [发文字号] 青政发〔2020〕3号      near miss: 资料来源于各区
//   ^            ^^^                              ^
const mark = /[:：\]】]/gu;

function labelsIn({ lexicon, view }: CardMatter, line: Line): readonly Labelled[] {
  if (line.end - line.start > LONGEST) return [];
  const marks = [...line.words.matchAll(mark)].flatMap(({ index }) => {
    const word = wordBefore(lexicon.card.labels, line.words, endOfLabel(line.words, index), 0);
    return word && opens(view, line, endOfLabel(line.words, index) - word.written.length)
      ? [{ at: index, field: word.value, from: endOfLabel(line.words, index) - word.written.length }]
      : [];
  });
  return marks.flatMap(({ at, field }, index) => valueAfter(line, { at, field, until: marks[index + 1]?.from }));
}

/** 索 引 号 is written with blanks, so blanks before the mark are passed over. */
function endOfLabel(words: string, mark: number): number {
  return words.slice(0, mark).trimEnd().length;
}

/** A label opens its line or follows a gap, which repair may have closed: 主要来源： is no label. */
function opens(view: View, { words, start }: Line, at: number): boolean {
  const here = start + at;
  const isApart = (view.raw[here] ?? 0) - (view.raw[here - 1] ?? 0) > 1;
  return at === 0 || isApart || /[\s[【(（|｜;；]/u.test(words.charAt(at - 1));
}

function valueAfter(
  line: Line,
  { at, field, until }: { at: number; field: LabelField; until: number | undefined },
): readonly Labelled[] {
  const rest = line.words.slice(at + 1, until);
  const lead = rest.length - rest.trimStart().length;
  const words = /^[^\t|｜]*?(?=\s{2}|[\t|｜)）\]】]\s*$|[\t|｜]|$)/u.exec(rest.slice(lead))?.[0].trimEnd() ?? "";
  if (words === "" || words.length > 80) return [];
  const start = line.start + at + 1 + lead;
  return [{ field, words, start, end: start + words.length }];
}
