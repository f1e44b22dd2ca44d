import type { Lexicon } from "../../mention/lexicon.ts";
import type { Passage } from "../../mention/passages.ts";
import { wordAt, wordBefore } from "../../mention/word-table.ts";
import type { ReadingMatter } from "../reading-matter.ts";

/** 部分. What a part of a document does with figures: `report` tells them, `plan` only where a sentence says so, `example` never. */
export type Section = "report" | "plan" | "example";

const planning = new Set(
  "outline special-plan plan scheme action-plan work-points opinion measures rules regulation standard agreement".split(
    " ",
  ),
);

/**
 * 分部. Says of each passage, asked in order, in which sort of part it stands: by the nearest heading that tells, after a part
 * that plans still a plan, else by the genre that the title of the document names. Headings are looked at once each.
 */
export function sectionsOf({ passages, title }: ReadingMatter): (passage: Passage) => Section {
  const lexicon = passages[0]?.scan.lexicon;
  const whole: Section = lexicon && title !== null && isPlanning(title, lexicon) ? "plan" : "report";
  const known = new Map<string, Section | null>();
  const ofHeading = (words: string): Section | null => {
    if (!lexicon) return null;
    const before = known.get(words);
    if (before !== undefined) return before;
    const told = words === title ? null : toldBy(words, lexicon);
    known.set(words, told);
    return told;
  };
  let outermost = "";
  let before: Section | null = null;
  return ({ sentence: { headings } }) => {
    const outer = headings.find(({ text }) => text !== title)?.text ?? "";
    if (outer !== outermost) {
      before = ofHeading(outer) ?? (before === "plan" && numbered.test(outer) ? "plan" : null);
      outermost = outer;
    }
    for (let at = headings.length - 1; at >= 0; at -= 1) {
      const told = ofHeading(headings[at]?.text ?? "");
      if (told) return told;
    }
    return before ?? whole;
  };
}

function isPlanning(title: string, { card }: Lexicon): boolean {
  const bracket = title.search(/[（(][^（）()]*[)）]\s*$/u);
  const word = wordBefore(card.genreEndings, title, bracket < 0 ? title.length : bracket, 0);
  return word !== null && planning.has(word.value.genre);
}

/** 三、加强自身建设: a part of the same row as the part before. */
const numbered = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部])/u;

/** Headings that tell both (工作回顾和明年安排) tell nothing. */
function toldBy(words: string, lexicon: Lexicon): Section | null {
  let told: Section | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = wordAt(lexicon.figureSections, words, at, words.length);
    if (!word) continue;
    if (told !== null && told !== word.value) return null;
    told = word.value;
    at += word.written.length - 1;
  }
  return told;
}
