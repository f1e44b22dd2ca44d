import type { MeasurementReading } from "../records/reading.ts";
import type { RefusalReason } from "../records/refusal.ts";
import type { Passage } from "../mention/passages.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { changeOf, isChangeOf } from "./observation/change.ts";
import { isCounted, isMeasure } from "./observation/counted.ts";
import { distribute } from "./observation/distribution.ts";
import type { Draft } from "./observation/draft.ts";
import { extentOf } from "./observation/extent.ts";
import { FIGURE_REACH, type Figure, figuresOf } from "./observation/figure.ts";
import { indicatorOf } from "./observation/indicator.ts";
import { barredAfter, type Mood, moodOf } from "./observation/mood.ts";
import { type Period, periodOf, undated } from "./observation/period.ts";
import { type Section, sectionsOf } from "./observation/section.ts";
import { tableReadings } from "./observation/table.ts";
import { type ReadingMatter, spanOf } from "./reading-matter.ts";
import { headingRegions, opensWith, regionOf } from "./region-of.ts";

/**
 * 观测. Reads observed figures: what a sentence counts or measures and neither plans, rules nor supposes, and the cells of
 * tables. A level with the change stated after it is one reading. Period, region and indicator come from the words before.
 */
export function observationReadings(matter: ReadingMatter): readonly MeasurementReading[] {
  const found: MeasurementReading[] = [];
  const sectionOf = sectionsOf(matter);
  const places = headingRegions(matter.passages);
  let carried: Carried = { paragraph: 0, region: null, spoken: null, supposing: null };
  for (const passage of matter.passages) {
    const { kind, paragraph, headings } = passage.sentence;
    if (!told.has(kind)) continue;
    const under = headings.at(-1)?.start ?? -1;
    if (carried.paragraph !== paragraph)
      carried = {
        paragraph,
        region: opensWith(passage),
        spoken: null,
        supposing: carried.supposing === under ? under : null,
      };
    if (carried.supposing !== null) continue;
    const read = observationsIn(passage, {
      day: matter.day,
      home: homeUnder(passage, places) ?? matter.home ?? (isOfCompany(matter) ? "n/a" : null),
      carried: carried.region,
      spoken: carried.spoken,
      section: sectionOf,
    });
    if (read === "supposes") carried = { ...carried, supposing: under };
    else {
      for (const draft of read) found.push(reading(draft));
      carried = { ...carried, spoken: read.at(-1)?.carries ?? carried.spoken };
      if (joint(matter.home) && !isOfCompany(matter))
        carried = { ...carried, region: read.at(-1)?.carries ?? carried.region };
    }
  }
  return [...found, ...tableReadings(matter)];
}

/** Kinds of paragraph that tell facts: neither headings, contents nor comment. */
const told: ReadonlySet<Passage["sentence"]["kind"]> = new Set(["prose", "entry", "aside", "caption"]);

/** Place that a paragraph begins with, for its figures that name none; the heading under which the text supposes. */
interface Carried {
  readonly paragraph: number;
  readonly region: string | null;
  readonly spoken: string | null;
  readonly supposing: number | null;
}

/** The figures of an enterprise belong to no division. */
const isOfCompany = ({ title }: ReadingMatter): boolean => title !== null && /公司|集团/u.test(title);

/** Whether a document belongs to no single place: what its paragraphs speak of then goes on from sentence to sentence. */
const joint = (home: string | null): boolean => home === null || home.includes(",") || home === "JJJ";

/** Place of the nearest heading that names one. */
function homeUnder({ sentence: { headings } }: Passage, places: ReadonlyMap<number, string>): string | null {
  if (places.size === 0) return null;
  for (let at = headings.length - 1; at >= 0; at -= 1) {
    const place = places.get(headings[at]?.start ?? -1);
    if (place !== undefined) return place;
  }
  return null;
}

interface Around {
  readonly day: string | null;
  readonly home: string | null;
  readonly carried: string | null;
  readonly spoken: string | null;
  readonly section: (passage: Passage) => Section;
}

function observationsIn(passage: Passage, around: Around): readonly Draft[] | "supposes" {
  const figures = figuresOf(passage);
  const mood =
    figures.length > 0 || passage.sentence.text.includes("假")
      ? moodOf(passage, figures[0]?.dates ?? [], around.day)
      : null;
  if (mood?.supposes) return "supposes";
  if (!mood || figures.length === 0) return [];
  const section = around.section(passage);
  if (section === "example") {
    for (const figure of figures) leave(figure, "supposed");
    return [];
  }
  const article = section === "report" && isArticle(passage);
  const drafts: Draft[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at];
    if (!figure) continue;
    if ((barredAfter(mood, figure.quantity.start)?.start ?? Infinity) <= figure.quantity.start) {
      leave(figure, "is-goal");
      continue;
    }
    const taken = takenAsChange(figures, at, drafts);
    if (taken > 0) at += taken - 1;
    else if (
      isCounted(figure) &&
      ((section === "report" && !article) || hasHappened(figure, mood, article ? (around.day ?? LAST) : around.day))
    )
      push(drafts, draftOf(figure, drafts, around));
    else leave(figure, isCounted(figure) ? "not-happened" : "nothing-counted");
  }
  distribute(drafts, around.day);
  return drafts.filter(({ figure, end }) => (barredAfter(mood, figure.quantity.end)?.start ?? Infinity) >= end);
}

