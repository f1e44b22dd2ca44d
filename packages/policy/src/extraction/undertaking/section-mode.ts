import type { Heading } from "../../records/document-text.ts";
import type { Genre, Standing } from "../../records/card.ts";
import type { Lexicon } from "../../mention/lexicon.ts";
import type { SectionMode } from "../../mention/undertaking-words.ts";
import { wordAt } from "../../mention/word-table.ts";
import { fold } from "../../text/fold.ts";

/** 文件用意. What an unmarked clause of a document is: an undertaking, an account of what was done, or nothing. */
export type DocumentMode = SectionMode | "duty";

const planning: ReadonlySet<Genre> = new Set([
  "outline",
  "plan",
  "special-plan",
  "scheme",
  "action-plan",
  "work-points",
  "opinion",
  "decision",
  "minutes",
  "table",
]);
const binding: ReadonlySet<Genre> = new Set([
  "agreement",
  "measures",
  "rules",
  "regulation",
  "standard",
  "notice",
  "reply",
]);
const silent: ReadonlySet<Genre> = new Set(["comment", "proposal", "explanation"]);

/** Notices that hand down a plan. */
const planned = /工作要点|方案|规划|计划|行动|任务|措施|实施意见|分工/u;

/** 文种之意. What the genre and standing of a document make of its clauses; the title decides where the genre is unknown. */
export function documentMode(
  card: { readonly genre: Genre | null; readonly standing: Standing | null; readonly title: string },
  lexicon: Lexicon,
): DocumentMode {
  const { genre, standing, title } = card;
  if (standing === "proposal" || standing === "commentary" || (genre && silent.has(genre))) return "none";
  if (genre && planning.has(genre)) return "plan";
  if (genre === "notice" && planned.test(title)) return "plan";
  if (genre && binding.has(genre)) return "duty";
  if (genre && genre !== "other") return "report";
  const titled = cueIn(title, lexicon);
  return titled === "none" || titled === "silent" || titled === "thin" || titled === null ? "report" : titled;
}

/** 标题之意. The mode that the headings above a sentence set, innermost first; null when none of them says anything. */
export function headingMode(headings: readonly Heading[], title: string, lexicon: Lexicon): SectionMode | null {
  for (let index = headings.length - 1; index >= 0; index -= 1) {
    if (index === 0 && headings[0]?.text === title) return null;
    const cue = cueIn(headings[index]?.text ?? "", lexicon);
    if (cue) return cue;
  }
  return null;
}

/** Cue of a heading or of a sentence that leads in a list: the last one in it, of two that begin together the longer. */
export function cueIn(written: string, lexicon: Lexicon): SectionMode | null {
  const text = fold(written);
  let found: SectionMode | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const word = wordAt(lexicon.undertaking.sections, text, at, text.length);
    if (!word) continue;
    found = word.value;
    at += word.written.length - 1;
  }
  return found;
}
