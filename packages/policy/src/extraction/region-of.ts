import type { Profile, ProfileFact } from "../records/document-text.ts";
import type { Lexicon } from "../mention/lexicon.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "../mention/passages.ts";
import { mentionsIn } from "./reading-matter.ts";

/** 所属地区. Region of a figure or task in the records' form: codes joined by a comma, `n/a` when none is shown. */
export interface RegionOf {
  readonly region: string;
  readonly stated: boolean;
  /** Region for the figures after it that name none. */
  readonly carries: string;
}

const JOINT = "110000,120000,130000";

/** Where the clause of a figure begins, and what it may belong to when its own words name no place. */
export interface RegionContext {
  readonly clauseStart: number;
  /** How far behind the words the place may stand (33项结果在三地互认); nothing behind them when left out. */
  readonly behind?: number;
  readonly home: string | null;
  readonly carried: string | null;
  /** Region that the paragraph goes on with where neither the sentence nor a figure before in it tells one. */
  readonly paragraph?: string | null;
  /** Region spoken of last in the paragraph, for 全省 where the document is of no province. */
  readonly spoken?: string | null;
}

/**
 * 归地. Region of a figure whose words are `within`: the place right before it, else what its clause begins with, a place or
 * the party's own words (本市, 全市), else a place named there; places joined by 、 or 和 count together. Where a flow goes to
 * (对津冀, 输出到河北) is not whose it is. Without any, the region before it in the text is carried on, at last the document's.
 */
export function regionOf(passage: Passage, within: Span, context: RegionContext): RegionOf {
  const { clauseStart, home, carried, behind = within.end, spoken = carried, paragraph = null } = context;
  const groups = groupsIn(passage, within);
  const start = Math.max(within.start, clauseStart);
  const nearest = groups.at(-1);
  const isNearest =
    nearest !== undefined && !nearest.codes.includes("100000") && within.end === nearest.end && nearest.start > start;
  const homes = { home, carried, spoken };
  const inClause = told(passage, groups, { start, end: isNearest ? nearest.start : within.end }, homes);
  const before = inClause?.region ?? carried;
  if (isNearest) return settled(joined(nearest.codes), true, before ?? home);
  if (inClause) return settled(inClause.region, inClause.stated, null);
  const after = behind > within.end ? placeBehind(passage, { start: within.end, end: behind }, home) : null;
  if (after) return settled(after, true, before);
  if (carried !== null) return settled(carried, false, null);
  const earlier = told(
    passage,
    groups.filter(({ codes }) => !codes.includes("100000")),
    { start: within.start, end: clauseStart },
    homes,
  );
  return settled(earlier?.region ?? paragraph ?? home ?? "n/a", false, null);
}

/** Where what is counted is or happens: 在三地互认, 在京津冀296家医院. 全国首创 says nothing of it. */
function placeBehind(passage: Passage, range: Span, home: string | null): string | null {
  const place = groupsIn(passage, range).find(({ goal, codes }) => goal !== "to" && !codes.includes("100000"));
  if (place) return joined(place.codes);
  const own = home !== null && !/^\d{6}$/u.test(home) ? ownWordIn(passage.scan.text, range) : null;
  return own && /[地市]$/u.test(own.word) && /^[三两]/u.test(own.word) ? home : null;
}

const settled = (region: string, stated: boolean, carries: string | null): RegionOf => ({
  region,
  stated,
  carries: carries ?? region,
});

/** What a range says of the region: the first of its places and own words, one that something only goes to last. */
interface Homes {
  readonly home: string | null;
  readonly carried: string | null;
  readonly spoken: string | null;
}

function told(
  passage: Passage,
  groups: readonly PlaceGroup[],
  range: Span,
  { home, carried, spoken }: Homes,
): Pick<RegionOf, "region" | "stated"> | null {
  if (range.end <= range.start) return null;
  const inside = groups.filter(({ start, end }) => start >= range.start && end <= range.end);
  const named =
    inside.find(({ goal, codes, start }) => goal === null && (!codes.includes("100000") || start - range.start <= 3)) ??
    null;
  const place =
    (carried === null && inside.find(({ start, goal }) => goal === "in" && start - range.start <= 3)) || named;
  const own = ownWordIn(passage.scan.text, range);
  if (own && home !== null && (!place || own.at < place.start || own.word === "甲方"))
    return { region: wider(own.word, home, { spoken, lexicon: passage.scan.lexicon }), stated: false };
  if (place) return { region: joined(place.codes), stated: true };
  if (carried !== null) return null;
  const found = inside.find(({ goal }) => goal === "in");
  if (found) return { region: joined(found.codes), stated: true };
  return inside.length > 0 && home !== null ? { region: home, stated: false } : null;
}

interface PlaceGroup extends Span {
  readonly codes: readonly string[];
  /** How it is led in: something goes to it, or happens in it. */
  readonly goal: "to" | "in" | null;
  /** Whether it is a station, an airport or the like. */
  readonly site: boolean;
}

