import type { Card } from "../../records/card.ts";
import type { Lexicon } from "../../mention/lexicon.ts";
import type { Passage } from "../../mention/passages.ts";
import { wordAt } from "../../mention/word-table.ts";
import { fold } from "../../text/fold.ts";
import { outlineMark } from "../../text/outline-marks.ts";
import { cueIn, documentMode, type DocumentMode, headingMode } from "./section-mode.ts";

/** 所处. What an unmarked clause of a passage is, and the limit that a sentence leading in a list sets for all of it. */
export interface Setting {
  readonly mode: DocumentMode;
  /** Nothing says that the section reports: a narrative, of which only what is plainly done counts. */
  readonly narrative: boolean;
  readonly limit: Limit | null;
}

/** 期限来处. A day by which something is due and where the words for it stand, in the view. */
export interface Limit {
  readonly day: string;
  readonly start: number;
  readonly end: number;
  readonly passage: Passage;
}

/** A lead-in longer than this says something itself; one longer than a cue leads in speech. */
const LONGEST_LEAD_IN = 60;
const LONGEST_CUE = 24;
/** From 如下 or 以下 to the end of a sentence that leads in with them. */
const LONGEST_LEADING = 15;

/**
 * 逐句定用意. The setting of each passage in order: by the heading above it, else by the document; a sentence that ends with
 * a colon (主要任务有：) sets it until the next heading. `null` for passages that hold no undertakings.
 */
export function settingsOf(passages: readonly Passage[], card: Card, lexicon: Lexicon): readonly (Setting | null)[] {
  const title = card.title?.value ?? passages[0]?.sentence.headings[0]?.text ?? "";
  const whole = documentMode(
    { genre: card.genre?.value ?? null, standing: card.standing?.value ?? null, title },
    lexicon,
  );
  if (whole === "none") return passages.map(() => null);
  let headed: unknown = null;
  let under: DocumentMode = whole;
  const reports = card.genre !== null && card.genre.value !== "other";
  let narrative = !reports;
  let planned = false;
  let limit: Limit | null = null;
  return passages.map((passage) => {
    const { headings, kind } = passage.sentence;
    const { start, end } = passage.scan.sentence;
    const innermost = headings.at(-1)?.start ?? -1;
    if (innermost !== headed) {
      headed = innermost;
      const cue =
        headingMode(headings, title, lexicon) ??
        (planned && isImperative(headings.at(-1)?.text ?? "", lexicon) ? "plan" : null);
      under = combined(whole, cue);
      planned ||= cue === "plan";
      narrative = cue === null && !reports;
      limit = null;
    }
    if (kind === "contents" || kind === "furniture" || kind === "comment") return null;
    const leads = leadsIn(passage);
    if (leads && end - start <= LONGEST_CUE) {
      const cue = cueIn(passage.scan.text.slice(start, end), lexicon);
      if (cue !== null) under = combined(whole, cue);
    }
    if (leads || under === "goal") limit = limitIn(passage) ?? limit;
    if (under === "silent") return null;
    return { mode: under, narrative, limit };
  });
}

/** 三、加强自身建设: after a section of tasks a heading that tells to do something opens another. */
function isImperative(heading: string, lexicon: Lexicon): boolean {
  const start = outlineMark(heading)?.length ?? 0;
  const word = wordAt(lexicon.undertaking.clause, fold(heading), start, heading.length);
  return word?.value.part === "verb" && word.value.class !== "result";
}

/** 引句. Whether a sentence leads in what follows: it ends with a colon. */
export function leadsIn({ scan }: Passage): boolean {
  const { text, sentence } = scan;
  const { start, end } = sentence;
  if (end - start > LONGEST_LEAD_IN) return false;
  const last = text.charAt(end - 1);
  if (last === "：" || last === ":") return true;
  if (last !== "。" && last !== ".") return false;
  const tail = text.slice(Math.max(start, end - LONGEST_LEADING), end);
  const at = Math.max(tail.lastIndexOf("如下"), tail.lastIndexOf("以下"));
  return at >= 0 && !tail.includes("，", at);
}

/** Norms keep to their duties wherever they stand, but background stays background. */
function combined(whole: DocumentMode, cue: DocumentMode | null): DocumentMode {
  if (cue === null) return whole;
  if (whole === "duty" && cue !== "none" && cue !== "silent" && cue !== "report") return "duty";
  return cue;
}

function limitIn(passage: Passage): Limit | null {
  for (const { start, end, mention } of passage.mentions)
    if (mention.kind === "date" && mention.timeType === "deadline" && mention.dateEnd !== null)
      return { day: mention.dateEnd, start, end, passage };
  return null;
}
