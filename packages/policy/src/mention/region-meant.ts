import type { RegionMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import type { PlaceRow } from "./lexicon.ts";
import type { PlaceName } from "./place-names.ts";
import type { Scan } from "./scan.ts";
import { classBefore, wordClass } from "./word-classes.ts";

/** 所指. Codes of a name, or none with the candidates where the neighbourhood does not decide. */
type Meant = Pick<RegionMention, "codes"> & Partial<Pick<RegionMention, "candidates">>;

/**
 * 定所指. Which place a name means: the one lying in the place written right before it, else one named in full before, else
 * the one whose prefecture and province the document speaks of most. Null for an ordinary word that nothing makes a place.
 */
export function meant(scan: Scan, name: PlaceName, span: Span): Meant | null {
  const group = name.rows[0] ? scan.lexicon.regions.groups.get(name.rows[0].code) : undefined;
  if (group) return { codes: [...group] };
  const weighed = name.rows.map((row) => ({ row, weight: weight(scan, row, span) }));
  weighed.sort((a, b) => b.weight - a.weight);
  const [best, next] = weighed;
  if (best?.row.level === "nation" && /^(?:特色|式现代|梦|方案)/u.test(scan.text.slice(span.end, span.end + 3)))
    return null;
  if (!best || (name.weak && best.weight < enough(scan, name, span))) return null;
  const isFull = best.row.names[0] === name.written;
  if (next && best.weight === next.weight && !isPreferred(scan, best.row, next.row))
    return { codes: [], candidates: name.rows.map(({ code }) => code) };
  if (isFull) scan.memory.inFull.add(best.row.code);
  return { codes: [best.row.code === "CN" ? "100000" : best.row.code] };
}

/** Least weight at which an ordinary word counts as a place. */
const NEAR = 20;

/** A full name of two characters (和县, 安县) needs less, where a word begins with it. */
function enough({ lexicon, text, sentence }: Scan, { written, rows }: PlaceName, { start }: Span): number {
  if (written.length > 2 || rows[0]?.names[0] !== written) return NEAR;
  const stops = classBefore(lexicon.names.words, text, { end: start, from: sentence.start }) >> 5 === wordClass.stop;
  return stops || !isAt(text, start - 1, charClass.han) ? NEAR / 4 : NEAR;
}

/** How much the neighbourhood speaks for a place: inside the one before it, named in full, beside its neighbours. */
function weight({ memory, text }: Scan, { code, parent }: PlaceRow, span: Span): number {
  const { last, named } = memory;
  let sum = 0;
  if (last && last.end === span.start && last.codes.some((whole) => lies(code, parent, whole))) sum += 100;
  if (memory.inFull.has(code)) sum += 50;
  const beside = last && last.end === span.start - 1 && "、和与及".includes(text.charAt(last.end));
  if (beside && last.codes.some((one) => one !== code && one.slice(0, 4) === code.slice(0, 4))) sum += 30;
  else if (beside && last.codes.some((one) => one !== code && one.slice(0, 2) === code.slice(0, 2))) sum += 20;
  if (/^\d{4}/u.test(code)) {
    if (!code.endsWith("00")) sum += Math.min(named.get(code.slice(0, 4)) ?? 0, 5) * 2;
    sum += Math.min(named.get(code.slice(0, 2)) ?? 0, 3);
  }
  return sum;
}

const lies = (code: string, parent: string | null, whole: string): boolean =>
  whole !== code &&
  (parent === whole ||
    (whole.endsWith("0000") && code.startsWith(whole.slice(0, 2))) ||
    (whole.endsWith("00") && !whole.endsWith("0000") && code.startsWith(whole.slice(0, 4))));

/** Between equals a place of the pack goes before one of the table, and the higher division before the lower. */
function isPreferred({ lexicon }: Scan, first: PlaceRow, second: PlaceRow): boolean {
  const [own, other] = [lexicon.placeByCode.has(first.code), lexicon.placeByCode.has(second.code)];
  if (own !== other) return own;
  return rank(first.level) < rank(second.level);
}

const levels = ["nation", "region", "province", "prefecture", "county"];
const rank = (level: string): number => (levels.includes(level) ? levels.indexOf(level) : levels.length);