/** Notes a figure that is no observation. */
function leave({ passage: { scan }, quantity }: Figure, reason: RefusalReason): void {
  scan.trace?.refuse(scan, quantity, { by: "observation", reason });
}

/** 第三条 …: the articles of rules and agreements bind, they do not tell. */
function isArticle({ scan: { text, paragraph } }: Passage): boolean {
  return (
    text.charAt(paragraph.start) === "第" &&
    /^第[一二三四五六七八九十百零\d]{1,4}条/u.test(text.slice(paragraph.start, paragraph.start + 7))
  );
}

/** 增长12.5%，达到3200亿元: the growth told first is the change of the level it led to. */
function push(drafts: Draft[], draft: Draft): void {
  const before = drafts.at(-1);
  const { passage, quantity } = draft.figure;
  const leads =
    before?.growth === true &&
    !draft.growth &&
    /^[，,](?:总量|总额|总数)?(?:达到了?|达|增至|升至|降至|增加到|增长到|上升到|下降到)[约近超]?$/u.test(
      passage.scan.text.slice(before.figure.quantity.end, quantity.start),
    );
  if (!leads || !before) {
    drafts.push(draft);
    return;
  }
  drafts.pop();
  drafts.push({
    ...draft,
    start: before.start,
    change: before.change,
    period: before.period,
    indicator: before.indicator,
  });
}

/** Day of articles that name none: whatever time they write out is taken to be over. */
const LAST = "9999-12-31";

/** In a plan a figure counts as observed after a word that says so or under a time that is written out and over. */
function hasHappened(figure: Figure, { past }: Mood, day: string | null): boolean {
  if (past >= 0 && past < figure.quantity.start) return true;
  const { date, end, open } = periodOf(figure, day);
  if (date === null || date.mention.timeType === "deadline") return false;
  const { text, sentence } = figure.passage.scan;
  const opens =
    date.start === sentence.start || isAt(text, date.start - 1, charClass.pause | charClass.space | charClass.closer);
  if (!opens && !open) return false;
  return open || (date.mention.class === "explicit" && day !== null && end !== null && end <= day);
}

/** How many figures from one on are changes of the levels before them; each becomes part of its level. */
function takenAsChange(figures: readonly Figure[], at: number, drafts: readonly Draft[]): number {
  const figure = figures[at];
  const last = lastLevel(drafts);
  if (!figure || !last || last.growth || last.change !== null || figure.quantity.mention.role === "to") return 0;
  if (!isChangeOf(figure, Math.max(last.figure.quantity.end, closedEnd(last)))) return 0;
  const { text } = figure.passage.scan;
  const words = text.slice(last.figure.quantity.end, figure.quantity.start);
  const amounts = 1 + joinedAfter(figures, at);
  const open = openLevels(drafts);
  const each = /分别|依次/u.test(words) && amounts > 1 ? Math.min(amounts, open) : /均|都|双双/u.test(words) ? open : 1;
  const levels = each === 1 ? [last] : drafts.slice(drafts.length - each);
  const end = figures[at + amounts - 1]?.quantity.end ?? figure.quantity.end;
  for (const [index, level] of levels.entries()) {
    const amount = figures[at + (amounts > 1 ? index : 0)] ?? figure;
    level.change = changeOf(amount, { start: last.figure.quantity.end, end: figure.quantity.start }, level.period);
    level.end = each > 1 ? end : amount.quantity.end;
    if (each > 1) level.start = levels[0]?.start ?? level.start;
  }
  return amounts > 1 && each > 1 ? amounts : 1;
}

/** The last figure outside brackets, looked for among the nearest. */
function lastLevel(drafts: readonly Draft[]): Draft | null {
  for (let at = drafts.length - 1; at >= Math.max(0, drafts.length - 4); at -= 1) {
    const draft = drafts[at];
    if (draft && !draft.figure.bracketed) return draft;
  }
  return null;
}

/** A count may be followed by its noun before its change comes. */
const closedEnd = ({ figure, end }: Draft): number => (isMeasure(figure.quantity.mention.unit) ? 0 : end);

