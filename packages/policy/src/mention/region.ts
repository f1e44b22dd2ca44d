import type { RegionMention } from "../records/mention.ts";
import { type Recogniser, type Scan, spot } from "./scan.ts";
import { wordAt } from "./word-table.ts";

/**
 * 地区. Finds places of the gazetteer by the longest name. A name of one character (京, 冀) counts only beside another, as
 * in 津冀; both codes are then reported. A name directly before another of the same kind is its own mention.
 */
export const regionRecogniser: Recogniser = {
  name: "region",
  triggers: (lexicon) => lexicon.places.byFirst.keys(),
  read(scan, at) {
    const word = wordAt(scan.lexicon.places, scan.text, at, scan.sentence.end);
    if (!word) return null;
    if (word.written.length === 1) return abbreviations(scan, at);
    return located(scan, { start: at, end: at + word.written.length }, [word.value.code]);
  },
};

function abbreviations(scan: Scan, at: number): ReturnType<Recogniser["read"]> {
  const codes: string[] = [];
  let end = at;
  while (end < scan.sentence.end) {
    const word = wordAt(scan.lexicon.places, scan.text, end, Math.min(end + 1, scan.sentence.end));
    if (!word) break;
    codes.push(word.value.code);
    end += 1;
  }
  return codes.length >= 2 && codes.length <= 4 ? located(scan, { start: at, end }, codes) : null;
}

function located(scan: Scan, span: { start: number; end: number }, codes: string[]): ReturnType<Recogniser["read"]> {
  const mention: RegionMention = {
    kind: "region",
    ...spot(scan, span),
    recogniser: "region",
    certainty: "stated",
    leansOn: [],
    codes,
  };
  return { ...span, mention };
}