/** 南沙大桥, 永昌中学: the short name of a county in the name of a thing says not where it belongs. */
function namesThing({ mention, start, end }: Located, text: string): boolean {
  if (mention.kind !== "region" || mention.codes.length !== 1 || !/^\d{4}(?!00)\d{2}$/u.test(mention.codes[0] ?? ""))
    return false;
  if ("省市区县州旗盟".includes(text.charAt(end - 1)) && end - start > 2) return false;
  return /^(?:镇|乡|街道|村|大桥|特大桥|隧道|中学|小学|高速|大道|路|河|江|湖)/u.test(text.slice(end, end + 3));
}

/** Whether a place is no division: a station or park, or in a title the district a station is called after. */
function isSite({ mention, end }: Located, { text, lexicon }: Passage["scan"]): boolean {
  if (mention.kind !== "region") return true;
  const code = mention.codes[0] ?? "";
  if (!/^(?:\d{6}|JJJ)$/u.test(code) && !lexicon.regionCodes.has(code)) return true;
  return /^\d{4}(?!00)\d{2}$/u.test(code) && "站港桥路线机".includes(text.charAt(end) || " ");
}

/** Places of a range in groups; those that only say where something goes or happens are goals. */
function groupsIn(passage: Passage, within: Span): readonly PlaceGroup[] {
  const { scan } = passage;
  const groups: PlaceGroup[] = [];
  for (const place of mentionsIn(passage, "region", within)) {
    const last = groups.at(-1);
    const codes = codesOf(place, scan.lexicon);
    if ((last && place.start < last.end) || namesThing(place, scan.text)) continue;
    if (last && joins.test(scan.text.slice(last.end, place.start))) {
      groups[groups.length - 1] = { ...last, end: place.end, codes: [...last.codes, ...codes] };
    } else {
      groups.push({
        start: place.start,
        end: place.end,
        codes,
        site: isSite(place, scan),
        goal: helps.test(scan.text.slice(place.end, place.end + 4))
          ? "to"
          : goalOf(scan.text.slice(Math.max(within.start, place.start - 3), place.start)),
      });
    }
  }
  return groups;
}

const joins = /^(?:[市省县区站港]?[、和及]|市|省)?$/u;
// 对津冀    输出到河北    在天津      near miss: 北京在天津 (北京 is no goal)
const to = /(?:对|向|至|往|到|输出|流向|投向|与|同|跟|比|较|占|高于|低于|高出|超过|居|列)$/u;
const inside = /(?:在|于)$/u;
/** 东营市援建的大楼: whoever helps does not own what is built. */
const helps = /^(?:援建|捐建|捐赠|对口|帮扶|援助)/u;

function goalOf(before: string): PlaceGroup["goal"] {
  if (to.test(before)) return "to";
  return inside.test(before) ? "in" : null;
}

/** 地区码. Codes of a place in the records' form. */
export type RegionCodes = readonly string[];