/** Amounts after one that follow with nothing but 、 or 和 between. */
function joinedAfter(figures: readonly Figure[], at: number): number {
  let count = 0;
  for (let index = at + 1; index < figures.length; index += 1) {
    const [before, next] = [figures[index - 1], figures[index]];
    if (!before || !next) break;
    const between = next.passage.scan.text.slice(before.quantity.end, next.quantity.start);
    if (!/^[、，,]?(?:和|与|及|以及)?(?:增长|下降|上升|减少)?$/u.test(between)) break;
    count += 1;
  }
  return count;
}

/** Levels without a change at the end of the list, none of another part of the sentence. */
function openLevels(drafts: readonly Draft[]): number {
  let count = 0;
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    const draft = drafts[at];
    const after = drafts[at + 1];
    if (!draft || draft.change !== null || draft.growth) break;
    if (
      after &&
      /[；;]/u.test(draft.figure.passage.scan.text.slice(draft.figure.quantity.end, after.figure.quantity.start))
    )
      break;
    count += 1;
  }
  return count;
}

const rates = new Set(["%", "pp", "倍", "‰"]);
const distributive = /分别|依次|各为|各达/u;
const cumulativeWord = /累计|总数|合计|总计|(?<!公)共(?!享|同|建|识|和|治|创|用)|以来/u;

function draftOf(figure: Figure, drafts: readonly Draft[], { day, home, carried, spoken }: Around): Draft {
  const { passage, quantity, clause, topic } = figure;
  const { text, sentence } = passage.scan;
  const words = text.slice(clause.start, quantity.start);
  const cumulative = cumulativeWord.test(words);
  const period = totalOf(periodOf(figure, day), { figure, drafts, cumulative });
  const own = indicatorOf(figure, period.date);
  const growth = quantity.mention.role === "amount" && rates.has(quantity.mention.unit ?? "");
  const extent = extentOf(figure, period, own !== "");
  const { region, stated, carries } = regionOf(
    passage,
    { start: Math.max(sentence.start, quantity.start - FIGURE_REACH), end: quantity.start },
    {
      clauseStart: own === "" && topic ? topic.start : clause.start,
      behind: quantity.start - clause.start <= 4 ? extent.end : quantity.start,
      home,
      carried: carriedIn(figure, drafts, home),
      paragraph: carried,
      spoken: drafts.at(-1)?.carries ?? carried ?? spoken,
    },
  );
  return {
    figure,
    ...extent,
    carries,
    indicator: own || drafts.at(-1)?.indicator || "",
    region,
    regionStated: stated,
    period,
    change: growth ? changeOf(figure, { start: topic?.start ?? clause.start, end: quantity.start }, period) : null,
    growth,
    cumulative:
      cumulative ||
      period.date?.mention.timeType === "since" ||
      /以来/u.test(period.date ? text.slice(period.date.start, period.date.end + 8) : ""),
    distributes: distributive.test(words),
  };
}

/** Region of the figure before in the sentence; in the document of one place a semicolon ends what another had to do with it. */
function carriedIn({ passage, quantity }: Figure, drafts: readonly Draft[], home: string | null): string | null {
  const before = drafts.at(-1);
  if (!before) return null;
  const single = home !== null && /^\d{6}$/u.test(home) && !before.carries.startsWith(home.replace(/(?:00)+$/u, ""));
  const parted = single && /[；;]/u.test(passage.scan.text.slice(before.figure.quantity.end, quantity.start));
  return parted ? null : before.carries;
}

/** 累计X after the figure of a period is a total of its own, without that period. */
function totalOf(
  period: Period,
  {
    figure,
    drafts,
    cumulative,
  }: { readonly figure: Figure; readonly drafts: readonly Draft[]; readonly cumulative: boolean },
): Period {
  const before = drafts.at(-1);
  if (!cumulative || !before || period.open || period.date === null) return period;
  const { clause, passage, quantity } = figure;
  if (period.date.start >= clause.start || before.period.date?.start !== period.date.start) return period;
  const from = Math.max(clause.start, before.figure.quantity.end);
  return passage.scan.text.slice(from, quantity.start).includes("累计") ? undated : period;
}

function reading(draft: Draft): MeasurementReading {
  const { figure, period, change, cumulative, start, end } = draft;
  const { passage, quantity } = figure;
  const { value, low, high, unit, comparator, text } = quantity.mention;
  return {
    type: "measurement",
    key: "",
    recogniser: "observation",
    spans: [spanOf(passage, { start, end })],
    certainty: {
      value: "stated",
      indicator: "stated",
      region: draft.regionStated ? "stated" : "implied",
      period: period.date?.mention.certainty ?? "implied",
    },
    diagnostics: [],
    refinements: [],
    value,
    low,
    high,
    unit,
    comparator,
    indicator: draft.indicator || text,
    region: draft.region,
    period: { start: period.start, end: period.end },
    change,
    cumulative,
  };
}
