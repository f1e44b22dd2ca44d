import type { TitleMention } from "../records/mention.ts";
import { closerAt } from "../text/pairs.ts";
import { type Recogniser, spot } from "./scan.ts";
import { wordBefore } from "./word-table.ts";

/** A longer pair of marks is damage, not a name. */
const LONGEST = 150;

/**
 * 书名. Finds names in 《》, the outermost pair with all that nests in it, over line breaks too. Its class follows from its
 * last words (规划 plan, 日报 institution); a name that no ending describes is a plan, the commonest in this genre.
 */
export const titleRecogniser: Recogniser = {
  name: "title",
  triggers: () => ["《".charCodeAt(0)],
  read(scan, at) {
    const closer = closerAt(scan.pairs, at);
    if (closer < 0 || closer - at > LONGEST || closer === at + 1) {
      scan.trace?.refuse(scan, { start: at, end: at + 1 }, { by: "title", reason: "unclosed" });
      return null;
    }
    const ending = wordBefore(scan.lexicon.titleEndings, scan.text, nameEnd(scan.text, closer), at + 1);
    const span = { start: at, end: closer + 1 };
    const mention: TitleMention = {
      kind: "title",
      ...spot(scan, span),
      recogniser: "title",
      certainty: "stated",
      leansOn: [],
      name: scan.view.text.slice(at + 1, closer),
      class: ending?.value ?? "plan",
    };
    return { ...span, mention };
  },
};

/** The name without a bracket at its end: 某规划（2014—2020年） ends with 规划. */
function nameEnd(text: string, closer: number): number {
  if (!"）)".includes(text.charAt(closer - 1))) return closer;
  const before = text.slice(Math.max(0, closer - 39), closer);
  const opener = Math.max(before.lastIndexOf("（"), before.lastIndexOf("("));
  return opener < 0 ? closer : closer - before.length + opener;
}
