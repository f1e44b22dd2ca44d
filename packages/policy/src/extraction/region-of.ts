import type { Lexicon } from "../mention/lexicon.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "../mention/passages.ts";
import { mentionsIn } from "./reading-matter.ts";

/** 所属地区. Region of a figure or task in the records' form: codes joined by a comma, `n/a` when none is shown. */
export interface RegionOf {
  readonly region: string;
  readonly stated: boolean;
}

const JOINT = "110000,120000,130000";

/** Where the clause of a figure begins, and what it may belong to when its own words name no place. */
export interface RegionContext {
  readonly clauseStart: number;
  readonly home: string | null;
  readonly carried: string | null;
}

/**
 * 归地. Region of a figure: the places that its clause begins with, else the last ones named before it in the sentence,
 * places joined by 、 or 和 counting together. Where a flow goes to (对津冀, 输出到河北) is not whose it is. The party's own
 * words (本市, 全市) mean the document's region. Without any, the region named last in the paragraph is carried on.
 */
export function regionOf(passage: Passage, within: Span, { clauseStart, home, carried }: RegionContext): RegionOf {
  const groups = groupsIn(passage, within);
  const subject = groups.find(
    ({ start, goal }) => !goal && start >= clauseStart && isSubject(passage, clauseStart, start),
  );
  if (subject) return { region: joined(subject.codes), stated: true };
  const own = lastOwnWord(passage.scan.text, within);
  const named = groups.findLast(({ goal }) => !goal);
  if (own >= 0 && home && own > (named?.start ?? -1)) return { region: home, stated: false };
  if (named) return { region: joined(named.codes), stated: true };
  if (groups.length > 0 && home) return { region: home, stated: false };
  return { region: carried ?? home ?? "n/a", stated: false };
}

/** Whether a place opens its clause, a date or a short word such as 其中 before it not counted. */
function isSubject(passage: Passage, clauseStart: number, at: number): boolean {
  if (at - clauseStart <= 3) return true;
  const date = mentionsIn(passage, "date", { start: Math.max(clauseStart, at - 30), end: at }).at(-1);
  return date !== undefined && at - date.end <= 3;
}

interface PlaceGroup extends Span {
  readonly codes: readonly string[];
  readonly goal: boolean;
}

/** Places of a range in groups; those that only say where something goes or happens are goals. */
function groupsIn(passage: Passage, within: Span): readonly PlaceGroup[] {
  const { scan } = passage;
  const groups: PlaceGroup[] = [];
  for (const place of mentionsIn(passage, "region", within)) {
    const last = groups.at(-1);
    const codes = codesOf(place, scan.lexicon);
    if (last && place.start < last.end) continue;
    if (last && joins.test(scan.text.slice(last.end, place.start))) {
      groups[groups.length - 1] = { ...last, end: place.end, codes: [...last.codes, ...codes] };
    } else {
      groups.push({
        start: place.start,
        end: place.end,
        codes,
        goal: goalBefore.test(scan.text.slice(Math.max(within.start, place.start - 3), place.start)),
      });
    }
  }
  return groups;
}

const joins = /^(?:[市省]?[、和与及]|市|省)?$/u;
// 对津冀    输出到河北    在天津      near miss: 北京在天津 (北京 is no goal)
const goalBefore = /(?:对|向|至|往|到|在|于|输出|流向|投向|与|比|较)$/u;

function codesOf({ mention }: Located, lexicon: Lexicon): readonly string[] {
  return mention.kind === "region" ? mention.codes.map((code) => recordCode(code, lexicon)) : [];
}

/** 记录码. Code that records use for a place: its own when it is a division, else that of the place it lies in. */
export function recordCode(code: string, lexicon: Lexicon): string {
  let at = code;
  for (let depth = 0; depth < 6; depth += 1) {
    const written = lexicon.regionCodes.get(at);
    if (written) return written;
    if (/^(?:\d{6}|JJJ)$/u.test(at)) return at;
    const parent = lexicon.placeByCode.get(at)?.parent;
    if (!parent) return at;
    at = parent;
  }
  return at;
}

/** Codes of one group, the smaller place winning over the larger that is written before it (河北省廊坊市). */
function joined(codes: readonly string[]): string {
  const kept = codes.filter(
    (code, index) => !codes.slice(index + 1).some((later) => later !== code && liesIn(later, code)),
  );
  const all = [...new Set(kept)].sort().join(",");
  if (all === "") return "n/a";
  return all === JOINT ? "JJJ" : all;
}

const liesIn = (code: string, whole: string): boolean =>
  (whole.endsWith("0000") && code.startsWith(whole.slice(0, 2))) ||
  (whole.endsWith("00") && code.startsWith(whole.slice(0, 4))) ||
  (whole === "130000" && code === "XA");

const ownWords = ["本市", "全市", "我市", "本省", "全省", "我省", "本区", "全区", "甲方"];

function lastOwnWord(text: string, within: Span): number {
  const words = text.slice(within.start, within.end);
  return (
    Math.max(...ownWords.map((word) => words.lastIndexOf(word))) +
    (ownWords.some((word) => words.includes(word)) ? within.start : 0)
  );
}

/**
 * 本地. Region that 本市 means in a document: the province that its sentences name most often; null when none is named.
 * A conclusion, to be marked as implied wherever it is used.
 */
export function homeOf(passages: readonly Passage[]): string | null {
  const counts = new Map<string, number>();
  for (const { mentions } of passages) {
    for (const { mention } of mentions) {
      if (mention.kind !== "region" || mention.codes.length !== 1) continue;
      const code = mention.codes[0] ?? "";
      if (/^\d{2}0000$/u.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, "en"));
  return most ? most[0] : null;
}