/** 地区码. Codes that a mention of a place stands for, as records write them; none for other mentions. */
export function codesOf({ mention }: Located, lexicon: Lexicon): RegionCodes {
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

/** 并码. Codes of one group, the smaller place winning over the larger that is written before it (河北省廊坊市). */
export function joined(codes: readonly string[]): string {
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

const ownWords =
  /(?<![占于出比过较居列])(?:本市|全市|我市|本省|全省|我省|本区|全区(?!域)|我区|本县|全县|我县|全州|我州|全旗|全域|区域(?!性|合作|协|发)|区内|全国|我国|甲方|公司|本行|集团(?!公司在)|首都(?!地区|圈|都市圈|经济圈|机场)|三地|三省市|三省一市|两省市|两地|两省)/u;

function ownWordIn(text: string, { start, end }: Span): { readonly at: number; readonly word: string } | null {
  const found = ownWords.exec(text.slice(start, end));
  return found ? { at: start + found.index, word: found[0] } : null;
}

/** The joint region that a province belongs to where the gazetteer knows one. */
function regionAround(home: string, { placeByCode }: Lexicon): string | null {
  const parent = placeByCode.get(home)?.parent ?? null;
  return parent !== null && placeByCode.get(parent)?.level === "region" ? parent : null;
}

/** Provinces that are cities. */
const municipal = new Set(["11", "12", "31", "50"]);

/**
 * 全省 in the document of a city means its province, 全市 in that of a county its city, 全国 the nation; where a document is of
 * several places, 全市 means the one spoken of.
 */
function wider(
  word: string,
  home: string,
  { spoken, lexicon }: { readonly spoken: string | null; readonly lexicon: Lexicon },
): string {
  if (word === "全国" || word === "我国") return "100000";
  if (word === "首都") return "110000";
  const together = word.startsWith("三") || word.startsWith("两");
  if (!/^\d{6}$/u.test(home)) {
    const single = spoken !== null && /^\d{6}$/u.test(spoken) && /[市省区县州旗]$/u.test(word) && !together;
    return single ? spoken : home;
  }
  if (together) return regionAround(home, lexicon) ?? spoken ?? home;
  const province = home.slice(0, 2);
  if (word.endsWith("省") && municipal.has(province)) return spoken ?? home;
  if (word.endsWith("省")) return `${province}0000`;
  if (!word.endsWith("市") || home.endsWith("00")) return home;
  return municipal.has(province) ? `${province}0000` : `${home.slice(0, 4)}00`;
}

/** 段首之地. Place that a paragraph begins with (浦东新区：…), which its figures share; null when it begins otherwise. */
export function opensWith(passage: Passage): string | null {
  const { scan } = passage;
  const first = groupsIn(passage, {
    start: scan.sentence.start,
    end: Math.min(scan.sentence.end, scan.sentence.start + 24),
  })[0];
  if (!first || first.goal !== null || first.start - scan.sentence.start > 6) return null;
  return /^(?:[:：，,]|方面)/u.test(scan.text.slice(first.end, first.end + 2)) ? joined(first.codes) : null;
}

/** 标题之地. Places that headings name (乙编 某县, 一、某市), by where they begin: home of what stands under them. */
export function headingRegions(passages: readonly Passage[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const passage of passages) {
    if (passage.sentence.kind !== "heading" || passage.mentions.length === 0) continue;
    const { scan, sentence } = passage;
    const first = groupsIn(passage, scan.sentence)[0];
    if (!first || first.goal !== null || first.start - scan.sentence.start > 6) continue;
    const rest = scan.text.slice(first.end, scan.sentence.end);
    if (/^\s*(?:$|[:：]|大事记|概况|情况|基本情况|部分|方面|篇)/u.test(rest))
      found.set(sentence.start, joined(first.codes));
  }
  return found;
}

/** What the head of a document says of itself, as far as its region can be read from it. */
type Head = Pick<Profile, "title" | "issuer">;

/**
 * 本地. Region that 本市 means in a document, in the records' form: the place that its title names, else that of its issuer,
 * else the one that its sentences name most often, of the level that its own words (全县, 全市) tell; null when none is
 * named. A conclusion, to be marked as implied wherever it is used.
 */
export function homeOf(passages: readonly Passage[], head: Head | null = null): string | null {
  const lexicon = passages[0]?.scan.lexicon;
  if (!lexicon) return null;
  if (head && /公司|集团/u.test(`${head.title?.value} ${head.issuer?.value}`)) return null;
  return (
    headRegion(passages, head?.title ?? null) ??
    headRegion(passages, head?.issuer ?? null) ??
    nation(head) ??
    mostNamed(passages)
  );
}

/** Place named first in a stretch of the head of the document, with those joined to it. */
function headRegion(passages: readonly Passage[], fact: ProfileFact | null): string | null {
  if (!fact) return null;
  for (const passage of passages) {
    if (passage.sentence.end <= fact.start) continue;
    if (passage.sentence.start >= fact.end) return null;
    const groups = groupsIn(passage, passage.scan.sentence).filter(({ site }) => !site);
    const first = groups.find(({ goal, codes }) => goal !== "to" && !codes.includes("100000")) ?? groups[0];
    if (first && ownWords.exec(fact.value)) return null;
    if (first && !first.codes.includes("100000")) return joined(withoutStop(passage.scan.text, first));
  }
  return null;
}

/** 北京通州站 is in the city, not of the district that a station or bridge has its name from. */
const withoutStop = (text: string, { codes, end }: PlaceGroup): RegionCodes =>
  codes.length > 1 && "站港桥路线机".includes(text.charAt(end) || " ") ? codes.slice(0, -1) : codes;

const central = /^(?:国务院|国家|中共中央|中央|全国)|(?:部|总局|总署)(?:办公厅)?$/u;

const nation = (head: Head | null): string | null =>
  head?.issuer && central.test(head.issuer.value) ? "100000" : null;

function mostNamed(passages: readonly Passage[]): string | null {
  const text = passages[0]?.scan.text ?? "";
  const level = levelOf(text);
  const counts = new Map<string, number>();
  for (const { mentions } of passages) {
    for (const { mention } of mentions) {
      if (mention.kind !== "region") continue;
      const code = joined(mention.codes);
      if (code !== "100000" && level.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, "en"));
  return most ? most[0] : null;
}

/** Codes that a document may mean by its own words: of counties where it says 全县, of cities where it says 全市. */
function levelOf(text: string): RegExp {
  if (text.includes("全县") || text.includes("我县") || text.includes("本县")) return /^\d{4}(?!00)\d{2}$/u;
  if (text.includes("全市") || text.includes("我市") || text.includes("本市")) return /^(?:\d{4}00)$/u;
  return /^\d{2}0000$|^JJJ$|,/u;
}
